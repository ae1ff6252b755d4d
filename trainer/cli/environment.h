// What the commands share of the environment.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "env/evaluator.h"
#include "env/tasks/task.h"

namespace cadforge::trainer {

/// The task of that id as a prompt of `style` (empty: its default style) states it. Throws
/// UsageError naming the form expected, the nearest id or the styles there are.
env::Task find_task(const std::string& id, const std::string& style = "");

/// A pool of `lanes` (0: one per core).
std::shared_ptr<env::Pool> make_pool(int lanes);
/// Such a pool with an evaluator on it.
std::unique_ptr<env::Evaluator> make_evaluator(int lanes, const rewards::Scoring& scoring = {});

/// Of the options --profile and --full. Throws UsageError naming the profiles there are, or where a
/// profile has no full mode.
rewards::Scoring parse_scoring(const std::string& profile, bool full = false);

}  // namespace cadforge::trainer
