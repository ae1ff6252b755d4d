// The policy loss: one pure function of log-probabilities, advantages and masks.
//
// Rows are completions of different lengths, their tokens end to end; nothing is padded.
#pragma once

#include <ATen/core/TensorBody.h>

#include <cstdint>
#include <vector>

#include "trainer/run_config.h"

namespace cadforge::trainer {

/// Some completions of a step. Tensors are (N) fp32 on one device, N the tokens of all rows.
struct PolicyBatch {
  at::Tensor logprobs;   ///< of the policy being trained, with gradient
  at::Tensor old;        ///< of the policy that the ratio refers to, no gradient
  at::Tensor reference;  ///< of the reference policy; undefined where loss.beta is 0
  at::Tensor mask;       ///< 1: counts, 0: does not (an observation's token); undefined: all count
  at::Tensor chosen;     ///< 0: the policy's term is left out, not the KL; undefined: all chosen
  std::vector<std::int64_t> offsets{0};  ///< rows + 1 places: where each row begins, N last
  std::vector<double> advantages;        ///< one per row
};

/// What the whole optimiser step holds, which the aggregation divides by; the batch may be a part
/// of it.
struct StepTotals {
  double rows = 0;    ///< completions, those without a gradient included
  double tokens = 0;  ///< completion tokens that count, likewise
  double micro_batches = 1;
  double max_completion_length = 0;  ///< rollout.max_new_tokens, for dr_grpo
};

/// Sums over tokens that count, to be added over micro-batches and divided by `tokens`.
struct PolicySums {
  double tokens = 0, kl = 0, ratio = 0;
  double clip_low = 0, clip_high = 0;  ///< tokens whose ratio the clip holds, by the side
};

struct PolicyLoss {
  at::Tensor loss;  ///< scalar; summed over a step's micro-batches it is the step's loss
  PolicySums sums;
};

/// With l = logprob - old, c = exp(l) (level "sequence": exp of the row's mean l, GSPO) and A the
/// advantage:
///   token loss   -min(min(c, delta) A, clip(c, 1 - epsilon, 1 + epsilon_high) A)
///                + beta c (exp(r) - r - 1),  r = reference - logprob      (k3, corrected for the
///                ratio)
///   grpo         mean over rows of the row's token mean
///   bnpo         token mean of each micro-batch, mean over micro-batches
///   dr_grpo      sum / (rows x max_completion_length)
///   dapo         sum / tokens of the step
/// delta 0 stands for no cap. Throws std::invalid_argument where sizes do not fit.
PolicyLoss policy_loss(const PolicyBatch& batch, const RunConfig::Loss& options,
                       const StepTotals& totals);

}  // namespace cadforge::trainer
