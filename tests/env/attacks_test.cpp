// The attack suite: tests/rewards/attacks/*.py say in their first comments which task they attack,
// how they have to end ("any": whatever they come to) and what they may be paid at most.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "env/evaluator.h"
#include "env/tasks/task_set.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge::env;
namespace fs = std::filesystem;

std::string field(const std::string& source, const std::string& name) {
  const std::string mark = "# " + name + ": ";
  const auto found = source.find(mark);
  REQUIRE(found != std::string::npos);
  const auto begin = found + mark.size();
  return source.substr(begin, source.find('\n', begin) - begin);
}

struct Attack {
  std::string name, ends;
  double most;
  std::future<Evaluation> verdict;
};

}  // namespace

TEST_CASE("no attack is paid for what it is not") {
  Evaluator evaluator(shared_pool(), {});
  std::set<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(CADFORGE_SOURCE_DIR "/tests/rewards/attacks")) {
    if (entry.path().extension() == ".py") paths.insert(entry.path());
  }
  REQUIRE(paths.size() >= 40);
  std::vector<Attack> attacks;
  for (const auto& path : paths) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    const Task task = find_task(field(text.str(), "task"));
    attacks.push_back(
        {path.stem(), field(text.str(), "class"), std::stod(field(text.str(), "at most")),
         evaluator.evaluate(in_style(task, default_style(task)), text.str(), false, 0)});
  }
  for (auto& attack : attacks) {
    const auto reward = attack.verdict.get().reward;
    INFO(attack.name << ": " << nlohmann::json(reward).dump());
    CHECK(reward.total <= attack.most);
    if (attack.ends != "any") CHECK(reward.error_class == attack.ends);
  }
}
