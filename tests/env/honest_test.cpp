// What plain Python builds, the pool builds: programs of many styles against goldens made without
// any of our code (tests/data/env/make_honest.py).
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "pool_fixture.h"

namespace {

using namespace cadforge;
using namespace cadforge::env;
namespace fs = std::filesystem;

struct Built {
  rewards::BuildResult build;
  rewards::GeometryReport geometry;
};

std::string text_of(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

Built build_and_measure(Lane& lane, const std::string& source) {
  BuildLimits limits;
  limits.wall_seconds = 60;
  Built built;
  built.build = lane.build({source, limits});
  if (built.build.ok()) built.geometry = measured(lane, built.build);
  return built;
}

}  // namespace

TEST_CASE("what plain Python builds has the same volume, area and box here") {
  const auto pool = shared_pool();
  const auto goldens = nlohmann::json::parse(std::ifstream(CADFORGE_TEST_DATA "/env/honest.json"));
  std::map<std::string, std::future<Built>> builds;
  for (const auto& entry : fs::directory_iterator(CADFORGE_SOURCE_DIR "/tests/env/honest")) {
    builds[entry.path().stem()] = on_lane(*pool, [source = text_of(entry.path())](Lane& lane) {
      return build_and_measure(lane, source);
    });
  }
  REQUIRE(builds.size() == goldens.size());
  for (auto& [name, future] : builds) {
    const auto built = future.get();
    if (kSanitized && name.find("_solved") != std::string::npos) {
      WARN(name << " left out: CasADi's RTLD_DEEPBIND is not for the address sanitizer");
      continue;
    }
    INFO(name << ": " << built.build.error_class << ", line " << built.build.line << ": "
              << built.build.message << built.geometry.message);
    const auto& golden = goldens.at(name);
    CHECK(built.build.error_class == "ok");
    CHECK_FALSE(built.build.swallowed_exception);
    CHECK(built.geometry.error_class == "ok");
    const double size = std::cbrt(golden["volume"].get<double>());
    CHECK(built.geometry.volume == Approx(golden["volume"].get<double>()).epsilon(1e-6));
    CHECK(built.geometry.area == Approx(golden["area"].get<double>()).epsilon(1e-6));
    for (int i = 0; i < 3; ++i) {
      CHECK(built.geometry.bbox_min[i] ==
            Approx(golden["bbox"][i].get<double>()).margin(1e-5 * size));
      CHECK(built.geometry.bbox_max[i] ==
            Approx(golden["bbox"][i + 3].get<double>()).margin(1e-5 * size));
    }
  }
  CHECK_FALSE(fs::exists("part.stl"));
  CHECK_FALSE(fs::exists("out"));
}
