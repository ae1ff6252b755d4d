#include "models/tokenizer/byte_level.h"

#include <array>
#include <cstdint>

namespace cadforge::models {
namespace {

struct Alphabet {
  std::array<std::uint16_t, 256> character{};
  std::array<int, 512> byte{};

  Alphabet() {
    byte.fill(-1);
    int next = 256;
    for (int b = 0; b < 256; ++b) {
      const bool printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
      character[b] = static_cast<std::uint16_t>(printable ? b : next++);
      byte[character[b]] = b;
    }
  }
};

const Alphabet& alphabet() {
  static const Alphabet table;
  return table;
}

}  // namespace

std::string to_byte_characters(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const unsigned char b : bytes) {
    const auto c = alphabet().character[b];
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else {
      text += static_cast<char>(0xC0 | (c >> 6));
      text += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  return text;
}

std::string from_byte_characters(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      bytes += text[i];
      continue;
    }
    const bool two = (lead & 0xE0) == 0xC0 && i + 1 < text.size();
    const int code =
        two ? ((lead & 0x1F) << 6) | (static_cast<unsigned char>(text[i + 1]) & 0x3F) : 512;
    if (code < 512 && alphabet().byte[code] >= 0) {
      bytes += static_cast<char>(alphabet().byte[code]);
      ++i;
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

}  // namespace cadforge::models
