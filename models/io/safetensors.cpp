#include "models/io/safetensors.h"

#include <ATen/ATen.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace cadforge::models {
namespace {

using nlohmann::json;
using std::filesystem::path;

// A hostile length must not make us allocate: real headers are a few hundred KB.
constexpr std::uint64_t kMaxHeader = 100'000'000;

[[noreturn]] void fail(const path& file, const std::string& what) {
  throw std::invalid_argument(fmt::format("{}: {}", file.string(), what));
}

const std::pair<const char*, at::ScalarType> kDtypes[] = {
    {"F32", at::kFloat}, {"BF16", at::kBFloat16}, {"F16", at::kHalf},  {"F64", at::kDouble},
    {"I64", at::kLong},  {"I32", at::kInt},       {"I16", at::kShort}, {"I8", at::kChar},
    {"U8", at::kByte},   {"BOOL", at::kBool}};

at::ScalarType dtype_of(const path& file, const std::string& tensor, const std::string& name) {
  for (const auto& [text, type] : kDtypes) {
    if (name == text) return type;
  }
  fail(file, fmt::format("tensor \"{}\": unknown dtype \"{}\"", tensor, name));
}

const char* name_of(at::ScalarType type) {
  for (const auto& [text, known] : kDtypes) {
    if (known == type) return text;
  }
  throw std::invalid_argument(
      fmt::format("safetensors: cannot write dtype {}", c10::toString(type)));
}

std::uint64_t product(const path& file, const std::string& tensor,
                      const std::vector<std::int64_t>& shape, std::uint64_t element) {
  std::uint64_t bytes = element;
  for (auto extent : shape) {
    if (extent < 0) fail(file, fmt::format("tensor \"{}\": negative extent", tensor));
    if (extent != 0 && bytes > std::numeric_limits<std::uint64_t>::max() / extent) {
      fail(file, fmt::format("tensor \"{}\": shape overflows", tensor));
    }
    bytes *= static_cast<std::uint64_t>(extent);
  }
  return bytes;
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
    void* mapped = size >= 8 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    ::close(fd);
    if (mapped == MAP_FAILED) {
      fail(file, fmt::format("not a safetensors file: expected at least 8 bytes, got {}", size));
    }
    data = static_cast<const char*>(mapped);
  }
  ~Mapping() { ::munmap(const_cast<char*>(data), size); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
};

SafetensorsFile::SafetensorsFile(const path& file)
    : path_(file), mapping_(std::make_shared<Mapping>(file)) {
  std::uint64_t header_size = 0;
  std::memcpy(&header_size, mapping_->data, 8);
  if (header_size > kMaxHeader || header_size > mapping_->size - 8) {
    fail(file, fmt::format("header length {} does not fit a file of {} bytes", header_size,
                           mapping_->size));
  }
  data_offset_ = 8 + header_size;
  const std::uint64_t data_size = mapping_->size - data_offset_;

  json header;
  try {
    header = json::parse(mapping_->data + 8, mapping_->data + data_offset_);
  } catch (const json::exception& error) {
    fail(file, fmt::format("header is not JSON: {}", error.what()));
  }
  if (!header.is_object()) fail(file, "header: expected a JSON object");

  std::vector<std::pair<std::uint64_t, std::uint64_t>> spans;
  for (const auto& [name, value] : header.items()) {
    try {
      if (name == "__metadata__") {
        metadata_ = value.get<std::map<std::string, std::string>>();
        continue;
      }
      Entry entry;
      const auto type = dtype_of(file, name, value.at("dtype").get<std::string>());
      entry.dtype = static_cast<int>(type);
      entry.shape = value.at("shape").get<std::vector<std::int64_t>>();
      const auto offsets = value.at("data_offsets").get<std::array<std::uint64_t, 2>>();
      entry.begin = offsets[0];
      entry.end = offsets[1];
      const auto bytes = product(file, name, entry.shape, c10::elementSize(type));
      if (entry.begin > entry.end || entry.end > data_size) {
        fail(file, fmt::format("tensor \"{}\": bytes {}..{} lie outside the {} bytes of data "
                               "(truncated file?)",
                               name, entry.begin, entry.end, data_size));
      }
      if (entry.end - entry.begin != bytes) {
        fail(file, fmt::format("tensor \"{}\": shape [{}] needs {} bytes, got {}", name,
                               fmt::join(entry.shape, ", "), bytes, entry.end - entry.begin));
      }
      if (bytes != 0) spans.emplace_back(entry.begin, entry.end);
      names_.push_back(name);
      entries_.emplace(name, std::move(entry));
    } catch (const json::exception& error) {
      fail(file, fmt::format("tensor \"{}\": {}", name, error.what()));
    }
  }
  std::sort(spans.begin(), spans.end());
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].first < spans[i - 1].second) fail(file, "two tensors overlap");
  }
}

