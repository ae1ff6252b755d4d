#include "trainer/grpo/update.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "models/ops/token_logprob.h"
#include "trainer/grpo/loss.h"

namespace cadforge::trainer {
namespace {

struct Row {
  const GrpoGroup* group = nullptr;
  const GrpoSample* sample = nullptr;
  double advantage = 0;

  std::int64_t tokens() const {
    return static_cast<std::int64_t>(group->prompt->ids.size() + sample->ids.size());
  }
};

/// A packed micro-batch and what stays the same over the iterations.
struct Pack {
  models::PackedBatch batch;
  at::Tensor places,
      targets;         ///< of the hidden rows that predict completion tokens, and those tokens
  at::Tensor sampled;  ///< the sampler's log-probabilities
  PolicyBatch policy;
};

double counting_tokens(const GrpoSample& sample) {
  if (sample.mask.empty()) return static_cast<double>(sample.ids.size());
  return std::accumulate(sample.mask.begin(), sample.mask.end(), 0.0);
}

class PolicyUpdate {
 public:
  PolicyUpdate(const RunConfig& config, const UpdateParts& parts,
               const std::vector<GrpoGroup>& groups, const std::vector<double>& advantages)
      : config_(config), parts_(parts) {
    choose_rows(groups, advantages);
    pack_rows();
    totals_.micro_batches = static_cast<double>(std::max<std::size_t>(1, packs_.size()));
    totals_.max_completion_length = config.rollout.max_new_tokens;
    if (config.loss.top_entropy < 1 && !packs_.empty()) choose_tokens();
  }

  UpdateMetrics run(double learning_rate) {
    for (int i = 0; i < config_.loss.num_iterations; ++i) {
      double loss = 0;
      for (auto& pack : packs_) loss += pass(pack, i == 0);
      if (!std::isfinite(loss))
        throw std::runtime_error("grpo: the loss of this step is not a number");
      metrics_.loss += loss / config_.loss.num_iterations;
      metrics_.grad_norm += parts_.optimizer.step(learning_rate) / config_.loss.num_iterations;
    }
    return finished();
  }

 private:
  void choose_rows(const std::vector<GrpoGroup>& groups, const std::vector<double>& advantages) {
    const bool all = config_.loss.beta != 0 || config_.loss.type == "bnpo";
    std::size_t next = 0;
    for (const auto& group : groups) {
      const auto first = next;
      next += group.samples.size();
      const bool flat = std::all_of(advantages.begin() + static_cast<std::ptrdiff_t>(first),
                                    advantages.begin() + static_cast<std::ptrdiff_t>(next),
                                    [](double a) { return a == 0; });
      for (std::size_t i = first; i < next; ++i) {
        const GrpoSample& sample = group.samples[i - first];
        totals_.rows += 1;
        if (config_.loss.mask_truncated && sample.truncated) continue;
        totals_.tokens += counting_tokens(sample);
        if (all || !flat) rows_.push_back({&group, &sample, advantages[i]});
      }
    }
  }

  void pack_rows() {
    std::size_t first = 0;
    while (first < rows_.size()) {
      auto last = first;
      std::int64_t held = 0;
      while (last < rows_.size() &&
             (last == first || held + rows_[last].tokens() <= config_.train.micro_batch_tokens)) {
        held += rows_[last++].tokens();
      }
      packs_.push_back(make_pack(first, last));
      first = last;
    }
  }

  Pack make_pack(std::size_t first, std::size_t last) const {
    Pack pack;
    std::vector<std::int64_t> places, targets;
    std::vector<float> sampled, mask;
    for (auto i = first; i < last; ++i) {
      const Row& row = rows_[i];
      std::vector<std::int64_t> sequence = row.group->prompt->ids;
      const auto& ids = row.sample->ids;
      const auto before = static_cast<std::int64_t>(pack.batch.tokens.size() + sequence.size()) - 1;
      for (std::size_t t = 0; t < ids.size(); ++t) {
        places.push_back(before + static_cast<std::int64_t>(t));
      }
      sequence.insert(sequence.end(), ids.begin(), ids.end());
      pack.batch.add(sequence);
      targets.insert(targets.end(), ids.begin(), ids.end());
      sampled.insert(sampled.end(), row.sample->logprobs.begin(), row.sample->logprobs.end());
      if (row.sample->mask.empty()) {
        mask.insert(mask.end(), ids.size(), 1.0f);
      } else {
        mask.insert(mask.end(), row.sample->mask.begin(), row.sample->mask.end());
      }
      pack.policy.offsets.push_back(static_cast<std::int64_t>(targets.size()));
      const double weight = row.advantage < 0 ? config_.loss.negative_weight : 1;
      pack.policy.advantages.push_back(weight * row.advantage);
    }
    const auto device = parts_.model.head().device();
    pack.places = at::tensor(places, at::kLong).to(device);
    pack.targets = at::tensor(targets, at::kLong).to(device);
    pack.sampled = at::tensor(sampled, at::kFloat).to(device);
    pack.policy.mask = at::tensor(mask, at::kFloat).to(device);
    return pack;
  }

