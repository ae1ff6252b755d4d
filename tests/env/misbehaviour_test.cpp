// One tiny program per misbehaviour, through the real worker and measurer.
//
// programs/*.py say in their first comments how they have to end ("# ends: timeout"), which sandbox
// layer that takes where not every machine has it ("# needs: landlock"), and a deadline where they
// would use up nothing else ("# wall_seconds: 1").
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "pool_fixture.h"

namespace {

using namespace cadforge;
using namespace cadforge::env;
namespace fs = std::filesystem;

struct Program {
  std::string name, source, ends, needs;
  BuildLimits limits = test_limits();
};

std::string field(const std::string& source, const std::string& name) {
  const std::string mark = "# " + name + ": ";
  const auto found = source.find(mark);
  if (found == std::string::npos) return {};
  const auto begin = found + mark.size();
  return source.substr(begin, source.find('\n', begin) - begin);
}

std::vector<Program> programs() {
  std::set<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(CADFORGE_SOURCE_DIR "/tests/env/programs")) {
    paths.insert(entry.path());
  }
  std::vector<Program> programs;
  for (const auto& path : paths) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    const auto source = text.str();
    programs.push_back({path.stem(), source, field(source, "ends"), field(source, "needs")});
    const auto wall = field(source, "wall_seconds");
    if (!wall.empty()) programs.back().limits.wall_seconds = std::stod(wall);
  }
  return programs;
}

struct Ending {
  rewards::BuildResult result;
  double honest_volume;  // of the honest program that followed on the same worker
};

}  // namespace

TEST_CASE("each misbehaviour has its class within its deadline, and the next program its volume") {
  const auto pool = shared_pool();
  const auto before = pool->stats();
  const auto all = programs();
  REQUIRE(all.size() > 30);
  std::vector<std::future<Ending>> endings;
  for (const auto& program : all) {
    endings.push_back(on_lane(*pool, [program](Lane& lane) {
      const auto result = lane.build({program.source, program.limits});
      return Ending{result, volume_of(lane, kHonest)};
    }));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [result, honest_volume] = endings[i].get();
    INFO(all[i].name << ": " << result.error_class << ", " << result.message);
    CHECK(honest_volume == Approx(kHonestVolume).epsilon(1e-9));
    if (pool->sandbox_layers().find(all[i].needs) == std::string::npos) continue;
    CHECK(result.error_class == all[i].ends);
    CHECK(result.wall_seconds < all[i].limits.wall_seconds + 1);
    CHECK(result.ok() == !result.brep.empty());
    CHECK(result.message.size() <= 500);
    CHECK(result.output.size() <= 64 << 10);
  }
  // No program got at a worker or a measurer; each lane started its own once.
  CHECK(pool->stats().worker_restarts - before.worker_restarts <= 1);
  CHECK(pool->stats().measure_restarts - before.measure_restarts <= 2);
  CHECK(pool->stats().retries == before.retries);
  CHECK_FALSE(fs::exists("/tmp/cadforge-was-here"));
  CHECK_FALSE(fs::exists("cadforge-was-here"));
}
