// Families through the real worker and measurer.
#include "env/families/families.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "env/evaluator.h"
#include "env/families/mistakes.h"
#include "env/tasks/task_check.h"
#include "env/tasks/task_set.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge::env;

Evaluator& evaluator() {
  static Evaluator instance(shared_pool(), {});
  return instance;
}

Evaluator& shape_alone() {
  static EvaluatorOptions options;
  options.perturbations = 0;
  static Evaluator instance(shared_pool(), options);
  return instance;
}

Evaluation judge(const Task& task, const std::string& code) {
  return shape_alone().evaluate(task, code, false, 0).get();
}

/// The block of the stated size with every stated hole drilled: right but for the shape.
std::string drilled_block(const Task& task, bool with_holes) {
  const auto& e = task.spec.extents;
  std::string code = fmt::format(
      "import cadquery as cq\nfixture = cq.Workplane().box({}, {}, {}, centered=(True, True, "
      "False))\n",
      e[0].value.low, e[1].value.low, e[2].value.low);
  if (!with_holes) return code;
  for (const auto& hole : task.spec.holes) {
    const char* const planes[] = {"YZ", "XZ", "XY"};
    const auto& at = *hole.position;
    code += fmt::format(
        "hole = cq.Workplane(\"{}\", origin=({}, {}, {})).circle({} / 2).extrude(2000, both=True)\n"
        "fixture = fixture.cut(hole)\n",
        planes[static_cast<int>(*hole.axis)], at[0], at[1], at[2], hole.diameter.low);
  }
  return code;
}

/// The gold program with its dimensions as bare numbers where they are used.
std::string without_names(const Task& task) {
  std::string code = task.gold;
  for (const auto& [key, value] : task.parameters) {
    code = std::regex_replace(code, std::regex(fmt::format("\\n{} = \\d+\\n", key)), "\n");
    // Neither a method, nor a word in quotes, nor an argument's name.
    const std::regex use(fmt::format(R"(([^\w.\"]){}(?![\w\"]|=))", key));
    for (std::string before; before != code;)
      code = std::regex_replace(before = code, use, fmt::format("$01{}", value));
  }
  return code;
}

}  // namespace

TEST_CASE("a draw of any family is fit: references, nulls, given programs and mutants") {
  for (const auto& family : family_names()) {
    auto tasks = sample_tasks(family, Split::kEval, 2);
    CHECK(distinct_styles(tasks[0]) == std::vector<std::string>{"drawing", "edit", "repair"});
    // All mutants of 40 draws are the calibration script's.
    CHECK(tasks[0].mutants.size() > 2);
    tasks[0].mutants.resize(2);
    std::vector<PendingCheck> checks;
    checks.emplace_back(evaluator(), shape_alone(), tasks[0], "drawing");
    checks.emplace_back(evaluator(), shape_alone(), tasks[1], "edit");
    checks.emplace_back(evaluator(), shape_alone(), tasks[1], "repair");
    for (auto& check : checks) {
      const TaskCheck result = check.finish();
      INFO(nlohmann::json(result).dump(1));
      CHECK(result.ok());
    }
  }
}

TEST_CASE("every program style makes the solid whose volume the family computes") {
  for (const auto& family : family_names()) {
    const Task task = sample_tasks(family, Split::kEval, 1).at(0);
    for (std::size_t i = 0; i < program_forms().size(); ++i) {
      const ProgramStyle style{static_cast<ProgramStyle::Form>(i), i % 2 == 0,
                               static_cast<int>(i % 3)};
      const std::string program = gold_program(task, style);
      const Evaluation evaluation = judge(task, program);
      INFO(task.id << "\n" << program << nlohmann::json(evaluation.reward).dump());
      CHECK(evaluation.reward.total >= 0.93);
      // The kernel approximates the curves where round walls meet.
      CHECK(evaluation.geometry.volume == Approx(task.spec.volume->low).epsilon(1e-5));
    }
  }
}

TEST_CASE("the ladder of every family: a block < a step left out < no parameters < right") {
  for (const auto& family : family_names()) {
    const Task task = sample_tasks(family, Split::kEval, 1).at(0);
    const Evaluation block = judge(task, drilled_block(task, false));
    INFO(task.id << nlohmann::json(block.reward).dump());
    CHECK(block.reward.build == 1);
    CHECK(block.reward.total <= 0.05);
    CHECK(block.reward.null_like);
    const auto mistakes = mistakes_in(task.gold);
    const auto dropped = std::find_if(mistakes.begin(), mistakes.end(), [](const Mistake& mistake) {
      return mistake.kind == "dropped step";
    });
    REQUIRE(dropped != mistakes.end());
    const Evaluation incomplete = judge(task, dropped->program);
    INFO(dropped->program << nlohmann::json(incomplete.reward).dump());
    CHECK(incomplete.reward.total < 0.8);
    const std::string numbers = without_names(task);
    const Evaluation plain = evaluator().evaluate(task, numbers, false, 0).get();
    INFO(numbers << nlohmann::json(plain.reward).dump());
    CHECK(plain.reward.total > std::max(0.8, incomplete.reward.total));
    CHECK(plain.reward.total < 0.95);
    if (family == "plate" || family == "flange") continue;  // drilled blocks are what they are
    const Evaluation drilled = judge(task, drilled_block(task, true));
    INFO(nlohmann::json(drilled.reward).dump());
    CHECK(drilled.reward.total <= 0.25);
  }
}

