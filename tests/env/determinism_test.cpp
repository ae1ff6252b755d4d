// The same program scores the same to the last bit: on another worker, in another order, after a
// restart, with one, two and four lanes.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "env/evaluator.h"
#include "env/families/families.h"
#include "env/tasks/task_set.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge;
using namespace cadforge::env;
namespace fs = std::filesystem;

struct Item {
  std::string name, code;
  Task task;
};

// Right, nearly right, cheap and broken programs.
std::vector<Item> items() {
  std::vector<Item> items;
  for (const char* family : {"box", "flange", "gear", "hinge", "hook", "table"}) {
    const auto tasks = sample_tasks(family, Split::kEval, 2);
    items.push_back({family + std::string(" gold"), tasks[0].gold, tasks[0]});
    items.push_back({family + std::string(" second"), tasks[0].second, tasks[0]});
    items.push_back({family + std::string(" other"), tasks[1].gold, tasks[0]});
  }
  for (const char* name : {"cloud_of_cubes", "legs_not_joined", "engraved_circles",
                           "swallows_its_failure", "prompt_injection"}) {
    const auto path =
        fs::path(CADFORGE_SOURCE_DIR "/tests/rewards/attacks") / (std::string(name) + ".py");
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    REQUIRE_FALSE(text.str().empty());
    items.push_back({name, text.str(), find_task("table:5")});
  }
  return items;
}

// Everything of a verdict but the clock.
std::map<std::string, std::string> verdicts(std::vector<Item> items, int lanes, bool backwards) {
  PoolOptions pool_options;
  pool_options.lanes = lanes;
  pool_options.recycle_after = 7;  // workers are started afresh in the middle
  EvaluatorOptions options;
  options.cache = false;
  Evaluator evaluator(std::make_shared<Pool>(pool_options), options);
  if (backwards) std::reverse(items.begin(), items.end());
  std::vector<std::future<Evaluation>> futures;
  for (const auto& item : items)
    futures.push_back(evaluator.evaluate(item.task, item.code, false, 3));
  std::map<std::string, std::string> verdicts;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto evaluation = futures[i].get();
    verdicts[items[i].name] = nlohmann::json(evaluation.reward).dump() +
                              nlohmann::json(evaluation.geometry).dump() +
                              nlohmann::json(evaluation.build.facts).dump();
  }
  return verdicts;
}

}  // namespace

TEST_CASE("verdicts are the same bits with 1, 2 and 4 lanes, in any order, after restarts") {
  const auto all = items();
  const auto one = verdicts(all, 1, false), two = verdicts(all, 2, true),
             four = verdicts(all, 4, false);
  for (const auto& [name, verdict] : one) {
    INFO(name);
    CHECK(two.at(name) == verdict);
    CHECK(four.at(name) == verdict);
  }
}
