#include "models/ops/rope.h"

#include <ATen/ATen.h>

namespace cadforge::models {

at::Tensor rope_angles(const at::Tensor& positions, std::int64_t rotary, double theta) {
  const auto options = positions.options().dtype(at::kFloat);
  const at::Tensor exponent = at::arange(0, rotary, 2, options) / static_cast<double>(rotary);
  const at::Tensor inverse = at::pow(at::scalar_tensor(theta, options), exponent).reciprocal();
  return positions.to(at::kFloat).unsqueeze(1) * inverse.unsqueeze(0);
}

at::Tensor apply_rope(const at::Tensor& x, const at::Tensor& angles) {
  const auto half = angles.size(1);
  const at::Tensor cos = angles.cos().to(x.scalar_type()).unsqueeze(1);  // (T, 1, rotary / 2)
  const at::Tensor sin = angles.sin().to(x.scalar_type()).unsqueeze(1);
  const at::Tensor a = x.narrow(-1, 0, half);
  const at::Tensor b = x.narrow(-1, half, half);
  return at::cat(
      {a * cos - b * sin, b * cos + a * sin, x.narrow(-1, 2 * half, x.size(-1) - 2 * half)}, -1);
}

}  // namespace cadforge::models
