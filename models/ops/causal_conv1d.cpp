#include "models/ops/causal_conv1d.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <cmath>

namespace cadforge::models {
namespace {

// Row numbers of tap `back` tokens earlier in the sequence; row 0 is the zero row, real tokens
// start at 1.
at::Tensor tap_rows(const std::vector<std::int64_t>& cu_seqlens, std::int64_t back,
                    c10::Device device) {
  at::Tensor rows = at::empty({cu_seqlens.back()}, at::kLong);
  auto* out = rows.data_ptr<std::int64_t>();
  for (std::size_t s = 0; s + 1 < cu_seqlens.size(); ++s) {
    for (auto t = cu_seqlens[s]; t < cu_seqlens[s + 1]; ++t) {
      out[t] = t - back >= cu_seqlens[s] ? t - back + 1 : 0;
    }
  }
  return rows.to(device);
}

at::Tensor packed(const at::Tensor& x, const at::Tensor& weight,
                  const std::vector<std::int64_t>& cu_seqlens) {
  const auto taps = weight.size(1);
  const at::Tensor rows = at::cat({at::zeros({1, x.size(1)}, x.options()), x});
  at::Tensor y = x * weight.select(1, taps - 1);
  for (std::int64_t back = 1; back < taps; ++back) {
    const at::Tensor shifted = rows.index_select(0, tap_rows(cu_seqlens, back, x.device()));
    y = y + shifted * weight.select(1, taps - 1 - back);
  }
  return y;
}

// Sequence by sequence on a CPU: where a vector register is not full, the function rounds
// otherwise.
at::Tensor silu_apart(const at::Tensor& y, const std::vector<std::int64_t>& cu_seqlens) {
  if (!y.is_cpu() || cu_seqlens.size() <= 2) return at::silu(y);
  std::vector<at::Tensor> parts;
  for (std::size_t s = 0; s + 1 < cu_seqlens.size(); ++s) {
    parts.push_back(at::silu(y.narrow(0, cu_seqlens[s], cu_seqlens[s + 1] - cu_seqlens[s])));
  }
  return at::cat(parts);
}

at::Tensor continued(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& tail) {
  const auto taps = weight.size(1);
  const at::Tensor rows = at::cat({tail.to(x.scalar_type()), x});
  at::Tensor y = x * weight.select(1, taps - 1);
  for (std::int64_t back = 1; back < taps; ++back) {
    y = y + rows.narrow(0, taps - 1 - back, x.size(0)) * weight.select(1, taps - 1 - back);
  }
  return y;
}

at::Tensor step_plain(const at::Tensor& x, const at::Tensor& weight, at::Tensor& tails,
                      const std::vector<std::int64_t>& slots) {
  const at::Tensor index = at::tensor(slots, at::kLong).to(x.device());
  const at::Tensor window = at::cat({tails.index_select(0, index), x.unsqueeze(1)}, 1);
  const at::Tensor taps = weight.t().unsqueeze(0);  // (1, K, C)
  tails.index_copy_(0, index, window.narrow(1, 1, tails.size(1)));
  return at::silu((window * taps).sum(1));
}

at::Tensor step_cpu(const at::Tensor& x, const at::Tensor& weight, at::Tensor& tails,
                    const std::vector<std::int64_t>& slots) {
  const auto channels = x.size(1), taps = weight.size(1);
  const at::Tensor taps_first = weight.t().contiguous();  // (K, C): unit stride over channels
  const at::Tensor input = x.contiguous();
  at::Tensor y = at::empty_like(input);
  const float* w = taps_first.data_ptr<float>();
  const float* in = input.data_ptr<float>();
  float* state = tails.data_ptr<float>();
  float* out = y.data_ptr<float>();
  at::parallel_for(0, x.size(0), 16, [&](std::int64_t begin, std::int64_t end) {
    for (auto b = begin; b < end; ++b) {
      float* tail = state + slots[b] * (taps - 1) * channels;
      const float* row = in + b * channels;
      float* result = out + b * channels;
      const float* last = w + (taps - 1) * channels;
      for (std::int64_t c = 0; c < channels; ++c) result[c] = row[c] * last[c];
      for (std::int64_t j = 0; j + 1 < taps; ++j) {
        for (std::int64_t c = 0; c < channels; ++c) {
          result[c] += tail[j * channels + c] * w[j * channels + c];
        }
      }
      std::copy(tail + channels, tail + (taps - 1) * channels, tail);
      std::copy(row, row + channels, tail + (taps - 2) * channels);
    }
  });
  return at::silu_(y);
}

}  // namespace

at::Tensor causal_conv1d(const at::Tensor& x, const at::Tensor& weight,
                         const std::vector<std::int64_t>& cu_seqlens, const at::Tensor* tail) {
  if (tail) TORCH_CHECK(cu_seqlens.size() == 2, "causal_conv1d: a tail needs exactly one sequence");
  const at::Tensor w = weight.to(x.scalar_type());
  return tail ? at::silu(continued(x, w, *tail)) : silu_apart(packed(x, w, cu_seqlens), cu_seqlens);
}

at::Tensor causal_conv1d_step(const at::Tensor& x, const at::Tensor& weight, at::Tensor& tails,
                              const std::vector<std::int64_t>& slots) {
  const at::Tensor w = weight.to(x.scalar_type());
  const bool fast = x.is_cpu() && x.scalar_type() == at::kFloat && weight.size(1) > 1;
  return fast ? step_cpu(x, w, tails, slots) : step_plain(x, w, tails, slots);
}

}  // namespace cadforge::models
