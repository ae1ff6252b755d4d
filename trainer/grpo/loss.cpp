#include "trainer/grpo/loss.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace cadforge::trainer {
namespace {

void check(const PolicyBatch& batch, const RunConfig::Loss& options) {
  const auto n = batch.logprobs.numel();
  const auto rows = static_cast<std::int64_t>(batch.advantages.size());
  if (static_cast<std::int64_t>(batch.offsets.size()) != rows + 1 || batch.offsets.back() != n) {
    throw std::invalid_argument(
        fmt::format("policy_loss: expected {} offsets up to {}, got {} up to {}", rows + 1, n,
                    batch.offsets.size(), batch.offsets.back()));
  }
  const auto fits = [&](const char* name, const at::Tensor& tensor) {
    if (!tensor.defined() || tensor.numel() != n) {
      throw std::invalid_argument(fmt::format("policy_loss: {}: expected {} values, got {}", name,
                                              n, tensor.defined() ? tensor.numel() : 0));
    }
  };
  fits("old", batch.old);
  if (options.beta != 0) fits("reference", batch.reference);
  if (batch.mask.defined()) fits("mask", batch.mask);
  if (batch.chosen.defined()) fits("chosen", batch.chosen);
}

/// Rows as the tokens see them: sums over a row's tokens, and a row's value at each of its tokens.
class Rows {
 public:
  Rows(const PolicyBatch& batch, const at::Tensor& mask) {
    const auto& offsets = batch.offsets;
    std::vector<std::int64_t> lengths;
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
      lengths.push_back(offsets[i + 1] - offsets[i]);
    }
    const auto device = batch.logprobs.device();
    index_ = at::repeat_interleave(at::tensor(lengths, at::kLong).to(device));
    count_ = static_cast<std::int64_t>(lengths.size());
    tokens_ = sum(mask).clamp_min(1);
  }

  at::Tensor sum(const at::Tensor& values) const {
    return at::zeros({count_}, values.options().requires_grad(false)).index_add(0, index_, values);
  }
  at::Tensor spread(const at::Tensor& rows) const { return rows.index_select(0, index_); }
  at::Tensor mean(const at::Tensor& masked) const { return sum(masked) / tokens_; }

 private:
  at::Tensor index_, tokens_;
  std::int64_t count_ = 0;
};

at::Tensor aggregate(const at::Tensor& masked, const at::Tensor& mask, const Rows& rows,
                     const RunConfig::Loss& options, const StepTotals& totals) {
  if (options.type == "grpo") return rows.mean(masked).sum() / totals.rows;
  if (options.type == "bnpo") {
    return masked.sum() / mask.sum().clamp_min(1) / totals.micro_batches;
  }
  if (options.type == "dr_grpo") {
    return masked.sum() / (totals.rows * totals.max_completion_length);
  }
  return masked.sum() / std::max(1.0, totals.tokens);
}

double total(const at::Tensor& values, const at::Tensor& mask) {
  return (values.detach().to(at::kFloat) * mask).sum(at::kDouble).item<double>();
}

}  // namespace

PolicyLoss policy_loss(const PolicyBatch& batch, const RunConfig::Loss& options,
                       const StepTotals& totals) {
  check(batch, options);
  const at::Tensor mask =
      batch.mask.defined() ? batch.mask.to(at::kFloat) : at::ones_like(batch.old);
  const Rows rows(batch, mask);
  const at::Tensor advantage = rows.spread(
      at::tensor(batch.advantages, at::kDouble).to(batch.logprobs.device(), at::kFloat));

  const at::Tensor log_ratio = batch.logprobs - batch.old;
  const at::Tensor ratio =
      (options.level == "sequence" ? rows.spread(rows.mean(log_ratio * mask)) : log_ratio).exp();
  const at::Tensor capped = options.delta > 0 ? ratio.clamp_max(options.delta) : ratio;
  const double low = 1 - options.epsilon, high = 1 + options.epsilon_high;
  at::Tensor token_loss = -at::min(capped * advantage, ratio.clamp(low, high) * advantage);

  if (batch.chosen.defined()) token_loss = token_loss * batch.chosen;

  PolicyLoss result;
  if (options.beta != 0) {
    const at::Tensor distance = batch.reference - batch.logprobs;
    const at::Tensor kl = (distance.exp() - distance - 1) * ratio;
    token_loss = token_loss + options.beta * kl;
    result.sums.kl = total(kl, mask);
  }
  result.loss = aggregate(token_loss * mask, mask, rows, options, totals);
  result.sums.tokens = mask.sum(at::kDouble).item<double>();
  result.sums.ratio = total(ratio, mask);
  result.sums.clip_low = total((capped < low).logical_and(advantage < 0), mask);
  result.sums.clip_high = total((capped > high).logical_and(advantage > 0), mask);
  return result;
}

}  // namespace cadforge::trainer
