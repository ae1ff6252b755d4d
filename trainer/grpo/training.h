// The loop itself, on whatever rollouts it is given.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>

#include "trainer/grpo/loop.h"
#include "trainer/grpo/rollout.h"
#include "trainer/session.h"

namespace cadforge::trainer {

struct GrpoParts {
  Session& session;  ///< its adapter is trained; on resume it is replaced by the checkpoint's
  RolloutSource& rollouts;
  const models::LoraAdapter* reference = nullptr;  ///< what KL refers to; null: the model alone
};

/// As run_grpo, which this is the second half of. `out` exists.
GrpoResult train_grpo(const RunConfig& config, const GrpoParts& parts,
                      const std::filesystem::path& out, bool resume,
                      const std::function<void(const ProgressState&)>& progress,
                      const std::atomic<bool>& stop);

/// `rewards` dealt out in an order that is a function of (seed, step) alone: the control that shows
/// what comes from the reward and what from training on one's own samples.
std::vector<double> shuffled_rewards(const std::vector<double>& rewards, std::uint64_t seed,
                                     int step);

}  // namespace cadforge::trainer