  // The tokens of highest entropy in the whole step, so that the choice does not depend on packing
  // (Wang et al. 2025, arXiv 2506.01939).
  void choose_tokens() {
    at::NoGradGuard no_grad;
    std::vector<at::Tensor> entropies, counting;
    for (const auto& pack : packs_) {
      entropies.push_back(logprobs(pack, &parts_.adapter).entropy);
      counting.push_back(entropies.back().masked_select(pack.policy.mask > 0));
    }
    const at::Tensor sorted = std::get<0>(at::cat(counting).sort());
    const auto dropped = static_cast<std::int64_t>((1 - config_.loss.top_entropy) *
                                                   static_cast<double>(sorted.numel()));
    const at::Tensor threshold = sorted[std::min(dropped, sorted.numel() - 1)];
    for (std::size_t i = 0; i < packs_.size(); ++i) {
      packs_[i].policy.chosen = entropies[i].ge(threshold).to(at::kFloat);
    }
  }

  models::TokenLogprobs logprobs(const Pack& pack, const models::LoraAdapter* adapter) const {
    const at::Tensor hidden = parts_.model.forward(pack.batch, adapter, config_.train.recompute);
    return models::token_logprob(hidden.index_select(0, pack.places), parts_.model.head(),
                                 pack.targets, config_.rollout.temperature);
  }

  // Forward and backward of one micro-batch; gradients add up in the adapter. Returns its part of
  // the loss.
  double pass(Pack& pack, bool first_iteration) {
    PolicyBatch& policy = pack.policy;
    const auto result = logprobs(pack, &parts_.adapter);
    policy.logprobs = result.logprob;
    if (first_iteration) {
      policy.old = config_.loss.old == "sampler" ? pack.sampled : result.logprob.detach();
      if (config_.loss.beta != 0) {
        at::NoGradGuard no_grad;
        policy.reference = logprobs(pack, parts_.reference).logprob;
      }
      compare_with_sampler(pack, result);
    }
    const PolicyLoss part = policy_loss(policy, config_.loss, totals_);
    part.loss.backward();
    sums_.tokens += part.sums.tokens;
    sums_.kl += part.sums.kl;
    sums_.ratio += part.sums.ratio;
    sums_.clip_low += part.sums.clip_low;
    sums_.clip_high += part.sums.clip_high;
    policy.logprobs = at::Tensor();
    return part.loss.item<double>();
  }

  void compare_with_sampler(const Pack& pack, const models::TokenLogprobs& result) {
    const at::Tensor difference = (result.logprob.detach() - pack.sampled).abs() * pack.policy.mask;
    difference_sum_ += difference.sum(at::kDouble).item<double>();
    metrics_.sampling_difference_max =
        std::max(metrics_.sampling_difference_max, difference.max().item<double>());
    entropy_sum_ += (result.entropy * pack.policy.mask).sum(at::kDouble).item<double>();
    tokens_ += pack.policy.mask.sum(at::kDouble).item<double>();
  }

  UpdateMetrics finished() {
    metrics_.micro_batches = static_cast<std::int64_t>(packs_.size());
    metrics_.trained_tokens = static_cast<std::int64_t>(tokens_);
    if (tokens_ > 0) {
      metrics_.entropy = entropy_sum_ / tokens_;
      metrics_.sampling_difference_mean = difference_sum_ / tokens_;
    }
    if (sums_.tokens > 0) {
      metrics_.kl = sums_.kl / sums_.tokens;
      metrics_.ratio = sums_.ratio / sums_.tokens;
      metrics_.clip_low = sums_.clip_low / sums_.tokens;
      metrics_.clip_high = sums_.clip_high / sums_.tokens;
    }
    return metrics_;
  }

  const RunConfig& config_;
  const UpdateParts& parts_;
  StepTotals totals_;
  std::vector<Row> rows_;
  std::vector<Pack> packs_;
  PolicySums sums_;
  double difference_sum_ = 0, entropy_sum_ = 0, tokens_ = 0;
  UpdateMetrics metrics_;
};

}  // namespace

UpdateMetrics update_policy(const RunConfig& config, const UpdateParts& parts,
                            const std::vector<GrpoGroup>& groups,
                            const std::vector<double>& advantages, double learning_rate) {
  return PolicyUpdate(config, parts, groups, advantages).run(learning_rate);
}

}  // namespace cadforge::trainer
