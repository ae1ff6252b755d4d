// AdamW, gradient clipping and learning-rate schedules, as torch.optim and transformers compute
// them.
#pragma once

#include <ATen/core/TensorBody.h>

#include <string>
#include <utility>
#include <vector>

#include "trainer/run_config.h"

namespace cadforge::trainer {

/// A parameter and its gradient, both fp32 and of one shape; the optimiser writes the first, reads
/// the second.
struct Trainable {
  at::Tensor value, gradient;
};

/// Decoupled weight decay (value *= 1 - lr wd first), bias-corrected moments (Loshchilov & Hutter).
class AdamW {
 public:
  AdamW(std::vector<Trainable> parameters, const RunConfig::Optim& options);

  /// Scales all gradients so that their joint norm is at most max_grad_norm (0: never), steps,
  /// zeroes them. Returns the norm before scaling. Throws std::runtime_error, with nothing changed,
  /// where it is not finite.
  double step(double learning_rate);

  /// Moments and step count, by name, for a checkpoint.
  std::vector<std::pair<std::string, at::Tensor>> state() const;
  /// Throws std::invalid_argument where names or shapes differ.
  void load_state(const std::vector<std::pair<std::string, at::Tensor>>& state);

 private:
  std::vector<Trainable> parameters_;
  std::vector<at::Tensor> first_, second_;
  RunConfig::Optim options_;
  std::int64_t steps_ = 0;
};

/// Learning rate of step `step` (from 0) of `total`: the factor is taken before the step, so that
/// with any warm-up the first step has 0 (transformers' LambdaLR). `warmup_ratio` of the steps,
/// rounded up.
double learning_rate(const RunConfig::Schedule& schedule, double peak, int step, int total);

}  // namespace cadforge::trainer
