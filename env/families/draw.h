// Random numbers of a family draw: a pure function of family and seed, the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace cadforge::env {

/// SplitMix64's mixing function: a good hash of 64 bits.
std::uint64_t mix64(std::uint64_t x);
std::uint64_t hash_text(std::string_view text);

class Draw {
 public:
  Draw(std::string_view family, std::uint64_t seed);
  /// A whole number in [low, high], a multiple of `step` from `low` on.
  int integer(int low, int high, int step = 1);

 private:
  std::uint64_t state_;
};

}  // namespace cadforge::env
