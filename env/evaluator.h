// build -> measure -> score, on a pool: the environment as the trainer sees it.
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <string>

#include "env/reward_hook.h"
#include "env/sandbox/pool.h"
#include "env/tasks/task.h"
#include "rewards/profiles/profile.h"
#include "rewards/score.h"

namespace cadforge::env {

struct Evaluation {
  std::string code;  ///< what was built
  rewards::BuildResult build;
  rewards::GeometryReport geometry;
  rewards::RewardReport reward;
  double seconds = 0;  ///< from leaving the queue to the verdict
  bool cached = false;
  double rebuild_cpu_seconds = 0;  ///< building and measuring it with changed parameters
};

struct EvaluatorOptions {
  double deadline_seconds = 30;  ///< build and measure together; past it the verdict is a timeout
  /// Parameters of a program that are changed and rebuilt to measure its editability, once it is
  /// right enough; 0: editability is not measured.
  int perturbations = 4;
  bool cache = true;  ///< key: exact code bytes + task + spec + probe seed + scoring
  rewards::Scoring scoring;
  /// A user's own reward of what builds. training reward = (1 - hook_weight) x the profile's +
  /// hook_weight x the hook's; where the hook fails, the completion is a failure of class
  /// "hook_failed", which is not kept.
  std::shared_ptr<RewardHook> hook;
  double hook_weight = 1;
};

/// Thread-safe. Each call's future is fulfilled with a verdict, whatever the program does. It holds
/// an exception where the task's own reference does not build, or where the pool goes.
class Evaluator {
 public:
  Evaluator(std::shared_ptr<Lanes> lanes, const EvaluatorOptions& options);
  ~Evaluator();

  /// Builds and measures the reference and its nulls, once per task id and parameters; later calls
  /// with the same task share the result. The future holds an exception (std::runtime_error naming
  /// the task) where the gold program does not build.
  std::shared_future<rewards::ReferenceFacts> prepare(const Task& task);

  /// Scores a completion's text. `cut_by_length` as in extract_code. `probe_seed` as in
  /// MeasureRequest. Clients take turns on the lanes.
  std::future<Evaluation> evaluate(const Task& task, std::string completion, bool cut_by_length,
                                   std::uint64_t probe_seed, std::uint64_t client = 0);

  /// The same under another profile than the options'. Published profiles read the completion in
  /// their own way, cut or not, and draw nothing from the probe seed; only in full mode do they
  /// look at the task's reference.
  std::future<Evaluation> evaluate(const Task& task, std::string completion, bool cut_by_length,
                                   std::uint64_t probe_seed, const rewards::Scoring& scoring,
                                   std::uint64_t client = 0);

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
  std::shared_ptr<Lanes> lanes_;  // goes first, and with it the jobs that use the rest
};

}  // namespace cadforge::env
