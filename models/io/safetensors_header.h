// The part of the safetensors format that is text: an 8-byte length (little endian), then JSON that
// names each tensor's dtype, shape and place in the data after it. Nothing here touches the data.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cadforge::models {

struct SafetensorsEntry {
  std::string dtype;  ///< as written in the file: "F32", "BF16", ...
  std::vector<std::int64_t> shape;
  std::uint64_t begin = 0, end = 0;  ///< bytes from the start of the data
};

struct SafetensorsHeader {
  std::map<std::string, SafetensorsEntry> entries;
  std::map<std::string, std::string> metadata;
  std::uint64_t data_offset = 0;  ///< where the data starts in the file
};

/// Bytes of one element of a dtype ("BF16": 2), 0 where the name is unknown.
std::uint64_t safetensors_element_size(std::string_view dtype);

/// Reads the header of a whole file's bytes and checks it: length, JSON, dtypes, that every span
/// fits its shape and the file, that no two overlap and that none of the data is without a tensor.
/// Throws std::invalid_argument naming the tensor, expected and got.
SafetensorsHeader parse_safetensors_header(std::string_view file);

/// The bytes that come before the data, padded so that the data is 8-byte aligned.
std::string format_safetensors_header(const SafetensorsHeader& header);

/// model.safetensors.index.json: tensor name to the shard that holds it. Throws
/// std::invalid_argument where it is not JSON of that form, names no shard, or names a path instead
/// of a file.
std::map<std::string, std::string> parse_checkpoint_index(std::string_view text);

}  // namespace cadforge::models
