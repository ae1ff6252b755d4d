#include "models/ops/sampling.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <limits>

namespace cadforge::models {
namespace {

// The last float below 1.
constexpr float kMostUniform = 1 - 0x1p-24f;

// Uniform numbers in (0, 1), one a vocabulary entry: word i % 4 of block i / 4. Both ends are kept
// out (a sum with the half rounds up to 2^32), so that the double logarithm below is finite. Small
// ones keep all 32 bits; they become the large noise, by which an unlikely token wins.
void fill_uniform(float* out, std::int64_t count, const SampleRow& row) {
  for (std::int64_t block = 0; block * 4 < count; ++block) {
    const auto words =
        philox4x32({static_cast<std::uint32_t>(block), row.position, 0, 0}, row.stream);
    const auto here = std::min<std::int64_t>(4, count - block * 4);
    for (std::int64_t i = 0; i < here; ++i) {
      out[block * 4 + i] = std::min((static_cast<float>(words[i]) + 0.5f) * 0x1p-32f, kMostUniform);
    }
  }
}

// (B, V) Gumbel noise; rows at temperature 0 get none.
at::Tensor gumbel_noise(const std::vector<SampleRow>& rows, std::int64_t vocabulary) {
  const auto count = static_cast<std::int64_t>(rows.size());
  at::Tensor uniform = at::empty({count, vocabulary}, at::kFloat);
  float* data = uniform.data_ptr<float>();
  at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
    for (auto b = begin; b < end; ++b) fill_uniform(data + b * vocabulary, vocabulary, rows[b]);
  });
  at::Tensor noise = uniform.neg_().log1p_().neg_().log_().neg_();
  for (std::int64_t b = 0; b < count; ++b) {
    if (rows[b].temperature == 0) noise.select(0, b).zero_();
  }
  return noise;
}

// Scaled logits with everything outside the nucleus and the top k at -inf.
void restrict_row(at::Tensor scaled, const SampleRow& row) {
  const auto [sorted, order] = scaled.sort(/*stable=*/true, -1, /*descending=*/true);
  auto keep = scaled.size(0);
  if (row.top_k > 0) keep = std::min<std::int64_t>(keep, row.top_k);
  if (row.top_p < 1) {
    // The smallest set whose mass reaches top_p: entries before which less than top_p has been
    // seen.
    const at::Tensor mass = sorted.narrow(0, 0, keep).softmax(-1);
    const at::Tensor before = mass.cumsum(-1) - mass;
    keep = std::max<std::int64_t>(1, (before < row.top_p).sum().item<std::int64_t>());
  }
  const at::Tensor dropped = order.narrow(0, keep, scaled.size(0) - keep);
  scaled.index_fill_(0, dropped, -std::numeric_limits<float>::infinity());
}

}  // namespace

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> c,
                                        std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53} * c[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57} * c[2];
    c = {static_cast<std::uint32_t>(b >> 32) ^ c[1] ^ key[0], static_cast<std::uint32_t>(b),
         static_cast<std::uint32_t>(a >> 32) ^ c[3] ^ key[1], static_cast<std::uint32_t>(a)};
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
  }
  return c;
}

std::array<std::uint32_t, 2> sample_stream(std::uint64_t seed, std::uint32_t step,
                                           std::uint32_t prompt, std::uint32_t sample) {
  const auto words =
      philox4x32({step, prompt, sample, 0},
                 {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
  return {words[0], words[1]};
}

DrawnTokens draw_tokens(const at::Tensor& logits, const std::vector<SampleRow>& rows) {
  const auto count = static_cast<std::int64_t>(rows.size());
  TORCH_CHECK(logits.dim() == 2 && logits.size(0) == count, "draw_tokens: expected ", count,
              " rows of logits, got ", logits.sizes());
  // Divided, as in token_logprob, so that sampler and trainer round alike.
  std::vector<float> temperature(count);
  for (std::int64_t b = 0; b < count; ++b) {
    temperature[b] = rows[b].temperature == 0 ? 1.f : static_cast<float>(rows[b].temperature);
  }
  const at::Tensor scaled =
      logits.to(at::kFloat) / at::tensor(temperature, at::kFloat).to(logits.device()).unsqueeze(1);
  at::Tensor allowed = scaled;
  for (std::int64_t b = 0; b < count; ++b) {
    if (rows[b].top_k == 0 && rows[b].top_p >= 1) continue;
    if (allowed.is_same(scaled)) allowed = scaled.clone();
    restrict_row(allowed.select(0, b), rows[b]);
  }
  const at::Tensor noisy = allowed + gumbel_noise(rows, logits.size(1)).to(logits.device());
  const at::Tensor tokens = noisy.argmax(1);
  const at::Tensor logprobs =
      (scaled.gather(1, tokens.unsqueeze(1)).squeeze(1) - scaled.logsumexp(1)).cpu();
  const at::Tensor host = tokens.cpu();
  return {{host.data_ptr<std::int64_t>(), host.data_ptr<std::int64_t>() + count},
          {logprobs.data_ptr<float>(), logprobs.data_ptr<float>() + count}};
}

}  // namespace cadforge::models
