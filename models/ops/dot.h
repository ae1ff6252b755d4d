// Dot product of fp32 rows for the one-step CPU loops.
#pragma once

#include <array>
#include <cstdint>

namespace cadforge::models {

/// Sum of a[i] b[i], added up in eight lanes: the compiler may not reorder a single running sum
/// into vector instructions by itself. The order of additions depends on `n` alone.
inline float dot(const float* a, const float* b, std::int64_t n) {
  std::array<float, 8> lanes{};
  std::int64_t i = 0;
  for (; i + 8 <= n; i += 8) {
    for (int l = 0; l < 8; ++l) lanes[l] += a[i + l] * b[i + l];
  }
  float sum = 0;
  for (; i < n; ++i) sum += a[i] * b[i];
  for (const float lane : lanes) sum += lane;
  return sum;
}

}  // namespace cadforge::models
