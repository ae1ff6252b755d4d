// From a step's completions and advantages to a changed adapter.
#pragma once

#include <vector>

#include "models/lora/lora_adapter.h"
#include "models/qwen35/model.h"
#include "trainer/grpo/rollout.h"
#include "trainer/optim/adamw.h"
#include "trainer/run_config.h"

namespace cadforge::trainer {

struct UpdateParts {
  const models::Qwen35Model& model;
  const models::LoraAdapter& adapter;
  const models::LoraAdapter* reference = nullptr;  ///< null: the model without an adapter
  AdamW& optimizer;
};

struct UpdateMetrics {
  double loss = 0, grad_norm = 0, entropy = 0, kl = 0;
  double clip_low = 0, clip_high = 0, ratio = 1;  ///< token means
  double sampling_difference_mean = 0, sampling_difference_max = 0;
  std::int64_t trained_tokens = 0, micro_batches = 0;  ///< of one pass
};

/// loss.num_iterations optimiser steps on the groups; `advantages` has one value per completion,
/// group by group. Completions are packed in canonical order to micro-batches of
/// train.micro_batch_tokens. Groups whose advantages are all 0 are left out of the passes where
/// that changes nothing (no KL term, no bnpo); they stay in what the loss divides by. Throws
/// std::runtime_error where loss or gradient is not a number: the adapter is then as before.
UpdateMetrics update_policy(const RunConfig& config, const UpdateParts& parts,
                            const std::vector<GrpoGroup>& groups,
                            const std::vector<double>& advantages, double learning_rate);

}  // namespace cadforge::trainer
