// What a step leaves behind for people: its line in metrics.jsonl, its completions, a few shapes.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

#include "trainer/grpo/advantage.h"
#include "trainer/grpo/rollout.h"
#include "trainer/grpo/update.h"
#include "trainer/metrics/run_log.h"

namespace cadforge::trainer {

/// TRL's names, and cad/... for what the environment says: shares of all completions, error
/// classes, means of the reward's terms over completions.
nlohmann::json rollout_metrics(const StepRollout& rollout, const Advantages& advantages);
/// Means over the tokens that were trained on, left out where there were none.
nlohmann::json update_metrics(const UpdateMetrics& metrics, double learning_rate);

/// A completion's line: step, task_id, family, sample, prompt, text, tokens, truncated, reward,
/// total, error_class, the reward's terms and notes.
nlohmann::json completion_record(int step, const GrpoGroup& group, std::size_t sample);

/// Keeps each family's best shape of a step and the worst of all (step-N-best-I.brep, eight
/// families at most, and step-N-worst.brep) where `keep_extremes`, and the watched prompt's best
/// (watch-K-step-N.brep), in `folder`, with a line each in `index`: completion_record and `file`,
/// `kind`, `watched`. A shape kept before an interruption is kept as it is.
void keep_shapes(int step, const StepRollout& rollout, bool keep_extremes, int max_steps,
                 const std::filesystem::path& folder, RunLog& index);

}  // namespace cadforge::trainer
