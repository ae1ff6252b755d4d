// Is a task fit to be trained on? Its reference must score as right, every other answer as what it
// is.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "env/evaluator.h"
#include "env/tasks/task.h"

namespace cadforge::env {

/// What became of one task under the prompts of one style. Totals as in RewardReport.
struct TaskCheck {
  std::string task, family, style;
  double gold = 0;
  std::optional<double> second;
  /// Programs that answer nothing: the stated box, the box as a cylinder, the gold at half its
  /// size, the program that the prompt shows.
  double best_null = 0;
  std::vector<std::pair<std::string, double>> mutants;  ///< by name
  std::vector<std::string> mistakes;                    ///< empty: the task is fit

  bool ok() const { return mistakes.empty(); }
};

/// Asks for everything at once; `finish` waits for the verdicts. Holds: gold >= 0.95, second >=
/// 0.93, nulls and the given program <= 0.05, each mutant that the style must notice loses what it
/// states. A reference that does not build is a mistake, not an exception. Where the prompt shows
/// no program the gold must be editable too; all else is asked of `shape_alone`, an evaluator
/// without perturbations.
class PendingCheck {
 public:
  PendingCheck(Evaluator& evaluator, Evaluator& shape_alone, const Task& task,
               const std::string& style);
  TaskCheck finish();

 private:
  std::future<Evaluation> ask(Evaluator& evaluator, const std::string& code);

  Task task_;
  std::string style_;
  std::future<Evaluation> gold_, second_, given_;
  std::vector<std::future<Evaluation>> nulls_;
  std::vector<std::pair<Mutant, std::future<Evaluation>>> mutants_;
};

/// The styles of a task that state different things, one of each.
std::vector<std::string> distinct_styles(const Task& task);

void to_json(nlohmann::json& json, const TaskCheck& check);

}  // namespace cadforge::env
