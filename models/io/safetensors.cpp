#include "models/io/safetensors.h"

#include <ATen/ATen.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace cadforge::models {
namespace {

using nlohmann::json;
using std::filesystem::path;

[[noreturn]] void fail(const path& file, const std::string& what) {
  throw std::invalid_argument(fmt::format("{}: {}", file.string(), what));
}

const std::pair<const char*, at::ScalarType> kDtypes[] = {
    {"F32", at::kFloat}, {"BF16", at::kBFloat16}, {"F16", at::kHalf},  {"F64", at::kDouble},
    {"I64", at::kLong},  {"I32", at::kInt},       {"I16", at::kShort}, {"I8", at::kChar},
    {"U8", at::kByte},   {"BOOL", at::kBool}};

at::ScalarType dtype_of(const std::string& name) {
  for (const auto& [text, type] : kDtypes) {
    if (name == text) return type;
  }
  throw std::invalid_argument(fmt::format("safetensors: unknown dtype \"{}\"", name));
}

const char* name_of(at::ScalarType type) {
  for (const auto& [text, known] : kDtypes) {
    if (known == type) return text;
  }
  throw std::invalid_argument(
      fmt::format("safetensors: cannot write dtype {}", c10::toString(type)));
}

std::string read_text(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) fail(file, "cannot open");
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// A file written under another name and moved to its own when whole.
class FileBeside {
 public:
  explicit FileBeside(const path& file)
      : file_(file),
        beside_(file.string() + ".part"),
        stream_(beside_, std::ios::binary | std::ios::trunc) {}

  void write(const void* data, std::uint64_t size) {
    stream_.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    if (!stream_) fail(beside_, "cannot write (disk full?)");
  }
  void write(const std::string& text) { write(text.data(), text.size()); }
  void finish() {
    stream_.close();
    if (!stream_) fail(beside_, "cannot write (disk full?)");
    std::filesystem::rename(beside_, file_);
  }

 private:
  path file_, beside_;
  std::ofstream stream_;
};

void write_file(const path& file, const std::vector<const PendingTensor*>& tensors,
                const std::map<std::string, std::string>& metadata) {
  SafetensorsHeader header;
  header.metadata = metadata;
  std::uint64_t offset = 0;
  for (const auto* tensor : tensors) {
    const at::Tensor& like = *tensor->like;
    const auto end = offset + like.nbytes();
    const SafetensorsEntry entry{name_of(like.scalar_type()), like.sizes().vec(), offset, end};
    if (!header.entries.emplace(tensor->name, entry).second) {
      fail(file, fmt::format("tensor \"{}\" is given twice", tensor->name));
    }
    offset = end;
  }
  FileBeside out(file);
  out.write(format_safetensors_header(header));
  for (const auto* tensor : tensors) {
    const at::Tensor data = tensor->make().detach().cpu().contiguous();
    TORCH_CHECK(
        data.sizes() == tensor->like->sizes() && data.scalar_type() == tensor->like->scalar_type(),
        "write_safetensors: \"", tensor->name, "\" is not what it was announced as");
    out.write(data.data_ptr(), data.nbytes());
  }
  out.finish();
}

}  // namespace

struct SafetensorsFile::Mapping {
  const char* data = nullptr;
  std::uint64_t size = 0;

  explicit Mapping(const path& file) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) fail(file, fmt::format("cannot open: {}", std::strerror(errno)));
    struct stat info {};
    const bool regular = ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
    size = regular ? static_cast<std::uint64_t>(info.st_size) : 0;
    void* mapped = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    ::close(fd);
    if (mapped == MAP_FAILED) {
      fail(file, fmt::format("not a safetensors file: expected at least 8 bytes, got {}", size));
    }
    data = static_cast<const char*>(mapped);
  }
  ~Mapping() { ::munmap(const_cast<char*>(data), size); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  // The pages are clean, so a neighbour that shares one just reads it again.
  void give_back(const char* begin, std::uint64_t bytes) const {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = reinterpret_cast<std::uintptr_t>(begin) / page * page;
    const auto end = reinterpret_cast<std::uintptr_t>(begin) + bytes;
    ::madvise(reinterpret_cast<void*>(first), end - first, MADV_DONTNEED);
  }
};

SafetensorsFile::SafetensorsFile(const path& file)
    : path_(file), mapping_(std::make_shared<Mapping>(file)) {
  try {
    header_ = parse_safetensors_header({mapping_->data, mapping_->size});
  } catch (const std::invalid_argument& error) {
    fail(file, error.what());
  }
  for (const auto& [name, entry] : header_.entries) names_.push_back(name);
}

