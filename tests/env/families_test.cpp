// Families through the real worker and measurer.
#include "env/families/families.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "env/evaluator.h"
#include "env/tasks/task_set.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge::env;

Evaluation judge(const Task& task, const std::string& code) {
  static Evaluator evaluator(shared_pool(), {});
  return evaluator.evaluate(task, code, false, 0).get();
}

}  // namespace

TEST_CASE("a family's gold and its second program both score as right") {
  for (const auto& family : family_names()) {
    for (const auto& task : sample_tasks(family, Split::kEval, 2)) {
      INFO(task.id << " " << task.prompt("terse"));
      const Evaluation gold = judge(task, task.gold);
      INFO(nlohmann::json(gold.reward).dump());
      CHECK(gold.reward.total >= 0.95);
      CHECK(gold.geometry.volume == Approx(task.spec.volume->low).epsilon(1e-6));
      const Evaluation second = judge(task, task.second);
      INFO(nlohmann::json(second.reward).dump() << second.build.message);
      CHECK(second.reward.total >= 0.93);
      CHECK(std::abs(second.reward.total - gold.reward.total) < 0.02);
    }
  }
}

TEST_CASE("the plain block of the stated size pays next to nothing") {
  for (const auto& family : family_names()) {
    for (const auto& task : sample_tasks(family, Split::kEval, 2)) {
      const auto& e = task.spec.extents;
      const std::string block =
          "import cadquery as cq\nfixture = cq.Workplane().box(" + std::to_string(e[0].value.low) +
          "," + std::to_string(e[1].value.low) + "," + std::to_string(e[2].value.low) + ")\n";
      const Evaluation evaluation = judge(task, block);
      INFO(task.id << nlohmann::json(evaluation.reward).dump());
      CHECK(evaluation.reward.build == 1);
      CHECK(evaluation.reward.total <= 0.05);
      CHECK(evaluation.reward.null_like);
    }
  }
}

TEST_CASE("draws are pure, splits are disjoint and nothing repeats") {
  const Task a = draw_task("plate", 77), b = draw_task("plate", 77);
  CHECK(nlohmann::json(a) == nlohmann::json(b));
  CHECK(nlohmann::json(nlohmann::json(a).get<Task>()) == nlohmann::json(a));
  std::set<std::string> train, eval;
  for (const auto& task : sample_tasks("all", Split::kTrain, 1200)) {
    CHECK(train.insert(task.prompt("terse")).second);
  }
  for (const auto& task : sample_tasks("all", Split::kEval, 240)) {
    CHECK(eval.insert(task.prompt("terse")).second);
    CHECK(train.count(task.prompt("terse")) == 0);
  }
  CHECK_THROWS_WITH(draw_task("plat", 1), Catch::Contains("plate"));
  CHECK_THROWS_WITH(load_task_set("all:test:5"), Catch::Contains("all:eval:64"));
}
