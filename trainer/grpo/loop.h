// Group-relative policy optimisation on rewards of real builds.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>

#include "trainer/metrics/progress.h"
#include "trainer/run_config.h"

namespace cadforge::trainer {

struct GrpoResult {
  int steps = 0;         ///< done, those of an earlier part of the run included
  bool stopped = false;  ///< by `stop`, before the last step
};

/// Trains a LoRA adapter and writes into `out`: config.json, metrics.jsonl, completions.jsonl,
/// shapes/, checkpoints/step-N/, adapter/ (the last). `resume` goes on from the last checkpoint in
/// `out`, whose logs are cut back to where it stood. `progress` is called as completions come in
/// and after each step. When `stop` becomes true the step under way is given up, and adapter,
/// checkpoint and logs are left as after the last whole step. Throws std::invalid_argument for bad
/// input and std::runtime_error where a task's reference does not build.
GrpoResult run_grpo(const RunConfig& config, const std::filesystem::path& out, bool resume,
                    const std::function<void(const ProgressState&)>& progress,
                    const std::atomic<bool>& stop);

}  // namespace cadforge::trainer
