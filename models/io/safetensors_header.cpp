#include "models/io/safetensors_header.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "models/io/json_text.h"

namespace cadforge::models {
namespace {

using nlohmann::json;

// A hostile length must not make us allocate: real headers are a few hundred KB.
constexpr std::uint64_t kMaxHeader = 100'000'000;

constexpr std::pair<std::string_view, std::uint64_t> kElementSizes[] = {
    {"F64", 8}, {"F32", 4}, {"F16", 2}, {"BF16", 2}, {"I64", 8},
    {"I32", 4}, {"I16", 2}, {"I8", 1},  {"U8", 1},   {"BOOL", 1}};

[[noreturn]] void fail(const std::string& what) { throw std::invalid_argument(what); }

// Text of a file may be any bytes; a message is UTF-8.
std::string shown(const std::string& text) {
  return json(text).dump(-1, ' ', true, json::error_handler_t::replace);
}

std::vector<std::int64_t> whole_numbers(const std::string& tensor, const char* key,
                                        const json& value) {
  const json& list = value.at(key);
  std::vector<std::int64_t> numbers;
  for (const auto& item : list.is_array() ? list : json::array({list})) {
    const bool fits = list.is_array() && item.is_number_unsigned() &&
                      item.get<std::uint64_t>() <= std::numeric_limits<std::int64_t>::max();
    if (!fits) {
      fail(fmt::format("tensor {}: {}: expected a list of whole numbers, got {}", shown(tensor),
                       key, list.dump(-1, ' ', true, json::error_handler_t::replace)));
    }
    numbers.push_back(item.get<std::int64_t>());
  }
  return numbers;
}

std::uint64_t bytes_of(const std::string& tensor, const SafetensorsEntry& entry) {
  std::uint64_t bytes = safetensors_element_size(entry.dtype);
  if (bytes == 0) {
    fail(fmt::format("tensor {}: unknown dtype {}", shown(tensor), shown(entry.dtype)));
  }
  for (const auto extent : entry.shape) {
    const auto factor = static_cast<std::uint64_t>(extent);
    if (factor != 0 && bytes > std::numeric_limits<std::int64_t>::max() / factor) {
      fail(fmt::format("tensor {}: shape [{}] overflows", shown(tensor),
                       fmt::join(entry.shape, ", ")));
    }
    bytes *= factor;
  }
  return bytes;
}

SafetensorsEntry parse_entry(const std::string& name, const json& value, std::uint64_t data_size) {
  SafetensorsEntry entry;
  entry.dtype = value.at("dtype").get<std::string>();
  entry.shape = whole_numbers(name, "shape", value);
  const auto offsets = whole_numbers(name, "data_offsets", value);
  if (offsets.size() != 2) {
    fail(fmt::format("tensor {}: data_offsets: expected 2 numbers, got {}", shown(name),
                     offsets.size()));
  }
  entry.begin = static_cast<std::uint64_t>(offsets[0]);
  entry.end = static_cast<std::uint64_t>(offsets[1]);
  const auto bytes = bytes_of(name, entry);
  if (entry.begin > entry.end || entry.end > data_size) {
    fail(fmt::format("tensor {}: bytes {}..{} lie outside the {} bytes of data (truncated file?)",
                     shown(name), entry.begin, entry.end, data_size));
  }
  if (entry.end - entry.begin != bytes) {
    fail(fmt::format("tensor {}: shape [{}] of {} needs {} bytes, got {}", shown(name),
                     fmt::join(entry.shape, ", "), entry.dtype, bytes, entry.end - entry.begin));
  }
  return entry;
}

// Every byte of the data belongs to exactly one tensor.
void check_spans(const SafetensorsHeader& header, std::uint64_t data_size) {
  std::vector<std::pair<std::uint64_t, const std::string*>> by_begin;
  for (const auto& [name, entry] : header.entries) {
    if (entry.end > entry.begin) by_begin.emplace_back(entry.begin, &name);
  }
  std::sort(by_begin.begin(), by_begin.end());
  std::uint64_t covered = 0;
  for (const auto& [begin, name] : by_begin) {
    if (begin != covered) {
      fail(fmt::format("tensor {} begins at byte {} of the data, expected {}: {}", shown(*name),
                       begin, covered,
                       begin < covered ? "two tensors overlap" : "a gap between tensors"));
    }
    covered = header.entries.at(*name).end;
  }
  if (covered != data_size) {
    fail(fmt::format("the tensors take {} bytes of data, the file has {}", covered, data_size));
  }
}

}  // namespace

std::uint64_t safetensors_element_size(std::string_view dtype) {
  for (const auto& [name, size] : kElementSizes) {
    if (name == dtype) return size;
  }
  return 0;
}

SafetensorsHeader parse_safetensors_header(std::string_view file) {
  if (file.size() < 8) {
    fail(fmt::format("not a safetensors file: expected at least 8 bytes, got {}", file.size()));
  }
  std::uint64_t header_size = 0;
  std::memcpy(&header_size, file.data(), 8);
  if (header_size > kMaxHeader || header_size > file.size() - 8) {
    fail(fmt::format("header length {} does not fit a file of {} bytes", header_size, file.size()));
  }
  SafetensorsHeader header;
  header.data_offset = 8 + header_size;
  const std::uint64_t data_size = file.size() - header.data_offset;

  json parsed;
  try {
    parsed = parse_json(file.substr(8, header_size));
  } catch (const std::invalid_argument& error) {
    fail(fmt::format("header is not JSON: {}", error.what()));
  }
  if (!parsed.is_object()) fail("header: expected a JSON object");
  for (const auto& [name, value] : parsed.items()) {
    try {
      if (name == "__metadata__") {
        header.metadata = value.get<std::map<std::string, std::string>>();
      } else {
        header.entries.emplace(name, parse_entry(name, value, data_size));
      }
    } catch (const json::exception& error) {
      fail(fmt::format("tensor {}: {}", shown(name), error.what()));
    }
  }
  check_spans(header, data_size);
  return header;
}

std::string format_safetensors_header(const SafetensorsHeader& header) {
  json object = json::object();
  if (!header.metadata.empty()) object["__metadata__"] = header.metadata;
  for (const auto& [name, entry] : header.entries) {
    object[name] = {
        {"dtype", entry.dtype}, {"shape", entry.shape}, {"data_offsets", {entry.begin, entry.end}}};
  }
  std::string text = object.dump();
  text.resize((text.size() + 7) / 8 * 8, ' ');
  const std::uint64_t length = text.size();
  return std::string(reinterpret_cast<const char*>(&length), 8) + text;
}

std::map<std::string, std::string> parse_checkpoint_index(std::string_view text) {
  std::map<std::string, std::string> shards;
  try {
    shards = parse_json(text).at("weight_map").get<decltype(shards)>();
  } catch (const json::exception& error) {
    fail(error.what());
  }
  if (shards.empty()) fail("weight_map: names no tensors");
  for (const auto& [tensor, shard] : shards) {
    const bool file_name = !shard.empty() && shard != "." && shard != ".." &&
                           shard.find('/') == std::string::npos &&
                           shard.find('\0') == std::string::npos;
    if (!file_name) {
      fail(fmt::format("weight_map: tensor {}: expected a file name, got {}", shown(tensor),
                       shown(shard)));
    }
  }
  return shards;
}

}  // namespace cadforge::models
