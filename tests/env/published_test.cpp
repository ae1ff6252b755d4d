// Whole completions under the published profiles, through the real worker and measurer.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "env/evaluator.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge;
using namespace cadforge::env;
using rewards::Profile;

std::shared_ptr<Pool> one_lane() {
  static const auto pool = make_pool(1);
  return pool;
}

rewards::BuildResult built(const std::string& body) {
  return on_lane(*one_lane(),
                 [=](Lane& lane) {
                   return lane.build(
                       {"import cadquery as cq\n" + body, test_limits(), Dialect::kPublished});
                 })
      .get();
}

double volume(const std::string& body) {
  return on_lane(*one_lane(),
                 [=](Lane& lane) {
                   return measured(lane, lane.build({"import cadquery as cq\n" + body,
                                                     test_limits(), Dialect::kPublished}))
                       .volume;
                 })
      .get();
}

Evaluation judged(const Task& task, const std::string& completion, const rewards::Scoring& scoring,
                  bool cut = false) {
  static Evaluator evaluator(one_lane(), {});
  return evaluator.evaluate(task, completion, cut, 0, scoring).get();
}

Task task_of(const nlohmann::json& row) {
  Task task;
  task.id = "published:" + row.at("name").get<std::string>();
  task.published = PublishedTask{row.at("hints").get<std::vector<std::string>>(),
                                 row.at("bbox_mm").get<rewards::Vec3>()};
  return task;
}

}  // namespace

// One case, so that CTest imports CadQuery once for all of it.
TEST_CASE("programs by the published runner's rules") {
  const std::string box = "fixture = cq.Workplane().box(1, 2, 3)\n";
  SECTION("its words, imports and builtins") {
    const auto ends = [&](const std::string& body) {
      const auto result = built(body + box);
      return result.ok() ? "ok" : result.message.substr(0, result.message.find(" object"));
    };
    const std::string blocked = "ValueError: Blocked Python token in CadQuery code: ";
    CHECK(ends("") == "ok");
    CHECK(ends("from cadquery import exporters\n  \nimport math\nx = math.pi\n") == "ok");
    CHECK(ends("# a socket for the pin\n") == blocked + "socket");
    CHECK(ends("x = POS.x if False else 1\n") == blocked + "os.");
    CHECK(ends("from math import pi\n") ==
          "ValueError: Unsupported import line: from math import pi");
    CHECK(ends("'''\nfrom here on\n'''\n") == "ValueError: Unsupported import line: from here on");
    CHECK(ends("x = sorted([1])\n") == "NameError: name 'sorted' is not defined");
    CHECK(ends("class A:\n  pass\n").rfind("NameError", 0) == 0);
    CHECK(ends("x = max(len(locals()), 1)\n") == "ok");
    CHECK(built("fixture = (").error_class == "syntax_error");
    CHECK(built("\nx = seat\n").line == 3);
  }
  SECTION("its choice of the result") {
    const std::string two = "cq.Workplane().box(2, 1, 1)", three = "cq.Workplane().box(3, 1, 1)";
    CHECK(volume("part = " + three + "\nmodel = " + two) == Approx(2));
    CHECK(volume(box + "show_object(" + three + ")\nshow_object(" + two + ")") == Approx(2));
    CHECK(volume("body = Assembly().add(" + two + ").add(" + three + ".translate((9, 0, 0)))") ==
          Approx(5));
    CHECK(volume("solid = cq.Workplane().box(2, 1, 1).val()") == Approx(2));
    CHECK(volume("result = cq.Workplane().rarray(9, 9, 2, 1).box(2, 3, 4, combine=False)") ==
          Approx(48));
    CHECK(built("x = 1").message.rfind("ValueError", 0) == 0);
    CHECK(built("fixture = None").error_class == "exception:ValueError");
    CHECK(built("fixture = 5").error_class == "exception:TypeError");
    CHECK(built("fixture = cq.Workplane()").ok() == false);
    CHECK(built("try:\n  x = seat\nexcept:\n  pass\n" + box).swallowed_exception == false);
  }
  SECTION("what hides in it stays in the sandbox") {
    const auto result = built("o = cq.occ_impl.exporters.os\no .fork()\n" + box);
    CHECK(result.error_class == "exception:PermissionError");
    CHECK(volume(box) == Approx(6));
  }
  SECTION("golden programs are paid what the second implementation pays") {
    const auto goldens = nlohmann::json::parse(
        std::ifstream(std::string(CADFORGE_TEST_DATA) + "/rewards/published.json"));
    for (const auto& row : goldens.at("programs")) {
      if (row.at("hints").is_null()) continue;
      INFO(row.at("name"));
      const auto program = row.at("program").get<std::string>();
      const auto task = task_of(row);
      const auto dense = judged(task, program, {Profile::kPublishedDense, false}, true);
      const auto strict =
          judged(task, "<think>a</think>" + program, {Profile::kPublishedStrict, false});
      CHECK(dense.reward.total == Approx(row.at("terms").at("total").get<double>()).margin(1e-6));
      CHECK(*dense.reward.training_reward == Approx(row.at("dense").get<double>()).margin(1e-6));
      CHECK(*strict.reward.training_reward == Approx(row.at("strict").get<double>()).margin(1e-6));
      CHECK(judged(task, program, {Profile::kPublishedDense, false}).cached);
    }
  }
  SECTION("full mode compares with the task's own reference, where there is one") {
    Task task;
    task.id = "published:box";
    task.gold = "import cadquery as cq\n" + box;
    const rewards::Scoring full = {Profile::kPublishedDense, true};
    const auto same = judged(task, task.gold, full);
    CHECK(same.reward.error_class == "ok");
    CHECK(*same.reward.silhouette == Approx(1));
    CHECK(same.reward.reference_similarity > 0.8);
    task.gold.clear();
    CHECK(judged(task, "import cadquery as cq\n" + box, full).reward.reference_similarity == 0.5);
  }
  SECTION("a shape of millions of triangles is cut by the deadline") {
    EvaluatorOptions options;
    options.deadline_seconds = 1;
    options.scoring.profile = Profile::kPublishedDense;
    Evaluator evaluator(one_lane(), options);
    Task task;
    task.id = "published:many";
    auto many = evaluator.evaluate(
        task,
        "import cadquery as cq\nball = cq.Solid.makeSphere(1)\nfixture = cq.Compound.makeCompound("
        "[ball.moved(cq.Location((3 * i, 0, 0))) for i in range(2000)])\n",
        false, 0);
    const auto verdict = many.get();
    CHECK(verdict.build.ok());
    CHECK(verdict.reward.error_class == "timeout");
    CHECK(verdict.reward.total == 0);
    CHECK(volume(box) == Approx(6));
  }
  SECTION("a wire exports nothing, silence is not run, and a loop times out: all 0") {
    Task task;
    task.id = "published:none";
    const rewards::Scoring dense = {Profile::kPublishedDense, false};
    const auto wire =
        judged(task, "import cadquery as cq\nfixture = cq.Workplane().circle(4)\n", dense);
    CHECK(wire.build.ok());
    CHECK(wire.reward.error_class == "not_a_shape");
    CHECK(wire.reward.total == 0);
    CHECK(judged(task, "```\n```", dense).reward.error_class == "no_code");
    const auto typo = judged(task, "import cadquery as cq\nfixture = seat\n", dense);
    CHECK(typo.reward.total == -1);
    CHECK(*typo.reward.training_reward == Approx(-0.20 + 0.60 * 0.60));
    CHECK(typo.code == "import cadquery as cq\nfixture = seat");
  }
}
