// The byte alphabet of byte-level BPE: every byte has a printable character standing for it.
#pragma once

#include <string>
#include <string_view>

namespace cadforge::models {

/// Bytes to their characters, as UTF-8 (GPT-2's table: printable Latin-1 stands for itself, the rest from
/// U+0100 on).
std::string to_byte_characters(std::string_view bytes);

/// The way back. Characters outside the alphabet are kept as they are.
std::string from_byte_characters(std::string_view text);

}  // namespace cadforge::models
