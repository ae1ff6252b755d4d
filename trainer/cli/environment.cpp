#include "trainer/cli/environment.h"

#include <fmt/format.h>

#include "env/tasks/task_set.h"
#include "trainer/cli/usage_error.h"
#include "trainer/cli/validators.h"

namespace cadforge::trainer {

TaskFinder::TaskFinder(std::string style, const std::string& set)
    : style_(std::move(style)), set_(set) {
  if (set.empty()) return;
  try {
    for (auto& task : env::load_task_set(set)) of_set_.emplace(task.id, std::move(task));
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

const env::Task& TaskFinder::find(const std::string& id) {
  if (const auto known = found_.find(id); known != found_.end()) return known->second;
  const auto in_set = of_set_.find(id);
  if (!set_.empty() && in_set == of_set_.end()) {
    std::string ids;
    for (const auto& [name, task] : of_set_) {
      if (ids.size() < 200) ids += (ids.empty() ? "" : ", ") + name;
    }
    throw UsageError(fmt::format("there is no task {} in {}; there are {}", id, set_, ids));
  }
  try {
    const env::Task task = set_.empty() ? env::find_task(id) : in_set->second;
    const std::string style = style_.empty() ? env::default_style(task) : style_;
    return found_.emplace(id, env::in_style(task, style)).first->second;
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

std::shared_ptr<env::Pool> make_pool(int lanes) {
  env::PoolOptions options;
  options.lanes = lanes;
  return std::make_shared<env::Pool>(options);
}

std::unique_ptr<env::Evaluator> make_evaluator(int lanes, const env::EvaluatorOptions& options) {
  return std::make_unique<env::Evaluator>(make_pool(lanes), options);
}

void add_reward_options(CLI::App& command, RewardChoice& choice) {
  command
      .add_option("--profile", choice.profile,
                  "verified, or the published reward: published_dense, published_strict")
      ->capture_default_str();
  command.add_option("--hook", choice.hook,
                     "A reward of your own: FILE.py:FUNCTION or an http(s) address");
  command
      .add_option("--hook-weight", choice.hook_weight,
                  "Its share of the training reward, 0 to 1; the profile has the rest")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command.add_option("--hook-deadline", choice.hook_deadline_s, "Seconds for one answer of it")
      ->check(at_least(0.001))
      ->capture_default_str();
}

env::EvaluatorOptions evaluator_options(const RewardChoice& choice) {
  env::EvaluatorOptions options;
  options.hook_weight = choice.hook_weight;
  try {
    options.scoring.profile = rewards::parse_profile(choice.profile);
    if (!choice.hook.empty()) {
      options.hook = env::make_reward_hook(choice.hook, choice.hook_deadline_s);
    }
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  options.scoring.full = choice.full;
  if (choice.full && !options.scoring.published()) {
    throw UsageError("--full: only the published profiles have a full mode, got " + choice.profile);
  }
  return options;
}

}  // namespace cadforge::trainer
