#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <barrier>
#include <chrono>
#include <future>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "env/families/families.h"
#include "env/sandbox/pool.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/validators.h"

namespace cadforge::trainer {
namespace {

using Clock = std::chrono::steady_clock;

struct RewardBench {
  std::string input, worker;
  int lanes = 0, rounds = 1;
  bool each = false;
};

struct Program {
  nlohmann::json id;
  std::string code;
};

/// One program's way over a lane; seconds from the start of all.
struct Job {
  std::string error_class;
  double begin = 0, end = 0, build = 0;
};

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<Program> programs(const std::string& input) {
  std::vector<Program> programs;
  if (input.empty()) {
    for (const auto& task : env::sample_tasks("all", env::Split::kEval, 48)) {
      programs.push_back({task.id, task.gold});
    }
    return programs;
  }
  for_each_line(input, [&](const nlohmann::json& line) {
    programs.push_back({line.value("id", nlohmann::json()), line.at("code").get<std::string>()});
  });
  if (programs.empty()) throw std::invalid_argument(input + ": no programs");
  return programs;
}

std::string build_and_measure(env::Lane& lane, const std::string& code, double* build_seconds) {
  const auto result = lane.build({code, {}});
  *build_seconds = result.wall_seconds;
  if (!result.ok()) return result.error_class;
  rewards::MeasureRequest request;
  request.brep = result.brep;
  return lane.measure(request).error_class;
}

/// Every lane builds once before the clock runs: what follows meets no import.
void warm_up(env::Pool& pool, const std::string& code) {
  const auto all_lanes = std::make_shared<std::barrier<>>(pool.lanes() + 1);
  for (int i = 0; i < pool.lanes(); ++i) {
    pool.submit([all_lanes, code](env::Lane& lane) {
      double ignored = 0;
      try {
        build_and_measure(lane, code, &ignored);
      } catch (const std::exception&) {
        // The jobs that are counted will say so.
      }
      all_lanes->arrive_and_wait();
    });
  }
  all_lanes->arrive_and_wait();
}

std::vector<Job> run_all(env::Pool& pool, const std::vector<Program>& programs, int rounds) {
  std::vector<std::future<Job>> futures;
  const auto start = Clock::now();
  for (int round = 0; round < rounds; ++round) {
    for (const auto& program : programs) {
      auto task =
          std::make_shared<std::packaged_task<Job(env::Lane&)>>([&program, start](env::Lane& lane) {
            Job job;
            job.begin = seconds_since(start);
            job.error_class = build_and_measure(lane, program.code, &job.build);
            job.end = seconds_since(start);
            return job;
          });
      futures.push_back(task->get_future());
      pool.submit([task](env::Lane& lane) { (*task)(lane); });
    }
  }
  std::vector<Job> jobs;
  for (auto& future : futures) jobs.push_back(future.get());
  return jobs;
}

/// Of sorted values.
double quantile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

nlohmann::json summary(const std::vector<Job>& jobs, int lanes, double start_seconds) {
  std::vector<double> latencies;
  double end = 0, drained = 0, building = 0;
  std::int64_t built = 0;
  for (const auto& job : jobs) {
    latencies.push_back(1e3 * (job.end - job.begin));
    end = std::max(end, job.end);
    drained = std::max(drained, job.begin);  // when the last job left the queue
    built += job.error_class == "ok";
  }
  for (const auto& job : jobs) {
    building += std::min(job.begin + job.build, drained) - job.begin;
  }
  std::sort(latencies.begin(), latencies.end());
  nlohmann::json json{{"programs", jobs.size()},
                      {"built", built},
                      {"lanes", lanes},
                      {"start_seconds", start_seconds},
                      {"seconds", end},
                      {"programs_per_second", static_cast<double>(jobs.size()) / end},
                      {"latency_ms_p50", quantile(latencies, 0.5)},
                      {"latency_ms_p95", quantile(latencies, 0.95)},
                      // Of the lanes' time until the queue was empty, what workers spent building.
                      {"utilisation", nullptr}};
  if (drained > 0) json["utilisation"] = building / (lanes * drained);
  return json;
}

void bench_reward(const RewardBench& options) {
  env::PoolOptions pool_options;
  pool_options.lanes = options.lanes;
  pool_options.worker_path = options.worker;
  const auto all = programs(options.input);
  const auto start = Clock::now();
  env::Pool pool(pool_options);
  warm_up(pool, all.front().code);
  const double start_seconds = seconds_since(start);
  const auto jobs = run_all(pool, all, options.rounds);
  if (options.each) {
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      print_line({{"id", all[i % all.size()].id},
                  {"error_class", jobs[i].error_class},
                  {"build_seconds", jobs[i].build},
                  {"seconds", jobs[i].end - jobs[i].begin}});
    }
  }
  print_line(summary(jobs, pool.lanes(), start_seconds));
}

}  // namespace

void add_bench(CLI::App& app) {
  auto* bench = app.add_subcommand("bench", "How fast this machine is at it");
  bench->require_subcommand(1);
  auto options = std::make_shared<RewardBench>();
  auto* reward = bench->add_subcommand("reward", "Builds and measures programs on a pool");
  reward->add_option("--input", options->input,
                     "JSONL of id, code; else reference programs of the families");
  reward->add_option("--lanes", options->lanes, "0: one per core")->check(at_least(0));
  reward->add_option("--rounds", options->rounds, "How often each is built")->check(at_least(1));
  reward->add_flag("--each", options->each, "Also print a line for each program");
  reward->add_option("--worker", options->worker,
                     "A program that speaks as cadforge-worker does, to simulate with");
  reward->callback([options] { bench_reward(*options); });
}

}  // namespace cadforge::trainer
