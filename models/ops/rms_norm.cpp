#include "models/ops/rms_norm.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cmath>

#include "models/ops/dot.h"

namespace cadforge::models {
namespace {

at::Tensor normalise(const at::Tensor& x, double eps) {
  return x * at::rsqrt(x.square().mean(-1, true) + eps);
}

bool plain_floats(const at::Tensor& x) { return x.is_cpu() && x.scalar_type() == at::kFloat; }

// One pass over memory instead of eight: what a decode step without gradients takes. `gate` may be
// null.
at::Tensor fused_cpu(const at::Tensor& x_in, const at::Tensor* gate_in, const at::Tensor& scale,
                     double eps) {
  const at::Tensor x = x_in.contiguous();
  const at::Tensor gate = gate_in ? gate_in->contiguous() : at::Tensor();
  const auto columns = x.size(-1), rows = x.numel() / columns;
  at::Tensor y = at::empty_like(x);
  const float *in = x.data_ptr<float>(), *weight = scale.data_ptr<float>();
  const float* gates = gate_in ? gate.data_ptr<float>() : nullptr;
  float* out = y.data_ptr<float>();
  at::parallel_for(0, rows, 1 + 8192 / columns, [&](std::int64_t begin, std::int64_t end) {
    for (auto r = begin; r < end; ++r) {
      const float* row = in + r * columns;
      float* result = out + r * columns;
      const auto mean = dot(row, row, columns) / static_cast<float>(columns);
      const float inverse = 1.f / std::sqrt(mean + static_cast<float>(eps));
      for (std::int64_t c = 0; c < columns; ++c) result[c] = row[c] * inverse * weight[c];
      if (!gates) continue;
      const float* z = gates + r * columns;
      for (std::int64_t c = 0; c < columns; ++c) result[c] *= z[c] / (1.f + std::exp(-z[c]));
    }
  });
  return y;
}

}  // namespace

at::Tensor rms_norm(const at::Tensor& x, const at::Tensor& weight, double eps) {
  const at::Tensor scale = weight.to(at::kFloat) + 1.0;
  if (!at::GradMode::is_enabled() && plain_floats(x)) return fused_cpu(x, nullptr, scale, eps);
  return (normalise(x.to(at::kFloat), eps) * scale).to(x.scalar_type());
}

at::Tensor gated_rms_norm(const at::Tensor& x, const at::Tensor& gate, const at::Tensor& weight,
                          double eps) {
  const at::Tensor scale = weight.to(at::kFloat).contiguous();
  if (!at::GradMode::is_enabled() && plain_floats(x) && plain_floats(gate)) {
    return fused_cpu(x, &gate, scale, eps);
  }
  const at::Tensor y = normalise(x.to(at::kFloat), eps) * scale;
  return (y * at::silu(gate.to(at::kFloat))).to(x.scalar_type());
}

}  // namespace cadforge::models
