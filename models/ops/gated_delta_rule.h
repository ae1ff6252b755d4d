// The gated delta rule of Gated DeltaNet: a fast-weight memory S (key dim x value dim) per head.
//
//   S_t = exp(g_t) S_{t-1} + k_t (beta_t (v_t - (exp(g_t) S_{t-1})^T k_t))^T,    o_t = S_t^T q_t
//
// with q and k l2-normalised (x rsqrt(sum x^2 + 1e-6)) and q scaled by key_dim^-0.5. State and
// arithmetic are fp32 whatever the inputs are. Formula: Gated Delta Networks (arXiv 2412.06464), as
// Qwen3.5 applies it.
#pragma once

#include <cstdint>
#include <vector>

#include "models/torch_forward.h"

namespace cadforge::models {

struct DeltaRuleResult;  // {output (T, H, Dv) fp32, final_state (S, H, Dk, Dv) fp32}; defined below

/// Packed sequences in chunks of 64: q, k (T, Hk, Dk), v (T, H, Dv), g (T, H) log decay, beta (T,
/// H). H is a multiple of Hk, and value head h reads key head h / (H / Hk). `initial_state`
/// (sequences, H, Dk, Dv) or null for zeros. Differentiable in all of them, the initial state
/// included. No sequence sees another.
DeltaRuleResult gated_delta_rule(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                                 const at::Tensor& g, const at::Tensor& beta,
                                 const std::vector<std::int64_t>& cu_seqlens,
                                 const at::Tensor* initial_state);

/// One token for each of `slots`: q, k (B, Hk, Dk), v (B, H, Dv), g, beta (B, H); states (slots, H,
/// Dk, Dv) fp32, updated in place. Returns (B, H, Dv) fp32. No gradient.
at::Tensor gated_delta_rule_step(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                                 const at::Tensor& g, const at::Tensor& beta, at::Tensor& states,
                                 const std::vector<std::int64_t>& slots);

}  // namespace cadforge::models

#include <ATen/core/TensorBody.h>

namespace cadforge::models {
struct DeltaRuleResult {
  at::Tensor output;
  at::Tensor final_state;
};
}  // namespace cadforge::models
