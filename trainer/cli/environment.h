// What the commands share of the environment.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "env/evaluator.h"
#include "env/tasks/task.h"

namespace cadforge::trainer {

/// The task of that id as a prompt of `style` (empty: its default style) states it, of the task set
/// `set` where one is given. Throws UsageError naming the form expected, the nearest id or the
/// styles there are.
env::Task find_task(const std::string& id, const std::string& style = "",
                    const std::string& set = "");

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
