// Any bytes as a safetensors file, and as the index of a sharded checkpoint: a header or one clear
// error.
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "models/io/safetensors_header.h"

using namespace cadforge::models;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const auto header = parse_safetensors_header(bytes);
    // What was accepted lies within the file, and is written as it was read.
    for (const auto& [name, entry] : header.entries) {
      if (header.data_offset + entry.end > size || entry.begin > entry.end) std::abort();
    }
    auto copy = format_safetensors_header(header);
    copy.append(bytes.substr(header.data_offset));
    if (parse_safetensors_header(copy).entries.size() != header.entries.size()) std::abort();
  } catch (const std::invalid_argument& error) {
    if (std::string_view(error.what()).empty()) std::abort();
  }
  try {
    if (parse_checkpoint_index(bytes).empty()) std::abort();
  } catch (const std::invalid_argument& error) {
    if (std::string_view(error.what()).empty()) std::abort();
  }
  return 0;
}
