// Supervised fine-tuning: LoRA, or every parameter of a small model.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>

#include "trainer/metrics/progress.h"
#include "trainer/run_config.h"

namespace cadforge::trainer {

struct SftResult {
  int steps = 0;
  double last_loss = 0;
  bool stopped = false;  ///< by `stop`, before the last step
};

/// Trains on config.data.files and writes into `out`: config.json, metrics.jsonl (a line a step,
/// flushed), checkpoints/step-N/ and adapter/ (PEFT files), or model/ (a Hugging Face folder) with
/// train.full_parameters. `progress` is called after each step. When `stop` becomes true the
/// current step is finished and everything is saved. `resume` goes on from the newest checkpoint in
/// `out`, bit for bit. Throws std::invalid_argument for bad input and std::runtime_error where the
/// loss is not a number.
SftResult run_sft(const RunConfig& config, const std::filesystem::path& out,
                  const std::function<void(const ProgressState&)>& progress,
                  const std::atomic<bool>& stop, bool resume = false);

}  // namespace cadforge::trainer
