#include "models/ops/gated_delta_rule.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cadforge::models {
namespace {

constexpr std::int64_t kChunk = 64;
constexpr double kL2Eps = 1e-6;

// Where each token goes when the sequences are cut into chunks. Chunks are stored by chunk number
// first and, within one number, by sequence in order of falling length: the sequences that still
// run at chunk j are the first `running[j]`, so the scan over chunks works on plain slices.
struct ChunkLayout {
  std::vector<std::int64_t> order;    ///< sequences, longest first
  std::vector<std::int64_t> running;  ///< sequences that have chunk j
  at::Tensor gather;   ///< (chunks * 64): token row, 0 for the zero row, tokens from 1
  at::Tensor scatter;  ///< (T): place of each token in the chunks
};

ChunkLayout chunk_layout(const std::vector<std::int64_t>& cu_seqlens, c10::Device device) {
  const auto sequences = static_cast<std::int64_t>(cu_seqlens.size()) - 1;
  const auto length = [&](std::int64_t s) { return cu_seqlens[s + 1] - cu_seqlens[s]; };
  ChunkLayout layout;
  layout.order.resize(sequences);
  std::iota(layout.order.begin(), layout.order.end(), 0);
  std::stable_sort(layout.order.begin(), layout.order.end(),
                   [&](auto a, auto b) { return length(a) > length(b); });

  std::vector<std::int64_t> gather, scatter(cu_seqlens.back());
  for (std::int64_t first = 0; first < length(layout.order[0]); first += kChunk) {
    std::int64_t running = 0;
    for (; running < sequences && length(layout.order[running]) > first; ++running) {
      const auto s = layout.order[running];
      for (std::int64_t i = 0; i < kChunk; ++i) {
        const bool real = first + i < length(s);
        const auto token = cu_seqlens[s] + first + i;
        if (real) scatter[token] = static_cast<std::int64_t>(gather.size());
        gather.push_back(real ? token + 1 : 0);
      }
    }
    layout.running.push_back(running);
  }
  layout.gather = at::tensor(gather, at::kLong).to(device);
  layout.scatter = at::tensor(scatter, at::kLong).to(device);
  return layout;
}

// (T, H, D) -> (chunks, H, 64, D), zeros where a chunk has no token: a zero k, v, beta and g leaves
// the state as it is.
at::Tensor to_chunks(const at::Tensor& x, const ChunkLayout& layout) {
  const at::Tensor rows = at::cat({at::zeros_like(x.narrow(0, 0, 1)), x});
  const at::Tensor chunks = rows.index_select(0, layout.gather);
  return chunks.view({-1, kChunk, x.size(1), x.size(2)}).transpose(1, 2).contiguous();
}

at::Tensor l2_normalise(const at::Tensor& x) {
  return x * at::rsqrt(x.square().sum(-1, true) + kL2Eps);
}

// Key heads to value heads, each repeated.
at::Tensor spread(const at::Tensor& x, std::int64_t heads) {
  return x.size(1) == heads ? x : x.repeat_interleave(heads / x.size(1), 1);
}

at::Tensor step_plain(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                      const at::Tensor& g, const at::Tensor& beta, at::Tensor& states,
                      const std::vector<std::int64_t>& slots) {
  const at::Tensor index = at::tensor(slots, at::kLong).to(q.device());
  at::Tensor state = states.index_select(0, index) * g.exp().unsqueeze(-1).unsqueeze(-1);
  const at::Tensor recalled = (state * k.unsqueeze(-1)).sum(-2);
  const at::Tensor delta = (v - recalled) * beta.unsqueeze(-1);
  state = state + k.unsqueeze(-1) * delta.unsqueeze(-2);
  states.index_copy_(0, index, state);
  return (state * q.unsqueeze(-1)).sum(-2);
}

// One head of one sequence. Two passes over the state: decay and recall, then write and read out.
void step_head(const float* q, const float* k, const float* v, float decay, float beta,
               float* state, float* out, float* delta, std::int64_t key_dim,
               std::int64_t value_dim) {
  std::fill(delta, delta + value_dim, 0.f);
  for (std::int64_t i = 0; i < key_dim; ++i) {
    float* row = state + i * value_dim;
    for (std::int64_t j = 0; j < value_dim; ++j) {
      row[j] *= decay;
      delta[j] += row[j] * k[i];
    }
  }
  for (std::int64_t j = 0; j < value_dim; ++j) delta[j] = (v[j] - delta[j]) * beta;
  std::fill(out, out + value_dim, 0.f);
  for (std::int64_t i = 0; i < key_dim; ++i) {
    float* row = state + i * value_dim;
    for (std::int64_t j = 0; j < value_dim; ++j) {
      row[j] += k[i] * delta[j];
      out[j] += row[j] * q[i];
    }
  }
}

at::Tensor step_cpu(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                    const at::Tensor& g, const at::Tensor& beta, at::Tensor& states,
                    const std::vector<std::int64_t>& slots) {
  const auto heads = v.size(1), key_dim = q.size(2), value_dim = v.size(2);
  const auto key_heads = q.size(1), shared = heads / key_heads;
  const at::Tensor qc = q.contiguous(), kc = k.contiguous(), vc = v.contiguous();
  const at::Tensor decay = g.exp().contiguous(), bc = beta.contiguous();
  at::Tensor output = at::empty({q.size(0), heads, value_dim}, q.options());
  const float *qp = qc.data_ptr<float>(), *kp = kc.data_ptr<float>(), *vp = vc.data_ptr<float>();
  const float *dp = decay.data_ptr<float>(), *bp = bc.data_ptr<float>();
  float *sp = states.data_ptr<float>(), *op = output.data_ptr<float>();
  at::parallel_for(0, q.size(0) * heads, 16, [&](std::int64_t begin, std::int64_t end) {
    std::vector<float> delta(value_dim);
    for (auto i = begin; i < end; ++i) {
      float* state = sp + (slots[i / heads] * heads + i % heads) * key_dim * value_dim;
      const auto key_row = (i / heads * key_heads + i % heads / shared) * key_dim;
      step_head(qp + key_row, kp + key_row, vp + i * value_dim, dp[i], bp[i], state,
                op + i * value_dim, delta.data(), key_dim, value_dim);
    }
  });
  return output;
}

}  // namespace

