// Depthwise causal convolution with SiLU, over packed sequences and one step at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "models/torch_forward.h"

namespace cadforge::models {

/// x (T, C), weight (C, K): y_t = silu(sum_j weight[:, j] x_{t - K + 1 + j}) within each sequence
/// of `cu_seqlens`. What lies before a sequence's start is zero, or `tail` (K - 1, C) where given,
/// which needs exactly one sequence. Differentiable in x and weight.
at::Tensor causal_conv1d(const at::Tensor& x, const at::Tensor& weight,
                         const std::vector<std::int64_t>& cu_seqlens, const at::Tensor* tail);

/// One token for each of `slots`: x (B, C), tails (slots, K - 1, C), updated in place. No gradient.
at::Tensor causal_conv1d_step(const at::Tensor& x, const at::Tensor& weight, at::Tensor& tails,
                              const std::vector<std::int64_t>& slots);

}  // namespace cadforge::models