TEST_CASE("a repair prompt foretells the verdict on the program it shows") {
  int foretold = 0;
  for (const auto& family : family_names()) {
    const Task task = draw_task(family, 1);
    for (const auto& mistake : mistakes_in(task.gold)) {
      if (mistake.note.empty() || foretold % 4 != 0) {
        foretold += !mistake.note.empty();
        continue;
      }
      ++foretold;
      const Evaluation evaluation = judge(task, mistake.program);
      INFO(task.id << " " << mistake.kind << "\n" << mistake.program);
      CHECK(evaluation.reward.notes.front() == mistake.note);
    }
  }
  CHECK(foretold > 60);
}

TEST_CASE("the program that a prompt shows earns nothing unchanged, only in its style") {
  const Task task = sample_tasks("bracket", Split::kEval, 1).at(0);
  const Task edit = in_style(task, "edit");
  CHECK(edit.given.size() == 1);
  CHECK(in_style(task, "drawing").given.empty());
  const std::string& given = edit.given.at("edit");
  CHECK(edit.prompt("edit").find(given) != std::string::npos);
  CHECK(judge(edit, given).reward.total == 0);
  CHECK(judge(in_style(task, "drawing"), given).reward.total > 0.1);
  CHECK(judge(edit, edit.gold).reward.total >= 0.95);
  // However nearly right it is.
  Task near = edit;
  near.given["edit"] = std::regex_replace(near.gold, std::regex("\nb = (\\d+)"), "\nb = $1.3");
  CHECK(judge(in_style(task, "drawing"), near.given["edit"]).reward.total > 0.8);
  CHECK(judge(near, near.given["edit"]).reward.total == 0);
}

TEST_CASE("every draw has every prompt style, with each number in it") {
  for (const auto& family : family_names()) {
    std::size_t dimensions = 0, mutants = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
      const Task task = draw_task(family, seed);
      dimensions += task.parameters.size();
      mutants += task.mutants.size();
      INFO(task.id);
      CHECK(task.prompts.size() == 7);
      for (const char* style : {"terse", "drawing", "table", "conversational", "imperial"}) {
        for (const auto& [key, value] : task.parameters) {
          INFO(style << " " << key);
          CHECK(task.prompt(style).find(fmt::format("{}", value)) != std::string::npos);
        }
      }
      for (const char* style : {"edit", "repair"}) CHECK(task.given.at(style) != task.gold);
    }
    INFO(family);
    CHECK(2 * mutants >= dimensions);
  }
}

TEST_CASE("draws are pure, splits are disjoint and nothing repeats") {
  const Task a = draw_task("plate", 77), b = draw_task("plate", 77);
  CHECK(nlohmann::json(a) == nlohmann::json(b));
  CHECK(nlohmann::json(nlohmann::json(a).get<Task>()) == nlohmann::json(a));
  for (const char* set : {"all", "every"}) {
    std::set<std::string> train, eval;
    for (const auto& task : sample_tasks(set, Split::kTrain, 1200)) {
      CHECK(train.insert(task.prompt("terse")).second);
    }
    for (const auto& task : sample_tasks(set, Split::kEval, 240)) {
      CHECK(eval.insert(task.prompt("terse")).second);
      CHECK(train.count(task.prompt("terse")) == 0);
    }
  }
  CHECK_THROWS_WITH(draw_task("plat", 1), Catch::Contains("plate"));
  CHECK_THROWS_WITH(load_task_set("all:test:5"), Catch::Contains("all:eval:64"));
}

TEST_CASE("the basic families are what the embedded model was trained on, and stay so") {
  std::set<std::string> families;
  std::string text;
  for (const auto& task : sample_tasks("all", Split::kTrain, 60)) {
    families.insert(task.family);
    text += task.prompt("terse") + "\n" + task.gold;
  }
  CHECK(families == std::set<std::string>{"box", "bracket", "flange", "plate", "shaft", "table"});
  // FNV-1a of prompts and programs: whoever changes a draw has to train the model anew.
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const unsigned char c : text) hash = (hash ^ c) * 0x100000001B3;
  CHECK(hash == 0x7EB99AE18853D9A3);
}

TEST_CASE("whole families are held out for testing") {
  for (const char* family : {"heatsink", "hook", "pipe", "pulley", "truss"}) {
    CHECK_THROWS_WITH(sample_tasks(family, Split::kTrain, 1), Catch::Contains("held out"));
    for (std::uint64_t seed = 0; seed < 20; ++seed)
      CHECK(split_of(draw_task(family, seed)) == Split::kEval);
  }
  std::set<std::string> train, eval;
  for (const auto& task : sample_tasks("every", Split::kTrain, 24)) train.insert(task.family);
  for (const auto& task : sample_tasks("every", Split::kEval, 30)) eval.insert(task.family);
  CHECK(train.size() == 10);
  CHECK(eval.size() == 15);
}