DeltaRuleResult gated_delta_rule(const at::Tensor& q_in, const at::Tensor& k_in,
                                 const at::Tensor& v_in, const at::Tensor& g_in,
                                 const at::Tensor& beta_in,
                                 const std::vector<std::int64_t>& cu_seqlens,
                                 const at::Tensor* initial_state) {
  const ChunkLayout layout = chunk_layout(cu_seqlens, q_in.device());
  const auto heads = v_in.size(1), key_dim = q_in.size(2), value_dim = v_in.size(2);
  const double scale = 1.0 / std::sqrt(static_cast<double>(key_dim));

  const at::Tensor q_shared = to_chunks(l2_normalise(q_in.to(at::kFloat)) * scale, layout);
  const at::Tensor k_shared = to_chunks(l2_normalise(k_in.to(at::kFloat)), layout);
  const at::Tensor k_transposed = k_shared.transpose(-1, -2);
  const at::Tensor q = spread(q_shared, heads), k = spread(k_shared, heads);
  const at::Tensor v = to_chunks(v_in.to(at::kFloat), layout);
  const at::Tensor beta = to_chunks(beta_in.to(at::kFloat).unsqueeze(-1), layout);
  const at::Tensor g = to_chunks(g_in.to(at::kFloat).unsqueeze(-1), layout).squeeze(-1).cumsum(-1);

  // decay[i][j] = exp(g_i - g_j) for j <= i; masked before the exponential, which would overflow
  // above it.
  const at::Tensor decay = (g.unsqueeze(-1) - g.unsqueeze(-2)).tril().exp().tril();
  const at::Tensor from_start = g.exp().unsqueeze(-1);
  const at::Tensor system =
      (spread(k_shared.matmul(k_transposed), heads) * (decay * beta)).tril(-1);
  // (I + L)^-1 applied to both right-hand sides at once: what the chunk writes, and what it would
  // recall.
  const at::Tensor solved = at::linalg_solve_triangular(
      system, at::cat({v * beta, k * (beta * from_start)}, -1), /*upper=*/false, /*left=*/true,
      /*unitriangular=*/true);
  const at::Tensor written = solved.narrow(-1, 0, value_dim);
  const at::Tensor recall = solved.narrow(-1, value_dim, key_dim);
  const at::Tensor scores = spread(q_shared.matmul(k_transposed), heads) * decay;
  const at::Tensor q_start = q * from_start;
  const at::Tensor to_end = (g.narrow(-1, kChunk - 1, 1) - g).exp().unsqueeze(-1);
  const at::Tensor k_end = (k * to_end).transpose(-1, -2);
  const at::Tensor chunk_decay = g.select(-1, kChunk - 1).exp().unsqueeze(-1).unsqueeze(-1);

  const auto sequences = static_cast<std::int64_t>(layout.order.size());
  const at::Tensor order = at::tensor(layout.order, at::kLong).to(q.device());
  at::Tensor state = initial_state ? initial_state->to(at::kFloat).index_select(0, order)
                                   : at::zeros({sequences, heads, key_dim, value_dim}, q.options());
  std::vector<at::Tensor> outputs, finished;
  std::int64_t first = 0;
  for (std::size_t j = 0; j < layout.running.size(); ++j) {
    const auto count = layout.running[j];
    const auto part = [&](const at::Tensor& x) { return x.narrow(0, first, count); };
    if (state.size(0) > count) {
      finished.push_back(state.narrow(0, count, state.size(0) - count));
      state = state.narrow(0, 0, count);
    }
    const at::Tensor fresh = part(written) - part(recall).matmul(state);
    outputs.push_back(part(q_start).matmul(state) + part(scores).matmul(fresh));
    state = state * part(chunk_decay) + part(k_end).matmul(fresh);
    first += count;
  }
  finished.push_back(state);
  std::reverse(finished.begin(), finished.end());

  const at::Tensor chunks = at::cat(outputs).transpose(1, 2).reshape({-1, heads, value_dim});
  const at::Tensor back = at::argsort(order);
  return {chunks.index_select(0, layout.scatter), at::cat(finished).index_select(0, back)};
}

at::Tensor gated_delta_rule_step(const at::Tensor& q_in, const at::Tensor& k_in,
                                 const at::Tensor& v_in, const at::Tensor& g_in,
                                 const at::Tensor& beta_in, at::Tensor& states,
                                 const std::vector<std::int64_t>& slots) {
  const double scale = 1.0 / std::sqrt(static_cast<double>(q_in.size(2)));
  const at::Tensor q = l2_normalise(q_in.to(at::kFloat)) * scale;
  const at::Tensor k = l2_normalise(k_in.to(at::kFloat));
  const at::Tensor v = v_in.to(at::kFloat), g = g_in.to(at::kFloat), beta = beta_in.to(at::kFloat);
  if (q.is_cpu()) return step_cpu(q, k, v, g, beta, states, slots);
  return step_plain(spread(q, v.size(1)), spread(k, v.size(1)), v, g, beta, states, slots);
}

}  // namespace cadforge::models