at::Tensor SafetensorsFile::tensor(const std::string& name) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) fail(path_, fmt::format("no tensor \"{}\"", name));
  const Entry& entry = found->second;
  const auto type = static_cast<at::ScalarType>(entry.dtype);
  if (entry.begin == entry.end) return at::empty(entry.shape, type);
  auto* bytes = const_cast<char*>(mapping_->data + data_offset_ + entry.begin);
  if (reinterpret_cast<std::uintptr_t>(bytes) % c10::elementSize(type) != 0) {
    // Some writers do not align the header; such a tensor is copied.
    at::Tensor copy = at::empty(entry.shape, type);
    std::memcpy(copy.data_ptr(), bytes, entry.end - entry.begin);
    return copy;
  }
  return at::from_blob(
      bytes, entry.shape, [mapping = mapping_](void*) {}, at::TensorOptions(type));
}

std::vector<std::pair<std::string, at::Tensor>> read_checkpoint(const path& folder) {
  std::vector<path> files;
  const path index = folder / "model.safetensors.index.json";
  std::map<std::string, std::string> weight_map;
  if (std::filesystem::exists(folder / "model.safetensors")) {
    files.push_back(folder / "model.safetensors");
  } else if (std::filesystem::exists(index)) {
    std::ifstream stream(index);
    try {
      weight_map = json::parse(stream).at("weight_map").get<decltype(weight_map)>();
    } catch (const json::exception& error) {
      fail(index, error.what());
    }
    std::set<std::string> shards;
    for (const auto& [name, shard] : weight_map) shards.insert(shard);
    for (const auto& shard : shards) {
      if (path(shard).has_parent_path()) {
        fail(index, fmt::format("shard \"{}\": expected a file name", shard));
      }
      files.push_back(folder / shard);
    }
  } else {
    fail(folder, "neither model.safetensors nor model.safetensors.index.json is there");
  }

  std::vector<std::pair<std::string, at::Tensor>> tensors;
  std::set<std::string> seen;
  for (const auto& file : files) {
    const SafetensorsFile opened(file);
    for (const auto& name : opened.names()) {
      const auto mapped = weight_map.find(name);
      if (!weight_map.empty() &&
          (mapped == weight_map.end() || mapped->second != file.filename())) {
        fail(file, fmt::format("tensor \"{}\" is here but the index says otherwise", name));
      }
      if (!seen.insert(name).second) fail(file, fmt::format("tensor \"{}\" is there twice", name));
      tensors.emplace_back(name, opened.tensor(name));
    }
  }
  for (const auto& [name, shard] : weight_map) {
    if (!seen.count(name)) fail(folder / shard, fmt::format("tensor \"{}\" is missing", name));
  }
  return tensors;
}

void write_safetensors(const path& file,
                       const std::vector<std::pair<std::string, at::Tensor>>& tensors,
                       const std::map<std::string, std::string>& metadata) {
  json header;
  if (!metadata.empty()) header["__metadata__"] = metadata;
  std::vector<at::Tensor> data;
  std::uint64_t offset = 0;
  for (const auto& [name, tensor] : tensors) {
    at::Tensor bytes = tensor.detach().cpu().contiguous();
    const std::uint64_t size = bytes.nbytes();
    header[name] = {{"dtype", name_of(bytes.scalar_type())},
                    {"shape", bytes.sizes().vec()},
                    {"data_offsets", {offset, offset + size}}};
    offset += size;
    data.push_back(std::move(bytes));
  }
  std::string text = header.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');  // keeps the data 8-byte aligned

  const path beside = file.string() + ".part";
  {
    std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
    const std::uint64_t length = text.size();
    stream.write(reinterpret_cast<const char*>(&length), 8);
    stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    for (const auto& tensor : data) {
      stream.write(static_cast<const char*>(tensor.data_ptr()),
                   static_cast<std::streamsize>(tensor.nbytes()));
    }
    stream.flush();
    if (!stream) fail(beside, "cannot write (disk full?)");
  }
  std::filesystem::rename(beside, file);
}

}  // namespace cadforge::models
