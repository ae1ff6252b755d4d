// What an evaluation says, as pure functions of its verdicts.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace cadforge::trainer {

/// A program counts as solved from this total on.
inline constexpr double kSolved = 0.8;

/// One completion's outcome.
struct Verdict {
  int task = 0;  ///< index into the task set
  std::string family;
  int tokens = 0;
  bool built = false;      ///< a valid solid came out
  bool null_like = false;  ///< the shape is (nearly) one of the task's nulls
  double total = 0;        ///< RewardReport::total; negative where the build failed
  std::string error_class;
};

/// One row of the table. Shares and means run over completions; the pass rates over tasks.
struct EvalRow {
  int tasks = 0, completions = 0;
  double build_rate = 0;
  double mean_total =
      0;  ///< mean of max(total, 0): a failed build counts 0, not its negative class value
  double share_solved = 0;  ///< completions with total >= kSolved
  double pass_1 = 0;        ///< expected share of tasks solved by one sample
  double pass_k = 0;        ///< ... by the best of k samples
  int k = 0;                ///< 16, or the samples a task had where they were fewer
  double null_rate = 0;
  double mean_tokens = 0;
};

struct EvalSummary {
  EvalRow all;
  std::map<std::string, EvalRow> families;
  std::map<std::string, int> error_classes;  ///< completions by class, "ok" included
};

/// Chance that at least one of k samples is right when `correct` of `samples` were: the unbiased
/// estimator 1 - C(n-c, k) / C(n, k) (Chen et al., "Evaluating Large Language Models Trained on
/// Code", 2021). Throws std::invalid_argument unless 0 <= correct <= samples and 1 <= k <= samples.
double pass_at_k(int samples, int correct, int k);

EvalSummary summarise(const std::vector<Verdict>& verdicts);

void to_json(nlohmann::json& json, const EvalRow& row);
void from_json(const nlohmann::json& json, EvalRow& row);
void to_json(nlohmann::json& json, const EvalSummary& summary);
void from_json(const nlohmann::json& json, EvalSummary& summary);

}  // namespace cadforge::trainer
