// Causal softmax attention with grouped keys and values, over packed sequences and one step at a
// time.
#pragma once

#include <cstdint>
#include <vector>

#include "models/torch_forward.h"

namespace cadforge::models {

/// q (T, H, D), k, v (T, KV, D), H a multiple of KV: softmax(q k^T / sqrt(D)) v within each
/// sequence of `cu_seqlens`, causal. Each sequence is computed by itself, so neighbours cannot
/// touch it. Differentiable.
at::Tensor causal_attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                            const std::vector<std::int64_t>& cu_seqlens);

/// The last q.size(0) tokens of one sequence against all its keys: q (N, H, D), k, v (L, KV, D), N
/// <= L.
at::Tensor continued_attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v);

/// One token for each of `slots`: q (B, H, D) against the first lengths[b] entries of its slot in
/// keys, values (slots, KV, capacity, D). No gradient.
at::Tensor attention_step(const at::Tensor& q, const at::Tensor& keys, const at::Tensor& values,
                          const std::vector<std::int64_t>& slots,
                          const std::vector<std::int64_t>& lengths);

}  // namespace cadforge::models
