// One step's completions: sampled together, each scored from the moment it ends while the others
// are still being written.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "models/generation/engine.h"
#include "models/lora/lora_adapter.h"
#include "models/qwen35/model.h"
#include "trainer/grpo/journal.h"
#include "trainer/grpo/scorer.h"
#include "trainer/run_config.h"

namespace cadforge::trainer {

/// A task with the prompt it is given by.
struct GrpoPrompt {
  env::Task task;
  std::string text;  ///< rendered chat; empty for recorded groups
  std::vector<std::int64_t> ids;
};

struct GrpoSample {
  std::vector<std::int64_t> ids;  ///< the stop token included
  std::vector<float> logprobs;    ///< the sampler's, one per id
  std::vector<float> mask;        ///< 0: an observation's token; empty: all count
  bool truncated = false;
  std::string text;
  ScoredCompletion scored;
};

struct GrpoGroup {
  std::shared_ptr<const GrpoPrompt> prompt;
  std::vector<GrpoSample> samples;
};

struct StepRollout {
  std::vector<GrpoGroup> groups;  ///< what is trained on, in canonical order
  std::vector<GrpoGroup>
      watched;  ///< the watched prompt's, where this step looks at it; not trained on
  double rollout_seconds = 0;      ///< until the last token
  double reward_wait_seconds = 0;  ///< from there until the last verdict
  bool stopped = false;            ///< given up: the rest is not whole
};

/// What a rollout reports while it is under way.
using RolloutProgress = std::function<void(std::int64_t tokens, double seconds)>;

class RolloutSource {
 public:
  virtual ~RolloutSource() = default;
  /// The completions of step `step` (from 0). `adapter` does not change while this runs.
  virtual StepRollout collect(int step, const models::LoraAdapter& adapter,
                              const RolloutProgress& progress, const std::atomic<bool>& stop) = 0;
  /// Called after a checkpoint: what was remembered for going over steps again may be forgotten.
  virtual void checkpointed() {}
};

/// Everything sampling needs. References must outlive the source.
struct RolloutParts {
  const models::Qwen35Model& model;
  std::vector<std::int64_t> stop_tokens;
  std::vector<std::shared_ptr<const GrpoPrompt>> prompts;  ///< the train set
  /// A completion's text from its ids; the stop token is among them where `stopped`.
  std::function<std::string(const std::vector<std::int64_t>& ids, bool stopped)> decode;
  Scorer& scorer;
  Journal& journal;
};

/// Samples from the model and asks `scorer`. The prompts of a step come in an order that is a
/// function of (seed, step) alone, none twice within an epoch.
std::unique_ptr<RolloutSource> make_sampled_rollouts(const RunConfig& config, RolloutParts parts);

/// Recorded groups in file order: lines of prompt_ids and completions of ids, logprobs, reward,
/// truncated and optionally env_mask. Starts over after the last group. Throws
/// std::invalid_argument with file, line and reason.
std::unique_ptr<RolloutSource> make_recorded_rollouts(const RunConfig& config);

/// `order` (row numbers of `prompts`) with each family spread evenly over it: a family that no step
/// shows for a while is unlearnt while the others are trained.
std::vector<std::size_t> spread_families(
    const std::vector<std::shared_ptr<const GrpoPrompt>>& prompts,
    const std::vector<std::size_t>& order);

/// Whether step `step` looks at the watched prompt: four moments of the run, the first and the last
/// step among them. Returns 0 to 3, or -1.
int watch_moment(int step, int max_steps);

}  // namespace cadforge::trainer
