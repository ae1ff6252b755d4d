// What people write for a concept prompt scores as what it is:
// tests/data/rewards/concept/ID.KIND.py were written for the published prompts and envelopes alone,
// by authors who had seen neither our spec nor our reference.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "env/evaluator.h"
#include "env/tasks/task_set.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge::env;
namespace fs = std::filesystem;

constexpr int kShards = 4;  // that ctest can run side by side

// What every program of a kind must come to, and what stays between the kinds of one task.
constexpr double kLeastHonest = 0.50, kLeastWeak = 0.05, kMostCheap = 0.30, kApart = 0.20;

struct Program {
  std::string name, task, kind;  ///< kind: good, asm (of several solids), weak or cheap
  std::future<Evaluation> verdict;
};

std::string text_of(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<fs::path> programs_of(int shard) {
  std::map<std::string, std::vector<fs::path>> by_task;
  for (const auto& entry :
       fs::directory_iterator(CADFORGE_SOURCE_DIR "/tests/data/rewards/concept"))
    by_task[entry.path().stem().stem()].push_back(entry.path());
  REQUIRE(by_task.size() == 24);
  std::vector<fs::path> paths;
  int number = 0;
  for (const auto& [task, files] : by_task) {
    if (number++ % kShards == shard) paths.insert(paths.end(), files.begin(), files.end());
  }
  return paths;
}

}  // namespace

TEMPLATE_TEST_CASE_SIG("honest programs for concept prompts score above what only looks busy", "",
                       ((int shard), shard), 0, 1, 2, 3) {
  Evaluator evaluator(shared_pool(), {});
  std::vector<Program> programs;
  for (const auto& path : programs_of(shard)) {
    const std::string id = path.stem().stem(), number = path.stem().extension();
    programs.push_back(
        {path.stem(), id, number.substr(1, number.find_first_of("0123456789") - 1),
         evaluator.evaluate(in_style(find_task(id), "concept"), text_of(path), false, 0)});
  }
  std::map<std::string, double> worst_honest, best_cheap;
  for (auto& program : programs) {
    const auto reward = program.verdict.get().reward;
    INFO(program.name << ": " << nlohmann::json(reward).dump());
    CHECK(reward.build == 1);
    if (program.kind == "weak") {
      CHECK(reward.total >= kLeastWeak);
    } else if (program.kind == "cheap") {
      CHECK(reward.total <= kMostCheap);
      auto& best = best_cheap.try_emplace(program.task, reward.total).first->second;
      best = std::max(best, reward.total);
    } else {
      CHECK(reward.total >= kLeastHonest);
      auto& worst = worst_honest.try_emplace(program.task, reward.total).first->second;
      worst = std::min(worst, reward.total);
    }
  }
  for (const auto& [task, worst] : worst_honest) {
    INFO(task);
    CHECK(worst >= best_cheap.at(task) + kApart);
  }
}
