#include "env/tasks/task_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace cadforge::env {
namespace {

constexpr double kGold = 0.95, kSecond = 0.93, kNull = 0.05;

// The gold program, and after it the simplest shape with its box: what an optimiser answers that
// has learned the size and nothing else.
constexpr const char* kBoxOf = R"(
_solid = fixture if "fixture" in globals() else result
_solid = _solid.toCompound() if hasattr(_solid, "toCompound") else _solid
_solid = cq.Compound.makeCompound(_solid.vals()) if hasattr(_solid, "vals") else _solid
_b = _solid.BoundingBox()
_low = (_b.xmin, _b.ymin, _b.zmin)
)";

const std::vector<std::string>& null_endings() {
  static const std::vector<std::string> endings = {
      "fixture = cq.Workplane().box(_b.xlen, _b.ylen, _b.zlen, centered=False).translate(_low)\n",
      "fixture = cq.Workplane().ellipse(_b.xlen / 2, _b.ylen / 2).extrude(_b.zlen)\n",
      "fixture = _solid.scale(0.5)\n"};
  return endings;
}

bool must_notice(const Mutant& mutant, const std::string& style) {
  if (mutant.styles.empty()) return style != rewards::kConceptStyle;
  return std::find(mutant.styles.begin(), mutant.styles.end(), style) != mutant.styles.end();
}

std::string mutated(const Task& task, const Mutant& mutant) {
  std::string code = task.gold;
  return code.replace(code.find(mutant.find), mutant.find.size(), mutant.replace);
}

}  // namespace

std::future<Evaluation> PendingCheck::ask(Evaluator& evaluator, const std::string& code) {
  return evaluator.evaluate(task_, "```python\n" + code + "\n```", false, 0);
}

PendingCheck::PendingCheck(Evaluator& evaluator, Evaluator& shape_alone, const Task& task,
                           const std::string& style)
    : task_(in_style(task, style)), style_(style) {
  if (!task_.given.empty()) {  // what else holds, holds in the styles that show no program
    gold_ = ask(shape_alone, task.gold);
    given_ = ask(shape_alone, task_.given.at(style));
    return;
  }
  gold_ = ask(evaluator, task.gold);
  if (!task.second.empty()) second_ = ask(shape_alone, task.second);
  for (const auto& ending : null_endings())
    nulls_.push_back(ask(shape_alone, task.gold + kBoxOf + ending));
  for (const auto& mutant : task.mutants) {
    if (must_notice(mutant, style))
      mutants_.emplace_back(mutant, ask(shape_alone, mutated(task, mutant)));
  }
}

TaskCheck PendingCheck::finish() {
  TaskCheck check;
  check.task = task_.id;
  check.family = task_.family;
  check.style = style_;
  const auto mistake = [&](const std::string& what, const Evaluation& evaluation) {
    const auto& notes = evaluation.reward.notes;
    check.mistakes.push_back(fmt::format("{} ({})", what, notes.empty() ? "" : notes.front()));
  };
  try {
    const Evaluation gold = gold_.get();
    check.gold = gold.reward.total;
    if (check.gold < kGold)
      mistake(fmt::format("the gold program scores {:.3f}, wanted {}", check.gold, kGold), gold);
    if (second_.valid()) {
      const Evaluation second = second_.get();
      check.second = second.reward.total;
      if (*check.second < kSecond)
        mistake(fmt::format("the second program scores {:.3f}, wanted {}", *check.second, kSecond),
                second);
    }
    for (auto& future : nulls_) {
      const Evaluation null = future.get();
      check.best_null = std::max(check.best_null, null.reward.total);
      if (null.reward.build == 0) mistake("a null shape of it does not build", null);
      if (null.reward.total > kNull)
        mistake(
            fmt::format("a null shape scores {:.3f}, wanted at most {}", null.reward.total, kNull),
            null);
    }
    if (given_.valid()) {
      const Evaluation given = given_.get();
      check.best_null = std::max(check.best_null, given.reward.total);
      if (given.reward.total > kNull)
        mistake(fmt::format("the given program scores {:.3f}, wanted at most {}",
                            given.reward.total, kNull),
                given);
    }
    for (auto& [mutant, future] : mutants_) {
      const Evaluation evaluation = future.get();
      const double total = evaluation.reward.total;
      check.mutants.emplace_back(mutant.name, total);
      if (check.gold - total < mutant.loses) {
        mistake(fmt::format("mutant \"{}\" scores {:.3f}, wanted to lose {}", mutant.name, total,
                            mutant.loses),
                evaluation);
      }
    }
  } catch (const std::runtime_error& error) {
    check.mistakes.emplace_back(error.what());
  }
  return check;
}

std::vector<std::string> distinct_styles(const Task& task) {
  std::vector<std::string> styles = {default_style(task)};
  for (const auto& [style, prompt] : task.prompts) {
    if (style != styles.front()) styles.push_back(style);
  }
  std::set<std::string> seen;
  std::erase_if(styles, [&](const std::string& style) {
    const Task stated = in_style(task, style);
    const auto states = nlohmann::json(stated.spec).dump() + nlohmann::json(stated.given).dump();
    return !seen.insert(states).second;
  });
  return styles;
}

void to_json(nlohmann::json& json, const TaskCheck& check) {
  json = {{"task_id", check.task},        {"family", check.family},
          {"style", check.style},         {"gold", check.gold},
          {"best_null", check.best_null}, {"ok", check.ok()},
          {"mistakes", check.mistakes},   {"mutants", nlohmann::json::object()}};
  if (check.second) json["second"] = *check.second;
  for (const auto& [name, total] : check.mutants) json["mutants"][name] = total;
}

}  // namespace cadforge::env
