// How long programs take: the figures of env/README.md. Not run with the tests: test_env "[speed]"
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>

#include "env/evaluator.h"
#include "env/families/families.h"
#include "pool_fixture.h"

namespace {

using namespace cadforge::env;
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
  return values[values.size() / 2];
}

double children_cpu_ms() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  const auto ms = [](const timeval& t) { return 1e3 * t.tv_sec + 1e-3 * t.tv_usec; };
  return ms(usage.ru_utime) + ms(usage.ru_stime);
}

}  // namespace

TEST_CASE("speed of one lane", "[.][speed]") {
  const auto pool = make_pool(1);
  std::vector<double> builds, build_cpu, measures;
  on_lane(*pool, [&](Lane& lane) {
    for (const auto& task : sample_tasks("all", Split::kEval, 24)) {
      auto start = Clock::now();
      const auto result = lane.build({task.gold, {}});
      builds.push_back(ms_since(start));
      build_cpu.push_back(1e3 * result.cpu_seconds);
      start = Clock::now();
      cadforge::rewards::MeasureRequest request;
      request.brep = result.brep;
      request.spec = task.spec;
      lane.measure(request);
      measures.push_back(ms_since(start));
    }
    return 0;
  }).get();
  fmt::print("fork + build: {:.0f} ms ({:.0f} ms of CPU); measure: {:.0f} ms (medians)\n",
             median(builds), median(build_cpu), median(measures));
  std::fflush(stdout);
}

TEST_CASE("programs a second on two lanes", "[.][speed]") {
  const auto tasks = sample_tasks("all", Split::kEval, 24);
  const double before = children_cpu_ms();
  double cpu[2] = {}, seconds = 0;
  for (const int rounds : {0, 3}) {
    {
      const auto pool = make_pool(2);
      EvaluatorOptions options;
      options.perturbations = 0;
      options.cache = false;
      Evaluator evaluator(pool, options);
      for (const auto& task : tasks) evaluator.prepare(task).get();
      std::vector<std::future<Evaluation>> verdicts;
      const auto start = Clock::now();
      for (int i = 0; i < rounds; ++i) {
        for (const auto& task : tasks) {
          verdicts.push_back(evaluator.evaluate(task, task.gold, false, 0));
        }
      }
      for (auto& verdict : verdicts) verdict.get();
      seconds = ms_since(start) / 1e3;
    }
    // What the processes of the pool have used, imports and references too: the rounds differ by
    // what the programs took.
    cpu[rounds > 0] = children_cpu_ms() - before;
  }
  const double programs = 3.0 * static_cast<double>(tasks.size());
  fmt::print("{:.1f} programs a second; {:.0f} ms of CPU each, build to verdict\n",
             programs / seconds, (cpu[1] - 2 * cpu[0]) / programs);
}
