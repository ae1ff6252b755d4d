#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "trainer/run_config.h"

using namespace cadforge::trainer;
using Catch::Contains;

namespace {

std::filesystem::path config_file(const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() / "config.json";
  std::ofstream(path) << text;
  return path;
}

}  // namespace

TEST_CASE("a configuration file may hold comments, and --set comes after it") {
  const auto path = config_file(R"({
    // how fast
    "optim": {"lr": 0.5}, "rollout": {"group_size": 4}
  })");
  const auto config =
      load_run_config(path, {"optim.lr=0.25", "prompt.system=7", "reward.shuffle=true"});
  CHECK(config.optim.lr == 0.25);
  CHECK(config.rollout.group_size == 4);
  CHECK(config.prompt.system == "7");
  CHECK(config.reward.shuffle);
}

TEST_CASE("an unknown key is refused with the nearest known one") {
  CHECK_THROWS_WITH(load_run_config(config_file(R"({"rollout": {"groupsize": 4}})"), {}),
                    Contains("rollout.groupsize") && Contains("\"rollout.group_size\""));
  CHECK_THROWS_WITH(load_run_config("", {"loss.epsilom=1"}), Contains("\"loss.epsilon\""));
}

TEST_CASE("a value of the wrong kind or range is refused by its key") {
  CHECK_THROWS_WITH(load_run_config("", {"optim.lr=fast"}),
                    Contains("optim.lr") && Contains("a number") && Contains("fast"));
  CHECK_THROWS_WITH(load_run_config("", {"rollout.group_size=1"}),
                    Contains("rollout.group_size") && Contains("at least 2"));
  CHECK_THROWS_WITH(load_run_config("", {"rollout.group_size=2.5"}), Contains("a whole number"));
  CHECK_THROWS_WITH(load_run_config("", {"loss.type=ppo"}), Contains("dapo") && Contains("ppo"));
  CHECK_THROWS_WITH(load_run_config("", {"reward.profile=published"}),
                    Contains("reward.profile") && Contains("published_strict"));
  CHECK_THROWS_WITH(load_run_config("", {"rollout.temperature=0"}),
                    Contains("rollout.temperature"));
  CHECK_THROWS_WITH(load_run_config("", {"optim.lr"}), Contains("a.b=value"));
  CHECK_THROWS_WITH(load_run_config(config_file("{\"optim\": "), {}),
                    Contains("config.json"));
  CHECK_THROWS_WITH(load_run_config("/nowhere/run.json", {}), Contains("/nowhere/run.json"));
}

TEST_CASE("the resolved configuration reads back as itself") {
  const auto config = load_run_config(
      "", {"loss.delta=1.5", "data.files=[\"a\",\"b\"]", "seed=18446744073709551615"});
  const auto json = run_config_json(config);
  CHECK(run_config_json(run_config_from_json(json)) == json);
  CHECK(json["seed"] == 18446744073709551615ULL);
}

TEST_CASE("every configuration that comes with cadforge is one") {
  int found = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(CADFORGE_SOURCE_DIR) + "/configs")) {
    INFO(entry.path().string());
    CHECK_NOTHROW(load_run_config(entry.path(), {}));
    ++found;
  }
  CHECK(found >= 2);
}
