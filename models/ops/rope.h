// Rotary position embedding on the first part of each head.
#pragma once

#include <cstdint>

#include "models/torch_forward.h"

namespace cadforge::models {

/// Angles for `positions` (T) int64: (T, rotary / 2) fp32, position * theta^(-2 i / rotary).
at::Tensor rope_angles(const at::Tensor& positions, std::int64_t rotary, double theta);

/// x (T, heads, D): rotates dimensions [0, rotary) by `angles` (T, rotary / 2), pairing i with
/// i + rotary / 2, and passes the rest through. Text only: the three axes of M-RoPE are equal,
/// which makes it plain RoPE. Differentiable.
at::Tensor apply_rope(const at::Tensor& x, const at::Tensor& angles);

}  // namespace cadforge::models
