#include "trainer/eval/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cadforge::trainer {
namespace {

constexpr int kBestOf = 16;

/// Sums while reading, means at the end.
struct Tally {
  int completions = 0, built = 0, solved = 0, null_like = 0;
  double total = 0, tokens = 0;
  struct Task {
    int samples = 0, solved = 0;
  };
  std::map<int, Task> tasks;

  void add(const Verdict& verdict) {
    const bool solved_now = verdict.total >= kSolved;
    ++completions;
    built += verdict.built;
    solved += solved_now;
    null_like += verdict.null_like;
    total += std::max(verdict.total, 0.0);
    tokens += verdict.tokens;
    auto& task = tasks[verdict.task];
    ++task.samples;
    task.solved += solved_now;
  }

  EvalRow row() const {
    EvalRow row;
    row.tasks = static_cast<int>(tasks.size());
    row.completions = completions;
    if (completions == 0) return row;
    const double n = completions;
    row.build_rate = built / n;
    row.mean_total = total / n;
    row.share_solved = solved / n;
    row.null_rate = null_like / n;
    row.mean_tokens = tokens / n;
    row.k = kBestOf;
    for (const auto& [index, task] : tasks) row.k = std::min(row.k, task.samples);
    for (const auto& [index, task] : tasks) {
      row.pass_1 += pass_at_k(task.samples, task.solved, 1) / row.tasks;
      row.pass_k += pass_at_k(task.samples, task.solved, row.k) / row.tasks;
    }
    return row;
  }
};

}  // namespace

double pass_at_k(int samples, int correct, int k) {
  if (correct < 0 || correct > samples || k < 1 || k > samples) {
    throw std::invalid_argument(fmt::format(
        "pass_at_k: expected 0 <= correct <= samples and 1 <= k <= samples, got {} of {}, k {}",
        correct, samples, k));
  }
  if (samples - correct < k) return 1;
  double all_wrong = 1;
  for (int i = samples - correct + 1; i <= samples; ++i)
    all_wrong *= 1.0 - static_cast<double>(k) / i;
  return 1 - all_wrong;
}

EvalSummary summarise(const std::vector<Verdict>& verdicts) {
  Tally all;
  std::map<std::string, Tally> families;
  EvalSummary summary;
  for (const auto& verdict : verdicts) {
    all.add(verdict);
    families[verdict.family].add(verdict);
    ++summary.error_classes[verdict.error_class];
  }
  summary.all = all.row();
  for (const auto& [name, tally] : families) summary.families[name] = tally.row();
  return summary;
}

void to_json(nlohmann::json& json, const EvalRow& row) {
  json = {{"tasks", row.tasks},
          {"completions", row.completions},
          {"build_rate", row.build_rate},
          {"mean_total", row.mean_total},
          {"share_solved", row.share_solved},
          {"pass@1", row.pass_1},
          {"pass@k", row.pass_k},
          {"k", row.k},
          {"null_rate", row.null_rate},
          {"mean_tokens", row.mean_tokens}};
}

void from_json(const nlohmann::json& json, EvalRow& row) {
  json.at("tasks").get_to(row.tasks);
  json.at("completions").get_to(row.completions);
  json.at("build_rate").get_to(row.build_rate);
  json.at("mean_total").get_to(row.mean_total);
  json.at("share_solved").get_to(row.share_solved);
  json.at("pass@1").get_to(row.pass_1);
  json.at("pass@k").get_to(row.pass_k);
  json.at("k").get_to(row.k);
  json.at("null_rate").get_to(row.null_rate);
  json.at("mean_tokens").get_to(row.mean_tokens);
}

void to_json(nlohmann::json& json, const EvalSummary& summary) {
  json = {{"all", summary.all},
          {"families", summary.families},
          {"error_classes", summary.error_classes}};
}

void from_json(const nlohmann::json& json, EvalSummary& summary) {
  json.at("all").get_to(summary.all);
  json.at("families").get_to(summary.families);
  summary.error_classes = json.value("error_classes", std::map<std::string, int>{});
}

}  // namespace cadforge::trainer
