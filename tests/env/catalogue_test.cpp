// The catalogue through the real worker and measurer.
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "env/evaluator.h"
#include "env/tasks/task_check.h"
#include "env/tasks/task_set.h"
#include "pool_fixture.h"
#include "rewards/terms/terms.h"

namespace {

using namespace cadforge::env;
namespace rewards = cadforge::rewards;

// Test cases that ctest can run side by side, each with every eighth task.
constexpr int kShards = 8;

bool has(const Task& task, const char* style) { return task.prompts.count(style) > 0; }

/// What the task's own reference gets wrong when a seed moves its rays, slices and points.
std::string wrong_places(Lane& lane, const Task& task) {
  std::string wrong;
  rewards::MeasureRequest request;
  request.brep = lane.build({task.gold, {}}).brep;
  for (const auto& style : distinct_styles(task)) {
    request.spec = in_style(task, style).spec;
    for (request.probe_seed = 1; request.probe_seed <= 6; ++request.probe_seed) {
      std::vector<rewards::Finding> findings;
      const auto shape = lane.measure(request);
      if (rewards::semantic_parts_term(request.spec, shape, findings).value >= 0.97) continue;
      for (const auto& finding : findings) {
        if (finding.loss > 0) wrong += task.id + ", " + style + ": " + finding.text + "\n";
      }
    }
  }
  return wrong;
}

}  // namespace

TEST_CASE("the catalogue has 75 parts on five levels, of which 24 are the published ones") {
  CHECK(catalogue().size() == 75);
  std::map<int, int> levels;
  int published = 0;
  for (const auto& task : catalogue()) {
    INFO(task.id);
    ++levels[task.level];
    published += task.published.has_value();
    CHECK(has(task, "concept") == task.published.has_value());
    CHECK(has(task, "drawing"));
    CHECK(has(task, "terse"));
    CHECK((has(task, "table") || has(task, "conversational")));
    CHECK_FALSE(task.second.empty());
    CHECK(task.mutants.size() >= 4);
  }
  CHECK(published == 24);
  CHECK(levels == std::map<int, int>{{1, 10}, {2, 19}, {3, 22}, {4, 15}, {5, 9}});
}

TEST_CASE("the catalogue's families are trained on or held out whole") {
  std::map<std::string, std::string> splits;
  std::set<std::string> seen;
  for (const auto& task : catalogue()) {
    INFO(task.id << " of " << task.family);
    seen.insert(task.split);
    CHECK(splits.emplace(task.family, task.split).first->second == task.split);
  }
  CHECK(seen == std::set<std::string>{"train", "test"});
  CHECK(load_task_set("catalogue:train").size() + load_task_set("catalogue:test").size() == 75);
}

TEMPLATE_TEST_CASE_SIG("a part of the catalogue, its nulls and its mutants score as what they are",
                       "", ((int shard), shard), 0, 1, 2, 3, 4, 5, 6, 7) {
  EvaluatorOptions options;
  options.perturbations = 0;
  Evaluator evaluator(shared_pool(), {}), shape_alone(shared_pool(), options);
  std::vector<PendingCheck> pending;
  for (std::size_t i = shard; i < catalogue().size(); i += kShards) {
    const Task& task = catalogue()[i];
    for (const auto& style : distinct_styles(task))
      pending.emplace_back(evaluator, shape_alone, task, style);
  }
  for (auto& check : pending) {
    const TaskCheck result = check.finish();
    INFO(nlohmann::json(result).dump());
    CHECK(result.ok());
  }
}

TEST_CASE("a reference of the catalogue is right wherever its probes fall") {
  std::vector<std::future<std::string>> verdicts;
  for (const auto& task : catalogue())
    verdicts.push_back(
        on_lane(*shared_pool(), [&](Lane& lane) { return wrong_places(lane, task); }));
  for (auto& verdict : verdicts) CHECK(verdict.get() == "");
}
