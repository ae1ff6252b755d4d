#include "models/ops/rms_norm.h"

#include <ATen/ATen.h>

namespace cadforge::models {
namespace {

at::Tensor normalise(const at::Tensor& x, double eps) {
  return x * at::rsqrt(x.square().mean(-1, true) + eps);
}

}  // namespace

at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps) {
  const at::Tensor y = normalise(x.to(at::kFloat), eps) * (weight.to(at::kFloat) + 1.0);
  return y.to(x.scalar_type());
}

at::Tensor gated_rms_norm(const at::Tensor& x, const at::Tensor& gate, const at::Tensor& weight,
                          double eps) {
  const at::Tensor y = normalise(x.to(at::kFloat), eps) * weight.to(at::kFloat);
  return (y * at::silu(gate.to(at::kFloat))).to(x.scalar_type());
}

}  // namespace cadforge::models
