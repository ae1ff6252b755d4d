// What the commands share of the environment.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "env/evaluator.h"
#include "env/tasks/task.h"

namespace cadforge::trainer {

/// Tasks by id, as a prompt of `style` (empty: each one's default style) states them: of the set
/// `set`, which is read once, else of the catalogue and the families.
class TaskFinder {
 public:
  /// Throws UsageError where there is no such set.
  explicit TaskFinder(std::string style, const std::string& set = "");

  /// Lives as long as the finder. Throws UsageError naming the form expected, the nearest id, the
  /// ids of the set or the styles there are.
  const env::Task& find(const std::string& id);

 private:
  const std::string style_, set_;
  std::map<std::string, env::Task> of_set_, found_;
};

/// A pool of `lanes` (0: one per core).
std::shared_ptr<env::Pool> make_pool(int lanes);
/// Such a pool with an evaluator on it.
std::unique_ptr<env::Evaluator> make_evaluator(int lanes,
                                               const env::EvaluatorOptions& options = {});

/// Which reward a command computes.
struct RewardChoice {
  std::string profile = "verified", hook;
  bool full = false;
  double hook_weight = 1, hook_deadline_s = 10;
};

/// --profile, --hook, --hook-weight and --hook-deadline.
void add_reward_options(CLI::App& command, RewardChoice& choice);

/// Starts the hook. Throws UsageError naming the profiles there are, or what a hook looks like.
env::EvaluatorOptions evaluator_options(const RewardChoice& choice);

}  // namespace cadforge::trainer
