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

std::unique_ptr<env::Evaluator> make_evaluator(int lanes) {
  return std::make_unique<env::Evaluator>(make_pool(lanes), env::EvaluatorOptions{});
}

}  // namespace cadforge::trainer
