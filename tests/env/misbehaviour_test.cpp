// One tiny program per misbehaviour, through the real worker and measurer.
//
// programs/*.py say in their first comments how they have to end ("# ends: timeout"), which sandbox
// layer that takes where not every machine has it ("# needs: landlock"), and a deadline where they
// would use up nothing else ("# wall_seconds: 1").
#include <sys/prctl.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "pool_fixture.h"
#include "processes.h"

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

/// Of ourselves and each process of the pool.
std::vector<std::pair<std::string, Footprint>> footprints() {
  std::vector<std::pair<std::string, Footprint>> all{{"we", footprint(::getpid())}};
  for (const char* name : {"cadforge-worker", "cadforge-measur"}) {
    for (const pid_t pid : pool_processes(name)) {
      all.emplace_back(std::string(name) + " " + std::to_string(pid), footprint(pid));
    }
  }
  return all;
}

std::set<fs::path> temporary_files() {
  std::set<fs::path> paths;
  for (const char* folder : {"/tmp", "/var/tmp", "/dev/shm", "."}) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
      if (entry.path().filename().string().rfind("cadforge-was-here", 0) == 0) {
        paths.insert(entry.path());
      }
    }
  }
  return paths;
}

/// Runs every program on both lanes of `pool`, and looks at what is left of them.
void check_misbehaviours(Pool& pool) {
  const auto all = programs();
  REQUIRE(all.size() > 40);
  const auto honest = [](Lane& lane) { return volume_of(lane, kHonest); };
  // Each lane has measured and built before the first look.
  while (pool.stats().measure_restarts < 2) {
    auto one = on_lane(pool, honest), other = on_lane(pool, honest);
    REQUIRE(one.get() == Approx(kHonestVolume));
    REQUIRE(other.get() == Approx(kHonestVolume));
  }
  const auto before = pool.stats();
  const auto clean = footprints();
  std::vector<std::future<Ending>> endings;
  for (const auto& program : all) {
    endings.push_back(on_lane(pool, [program, honest](Lane& lane) {
      const auto result = lane.build({program.source, program.limits});
      return Ending{result, honest(lane)};
    }));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto [result, honest_volume] = endings[i].get();
    INFO(all[i].name << ": " << result.error_class << ", " << result.message);
    CHECK(honest_volume == Approx(kHonestVolume).epsilon(1e-9));
    if (pool.sandbox_layers().find(all[i].needs) == std::string::npos) continue;
    if (kSanitized && all[i].name == "threads_without_end") {
      WARN("threads_without_end left out: the address sanitizer ends a process without threads");
      continue;
    }
    CHECK(result.error_class == all[i].ends);
    CHECK(result.wall_seconds < all[i].limits.wall_seconds + 1);
    CHECK(result.ok() == !result.brep.empty());
    CHECK(result.message.size() <= 500);
    CHECK(result.output.size() <= 64 << 10);
    CHECK(result.output.find("secret") == std::string::npos);
  }
  // No program got at a worker or a measurer.
  CHECK(pool.stats().worker_restarts == before.worker_restarts);
  CHECK(pool.stats().measure_restarts == before.measure_restarts);
  CHECK(pool.stats().retries == before.retries);
  CHECK(temporary_files().empty());
  // Orphans would be our children now.
  const auto left = footprints();
  REQUIRE(left.size() == clean.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    INFO(left[i].first);
    CHECK(left[i].first == clean[i].first);
    CHECK(left[i].second.children == clean[i].second.children);
    CHECK(left[i].second.descriptors == clean[i].second.descriptors);
    CHECK(left[i].second.threads == clean[i].second.threads);
    CHECK(left[i].second.resident_mib <= clean[i].second.resident_mib + (kSanitized ? 256 : 32));
  }
}

PoolOptions prepared_options() {
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  ::setenv("CADFORGE_TEST_TOKEN", "secret", 1);
  return pool_options(2);
}

}  // namespace

TEST_CASE("each misbehaviour has its class within its deadline, and leaves nothing behind") {
  Pool pool(prepared_options());
  check_misbehaviours(pool);
}

// As in a rented container. Where the kernel gives none anyway this is the case above once more.
TEST_CASE("the other layers hold for each misbehaviour where there are no namespaces") {
  auto options = prepared_options();
  options.namespaces = false;
  Pool pool(options);
  CHECK(pool.sandbox_layers().find("namespace") == std::string::npos);
  check_misbehaviours(pool);
}
