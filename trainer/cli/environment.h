// What the commands share of the environment.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "env/evaluator.h"
#include "env/tasks/task.h"

namespace cadforge::trainer {

/// The draw named "family:seed". Throws UsageError naming the form expected or the nearest family.
env::Task find_task(const std::string& id);

/// A pool of `lanes` (0: one per core) with an evaluator on it.
std::unique_ptr<env::Evaluator> make_evaluator(int lanes);

}  // namespace cadforge::trainer