at::Tensor SafetensorsFile::tensor(const std::string& name) const {
  const auto found = header_.entries.find(name);
  if (found == header_.entries.end()) fail(path_, fmt::format("no tensor \"{}\"", name));
  const SafetensorsEntry& entry = found->second;
  const auto type = dtype_of(entry.dtype);
  if (entry.begin == entry.end) return at::empty(entry.shape, type);
  auto* bytes = const_cast<char*>(mapping_->data + header_.data_offset + entry.begin);
  const auto size = entry.end - entry.begin;
  if (reinterpret_cast<std::uintptr_t>(bytes) % c10::elementSize(type) != 0) {
    // Some writers do not align the header; such a tensor is copied.
    at::Tensor copy = at::empty(entry.shape, type);
    std::memcpy(copy.data_ptr(), bytes, size);
    return copy;
  }
  return at::from_blob(
      bytes, entry.shape,
      [mapping = mapping_, size](void* data) {
        mapping->give_back(static_cast<const char*>(data), size);
      },
      at::TensorOptions(type));
}

std::vector<std::pair<std::string, at::Tensor>> read_checkpoint(const path& folder) {
  const path index = folder / "model.safetensors.index.json";
  std::set<std::string> files;
  std::map<std::string, std::string> shard_of;
  if (std::filesystem::exists(folder / "model.safetensors")) {
    files.insert("model.safetensors");
  } else if (std::filesystem::exists(index)) {
    try {
      shard_of = parse_checkpoint_index(read_text(index));
    } catch (const std::invalid_argument& error) {
      fail(index, error.what());
    }
    for (const auto& [name, shard] : shard_of) files.insert(shard);
  } else {
    fail(folder, "neither model.safetensors nor model.safetensors.index.json is there");
  }

  std::vector<std::pair<std::string, at::Tensor>> tensors;
  std::set<std::string> seen;
  for (const auto& name : files) {
    const path file = folder / name;
    const SafetensorsFile opened(file);
    for (const auto& tensor : opened.names()) {
      const auto mapped = shard_of.find(tensor);
      if (!shard_of.empty() && (mapped == shard_of.end() || mapped->second != name)) {
        fail(file, fmt::format("tensor \"{}\" is here but the index says otherwise", tensor));
      }
      seen.insert(tensor);
      tensors.emplace_back(tensor, opened.tensor(tensor));
    }
  }
  for (const auto& [name, shard] : shard_of) {
    if (!seen.count(name)) fail(folder / shard, fmt::format("tensor \"{}\" is missing", name));
  }
  return tensors;
}

void write_safetensors(const path& file,
                       const std::vector<std::pair<std::string, at::Tensor>>& tensors,
                       const std::map<std::string, std::string>& metadata) {
  std::vector<PendingTensor> pending;
  for (const auto& [name, tensor] : tensors) {
    pending.push_back({name, std::make_shared<at::Tensor>(tensor), [&tensor] { return tensor; }});
  }
  std::vector<const PendingTensor*> all;
  for (const auto& tensor : pending) all.push_back(&tensor);
  write_file(file, all, metadata);
}

void write_checkpoint(const path& folder, const std::vector<PendingTensor>& tensors,
                      std::uint64_t shard_bytes) {
  std::vector<std::vector<const PendingTensor*>> shards(1);
  std::uint64_t held = 0, total = 0;
  for (const auto& tensor : tensors) {
    const std::uint64_t bytes = tensor.like->nbytes();
    if (!shards.back().empty() && held + bytes > shard_bytes) {
      shards.emplace_back();
      held = 0;
    }
    shards.back().push_back(&tensor);
    held += bytes;
    total += bytes;
  }
  const std::map<std::string, std::string> metadata = {{"format", "pt"}};
  if (shards.size() == 1) {
    write_file(folder / "model.safetensors", shards[0], metadata);
    return;
  }
  json weight_map;
  for (std::size_t i = 0; i < shards.size(); ++i) {
    const auto name = fmt::format("model-{:05}-of-{:05}.safetensors", i + 1, shards.size());
    write_file(folder / name, shards[i], metadata);
    for (const auto* tensor : shards[i]) weight_map[tensor->name] = name;
  }
  FileBeside index(folder / "model.safetensors.index.json");
  index.write(json{{"metadata", {{"total_size", total}}}, {"weight_map", weight_map}}.dump(2) +
              "\n");
  index.finish();
}

}  // namespace cadforge::models
