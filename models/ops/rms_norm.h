// Root-mean-square normalisation, as Qwen3.5 uses it in two forms.
#pragma once

#include "models/torch_forward.h"

namespace cadforge::models {

/// x (..., D), weight (D): x / rms(x) * (1 + weight), computed in fp32, returned in x's dtype.
/// Differentiable. The weight is zero-centred (Qwen3_5RMSNorm).
at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps);

/// x, gate (..., D), weight (D): weight * x / rms(x) * silu(gate), in fp32, returned in x's dtype:
/// the output norm of the gated delta rule (Qwen3_5RMSNormGated: normalise, weight, gate; not
/// zero-centred).
at::Tensor gated_rms_norm(const at::Tensor& x, const at::Tensor& gate, const at::Tensor& weight,
                          double eps);

}  // namespace cadforge::models
