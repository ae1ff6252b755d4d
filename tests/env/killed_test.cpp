// What becomes of programs when processes are killed from outside, and of processes when their pool
// goes.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>
#include <vector>

#include "pool_fixture.h"
#include "processes.h"

namespace {

using namespace cadforge;
using namespace cadforge::env;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// Rests a second, in which it can be killed, and builds the honest part.
const std::string kSlow = std::string("import time\ntime.sleep(1)\n") + kHonest;
const std::string kSleeper = "import time\ntime.sleep(1000)\n";

template <class Find>
pid_t wait_for(Find find) {
  for (int i = 0; i < 6000; ++i) {
    if (const pid_t pid = find()) return pid;
    std::this_thread::sleep_for(5ms);
  }
  return 0;
}

bool disappears(pid_t pid) {
  return wait_for([&] { return fs::exists("/proc/" + std::to_string(pid)) ? 0 : 1; });
}

/// The process of a program that is being built, and its worker's.
struct Building {
  pid_t worker = 0, program = 0;
};

Building building_now(pid_t other_than = 0) {
  Building building;
  for (const pid_t worker : pool_processes("cadforge-worker")) {
    for (const pid_t program : children(worker, "cadforge-worker")) {
      if (program != other_than) building = {worker, program};
    }
  }
  return building;
}

Building find_building(pid_t other_than = 0) {
  Building building;
  wait_for([&] { return (building = building_now(other_than)).program; });
  REQUIRE(building.program > 0);
  return building;
}

/// A program's process may outlive its answer for a moment.
void wait_until_idle() {
  REQUIRE(wait_for([] { return building_now().program ? 0 : 1; }));
}

void check_same(const rewards::BuildResult& result, const rewards::BuildResult& expected) {
  CHECK(result.error_class == expected.error_class);
  CHECK(result.message == expected.message);
  CHECK(result.brep == expected.brep);
}

}  // namespace

TEST_CASE("a program is built once more where its worker or its process is killed") {
  const auto pool = shared_pool();
  const auto undisturbed = build(*pool, kHonest).get();
  REQUIRE(undisturbed.ok());
  wait_until_idle();

  SECTION("the worker is killed; the other lane goes on") {
    const auto before = pool->stats();
    auto slow = build(*pool, kSlow);
    const auto building = find_building();  // before the others: theirs could end before the kill
    std::vector<std::future<rewards::BuildResult>> others;
    for (int i = 0; i < 5; ++i) others.push_back(build(*pool, kHonest));
    REQUIRE(::kill(building.worker, SIGKILL) == 0);
    check_same(slow.get(), undisturbed);
    for (auto& other : others) check_same(other.get(), undisturbed);
    CHECK(pool->stats().retries - before.retries >= 1);
    CHECK(disappears(building.program));
  }
  SECTION("the program's process is killed") {
    const auto before = pool->stats();
    auto slow = build(*pool, kSlow);
    REQUIRE(::kill(find_building().program, SIGKILL) == 0);
    check_same(slow.get(), undisturbed);
    CHECK(pool->stats().worker_restarts == before.worker_restarts);
  }
  SECTION("a program whose process is killed each time is killed") {
    auto sleeper = build(*pool, kSleeper);
    const pid_t first = find_building().program;
    REQUIRE(::kill(first, SIGKILL) == 0);
    REQUIRE(::kill(find_building(first).program, SIGKILL) == 0);
    CHECK(sleeper.get().error_class == rewards::error_class::kKilled);
    check_same(build(*pool, kHonest).get(), undisturbed);
  }
}

TEST_CASE("a worker that is killed while it starts is started again") {
  auto starting = std::async(std::launch::async, [] { return make_pool(1); });
  pid_t last = 0;
  for (int i = 0; i < 2; ++i) {
    REQUIRE(wait_for([&] {
      const auto workers = pool_processes("cadforge-worker");
      return workers.empty() || workers.back() == last ? 0 : workers.back();
    }));
    std::this_thread::sleep_for(300ms);  // beyond its own short-lived children
    last = pool_processes("cadforge-worker").back();
    REQUIRE(::kill(last, SIGKILL) == 0);
  }
  CHECK(build(*starting.get(), kHonest).get().ok());

  auto options = pool_options(1);
  options.worker_path = "/bin/false";
  CHECK_THROWS_WITH(Pool(options), Catch::Contains("/bin/false did not start"));
}

TEST_CASE("a shape is measured once more where the measurer is killed") {
  const auto pool = make_pool(1);
  const auto built = build(*pool, kHonest).get();
  const auto measure = [&](double deadline) {
    rewards::MeasureRequest request;
    request.brep = built.brep;
    return on_lane(*pool, [=](Lane& lane) { return lane.measure(request, deadline); });
  };
  const auto stop_measurer = [] {
    const pid_t pid = pool_processes("cadforge-measur").back();
    REQUIRE(::kill(pid, SIGSTOP) == 0);
    return pid;
  };
  REQUIRE(measure(20).get().volume == Approx(kHonestVolume));

  const pid_t stopped = stop_measurer();
  auto report = measure(20);
  std::this_thread::sleep_for(100ms);  // it holds the request by now, or will find it in the pipe
  REQUIRE(::kill(stopped, SIGKILL) == 0);
  CHECK(report.get().volume == Approx(kHonestVolume));
  CHECK(pool->stats().retries == 1);

  stop_measurer();
  const auto late = measure(0.2).get();
  CHECK(late.error_class == rewards::error_class::kTimeout);
  CHECK(measure(20).get().volume == Approx(kHonestVolume));
}

TEST_CASE("a pool's processes have nothing of ours, and end at once with it") {
  const auto before = children(::getpid(), "cadforge-");
  const int ours = ::open("/dev/null", O_RDONLY);  // not close-on-exec
  REQUIRE(::dup2(ours, 200) == 200);
  ::setenv("CADFORGE_TEST_TOKEN", "secret", 1);
  auto pool = make_pool(1);
  const pid_t worker = pool_processes("cadforge-worker").back();
  CHECK_FALSE(fs::exists("/proc/" + std::to_string(worker) + "/fd/200"));
  const auto result = build(*pool,
                            "import os\n"
                            "def there(fd):\n"
                            "    try:\n"
                            "        return bool(os.fstat(fd))\n"
                            "    except OSError:\n"
                            "        return False\n"
                            "print(dict(os.environ), [fd for fd in range(1024) if there(fd)])\n")
                          .get();
  INFO(result.message << result.output);
  CHECK(result.output.find("PATH") != std::string::npos);
  CHECK(result.output.find("secret") == std::string::npos);
  CHECK(result.output.find("[0, 1, 2, 63]") != std::string::npos);  // 63 takes the result
  ::close(200);
  ::close(ours);

  auto sleeper = build(*pool, kSleeper);
  auto queued = build(*pool, kHonest);
  const auto building = find_building();
  const auto start = std::chrono::steady_clock::now();
  pool.reset();
  CHECK(std::chrono::steady_clock::now() - start < 10s);
  CHECK_THROWS(sleeper.get());
  CHECK_THROWS_AS(queued.get(), std::future_error);
  CHECK(children(::getpid(), "cadforge-") == before);
  CHECK(disappears(building.program));
}
