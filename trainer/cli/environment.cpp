#include "trainer/cli/environment.h"

#include "env/tasks/task_set.h"
#include "trainer/cli/usage_error.h"

namespace cadforge::trainer {

env::Task find_task(const std::string& id, const std::string& style) {
  try {
    env::Task task = env::find_task(id);
    return env::in_style(task, style.empty() ? env::default_style(task) : style);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

std::shared_ptr<env::Pool> make_pool(int lanes) {
  env::PoolOptions options;
  options.lanes = lanes;
  return std::make_shared<env::Pool>(options);
}

std::unique_ptr<env::Evaluator> make_evaluator(int lanes, const rewards::Scoring& scoring) {
  env::EvaluatorOptions options;
  options.scoring = scoring;
  return std::make_unique<env::Evaluator>(make_pool(lanes), options);
}

rewards::Scoring parse_scoring(const std::string& profile, bool full) {
  rewards::Scoring scoring;
  try {
    scoring.profile = rewards::parse_profile(profile);
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
  if (full && !scoring.published()) {
    throw UsageError("--full: only the published profiles have a full mode, got " + profile);
  }
  scoring.full = full;
  return scoring;
}

}  // namespace cadforge::trainer
