#include "models/ops/attention.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>

#include "models/ops/dot.h"

namespace cadforge::models {
namespace {

// (N, H, D) -> (1, H, N, D), the layout of scaled_dot_product_attention.
at::Tensor heads_first(const at::Tensor& x) { return x.transpose(0, 1).unsqueeze(0); }

at::Tensor heads_last(const at::Tensor& x) { return x.squeeze(0).transpose(0, 1); }

at::Tensor step_plain(const at::Tensor& q, const at::Tensor& keys, const at::Tensor& values,
                      const std::vector<std::int64_t>& slots,
                      const std::vector<std::int64_t>& lengths) {
  const auto longest = *std::max_element(lengths.begin(), lengths.end());
  const at::Tensor index = at::tensor(slots, at::kLong).to(q.device());
  const at::Tensor limit = at::tensor(lengths, at::kLong).to(q.device());
  const at::Tensor k = keys.narrow(2, 0, longest).index_select(0, index);
  const at::Tensor v = values.narrow(2, 0, longest).index_select(0, index);
  const at::Tensor mask = (at::arange(longest, limit.options()).unsqueeze(0) < limit.unsqueeze(1))
                              .view({q.size(0), 1, 1, longest});
  return at::scaled_dot_product_attention(q.unsqueeze(2), k, v, mask, 0.0, false, std::nullopt,
                                          /*enable_gqa=*/true)
      .squeeze(2);
}

// One head of one sequence over `length` cached entries.
void step_head(const float* q, const float* keys, const float* values, std::int64_t length,
               std::int64_t dim, float scale, float* scores, float* out) {
  float highest = -INFINITY;
  for (std::int64_t t = 0; t < length; ++t) {
    scores[t] = dot(q, keys + t * dim, dim) * scale;
    highest = std::max(highest, scores[t]);
  }
  float total = 0;
  for (std::int64_t t = 0; t < length; ++t) total += scores[t] = std::exp(scores[t] - highest);
  std::fill(out, out + dim, 0.f);
  for (std::int64_t t = 0; t < length; ++t) {
    const float weight = scores[t] / total;
    for (std::int64_t i = 0; i < dim; ++i) out[i] += weight * values[t * dim + i];
  }
}

at::Tensor step_cpu(const at::Tensor& q_in, const at::Tensor& keys, const at::Tensor& values,
                    const std::vector<std::int64_t>& slots,
                    const std::vector<std::int64_t>& lengths) {
  const at::Tensor q = q_in.contiguous();
  const auto heads = q.size(1), dim = q.size(2), kv_heads = keys.size(1), capacity = keys.size(2);
  const auto shared = heads / kv_heads;
  const float scale = 1.f / std::sqrt(static_cast<float>(dim));
  at::Tensor output = at::empty_like(q);
  const float *qp = q.data_ptr<float>(), *kp = keys.data_ptr<float>();
  const float* vp = values.data_ptr<float>();
  float* op = output.data_ptr<float>();
  at::parallel_for(0, q.size(0) * heads, 16, [&](std::int64_t begin, std::int64_t end) {
    std::vector<float> scores(capacity);
    for (auto i = begin; i < end; ++i) {
      const auto b = i / heads;
      const auto offset = (slots[b] * kv_heads + (i % heads) / shared) * capacity * dim;
      step_head(qp + i * dim, kp + offset, vp + offset, lengths[b], dim, scale, scores.data(),
                op + i * dim);
    }
  });
  return output;
}

}  // namespace

at::Tensor causal_attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                            const std::vector<std::int64_t>& cu_seqlens) {
  std::vector<at::Tensor> outputs;
  for (std::size_t s = 0; s + 1 < cu_seqlens.size(); ++s) {
    const auto begin = cu_seqlens[s], length = cu_seqlens[s + 1] - begin;
    if (length == 0) continue;
    const auto part = [&](const at::Tensor& x) { return heads_first(x.narrow(0, begin, length)); };
    outputs.push_back(heads_last(at::scaled_dot_product_attention(
        part(q), part(k), part(v), std::nullopt, 0.0, /*is_causal=*/true, std::nullopt,
        /*enable_gqa=*/true)));
  }
  return at::cat(outputs);
}

at::Tensor continued_attention(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v) {
  const auto rows = q.size(0), columns = k.size(0);
  const at::Tensor mask =
      at::ones({rows, columns}, q.options().dtype(at::kBool)).tril(columns - rows);
  return heads_last(at::scaled_dot_product_attention(heads_first(q), heads_first(k), heads_first(v),
                                                     mask, 0.0, false, std::nullopt,
                                                     /*enable_gqa=*/true));
}

at::Tensor attention_step(const at::Tensor& q, const at::Tensor& keys, const at::Tensor& values,
                          const std::vector<std::int64_t>& slots,
                          const std::vector<std::int64_t>& lengths) {
  return q.is_cpu() && q.scalar_type() == at::kFloat ? step_cpu(q, keys, values, slots, lengths)
                                                     : step_plain(q, keys, values, slots, lengths);
}

}  // namespace cadforge::models
