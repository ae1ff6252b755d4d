#include "env/families/draw.h"

namespace cadforge::env {

std::uint64_t mix64(std::uint64_t x) {
  x += 0x9E3779B97F4A7C15;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a, then mixed
  for (const unsigned char c : text) hash = (hash ^ c) * 0x100000001B3;
  return mix64(hash);
}

Draw::Draw(std::string_view family, std::uint64_t seed) : state_(hash_text(family) ^ mix64(seed)) {}

int Draw::integer(int low, int high, int step) {
  if (high <= low) return low;
  state_ = mix64(state_);
  const auto choices = static_cast<std::uint64_t>((high - low) / step + 1);
  return low + static_cast<int>(state_ % choices) * step;
}

}  // namespace cadforge::env
