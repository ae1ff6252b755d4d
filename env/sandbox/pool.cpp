#include "env/sandbox/pool.h"

#include <fmt/format.h>
#include <signal.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <future>
#include <list>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>

#include "env/channel/namespaces.h"
#include "env/hints.h"
#include "env/sandbox/job_queue.h"
#include "env/sandbox/process.h"
#include "rewards/measure_codec.h"

namespace cadforge::env {
namespace {

using nlohmann::json;
using rewards::BuildResult;
using rewards::GeometryReport;
using Clock = std::chrono::steady_clock;

constexpr double kImportSeconds = 120;  // CadQuery's import on a cold, busy machine
constexpr double kGraceSeconds = 5;     // the worker's own clean-up, beyond the program's deadline
constexpr std::size_t kMostReport = 16 << 20;

Deadline in_seconds(double seconds) {
  return Clock::now() +
         std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

std::set<std::string> split_names(const std::string& text, char separator) {
  std::set<std::string> names;
  std::string name;
  for (const char c : text + separator) {
    if (c == separator) {
      if (!name.empty()) names.insert(name);
      name.clear();
    } else if (c != ' ') {
      name += c;
    }
  }
  return names;
}

struct Counters {
  std::atomic<std::uint64_t> jobs{0}, builds{0}, measures{0}, worker_restarts{0},
      measure_restarts{0}, retries{0};
};

BuildResult failed(const char* error_class, std::string message) {
  BuildResult result;
  result.error_class = error_class;
  result.message = std::move(message);
  result.hint = build_hint(result);
  return result;
}

BuildResult parse_reply(const Frame& frame) {
  const auto parts = split_head(as_text(frame.payload));
  const json head = json::parse(parts.head);
  BuildResult result;
  result.error_class = head.at("error_class").get<std::string>();
  result.message = head.at("message").get<std::string>();
  result.nearest = head.at("nearest").get<std::string>();
  result.traps = head.at("traps").get<std::vector<rewards::Trap>>();
  result.line = head.at("line").get<int>();
  result.swallowed_exception = head.at("swallowed_exception").get<bool>();
  result.facts = head.at("facts").get<rewards::SourceFacts>();
  result.output = head.at("output").get<std::string>();
  result.wall_seconds = head.at("wall_seconds").get<double>();
  result.cpu_seconds = head.at("cpu_seconds").get<double>();
  result.brep = as_bytes(parts.bytes);
  result.hint = build_hint(result);
  return result;
}

/// A lane's two processes, started when first needed and again when they die.
class ProcessLane : public Lane {
 public:
  ProcessLane(const PoolOptions& options, Counters& counters)
      : options_(options), counters_(counters) {}

  void start_worker() {
    layers_ = hello_of_worker();
    built_ = 0;
    const auto have = split_names(layers_, ',');
    for (const auto& wanted : split_names(options_.require, ',')) {
      const auto either = split_names(wanted, '|');
      if (std::any_of(either.begin(), either.end(),
                      [&](const auto& name) { return have.count(name); })) {
        continue;
      }
      end(worker_);
      throw std::runtime_error(fmt::format(
          "sandbox.require: layer \"{}\" is not to be had on this machine, which gives: {}", wanted,
          layers_.empty() ? "none" : layers_));
    }
  }

  const std::string& layers() const { return layers_; }

  /// From any thread, and for good: what is under way ends in an exception.
  void stop() {
    const std::lock_guard lock(processes_);
    stopped_ = true;
    if (worker_) worker_->kill();
    if (measurer_) measurer_->kill();
  }

  BuildResult build(const BuildRequest& request) override {
    ++counters_.builds;
    if (request.source.size() > request.limits.source_bytes) {
      return failed(rewards::error_class::kRefused,
                    fmt::format("the program takes {} bytes, at most {} are built",
                                request.source.size(), request.limits.source_bytes));
    }
    // A worker that dies under a program (killed from outside, say) does not make the program
    // guilty: it is tried once more, with nothing else on this worker.
    for (int attempt = 0; attempt < 2; ++attempt) {
      if (attempt > 0) ++counters_.retries;
      auto result = try_build(request);
      if (result) return *std::move(result);
    }
    return failed(rewards::error_class::kKilled, "the worker died twice under this program");
  }

  GeometryReport measure(const rewards::MeasureRequest& request, double deadline_seconds) override {
    ++counters_.measures;
    for (int attempt = 0; attempt < 2; ++attempt) {
      if (attempt > 0) ++counters_.retries;
      auto report = try_measure(request, deadline_seconds);
      if (report) return *std::move(report);
    }
    GeometryReport report;
    report.error_class = rewards::error_class::kKilled;
    report.message = "the measurer died twice on this shape";
    return report;
  }

 private:
  void start(std::unique_ptr<ChildProcess>& process, const std::string& path) {
    const std::lock_guard lock(processes_);
    if (stopped_) throw std::runtime_error("the pool has ended");
    std::vector<std::string> arguments;
    if (!options_.namespaces) arguments.push_back(kNoNamespaces);
    process = std::make_unique<ChildProcess>(path, arguments);
  }

  // The layers that a new worker has. One that somebody kills on the way is no reason to give up,
  // as long as there is time for another; one that ends by itself has said why.
  std::string hello_of_worker() {
    const auto deadline = in_seconds(kImportSeconds);
    for (int attempt = 1;; ++attempt) {
      start(worker_, options_.worker_path);
      Frame hello;
      const auto status = worker_->receive(hello, deadline, 1 << 16);
      if (status == ReadStatus::kOk && hello.type == FrameType::kHello) {
        return json::parse(as_text(hello.payload)).at("layers").get<std::string>();
      }
      const bool killed = end(worker_) && status == ReadStatus::kClosed;
      if (killed && Clock::now() < deadline) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        continue;
      }
      throw std::runtime_error(fmt::format(
          "{} did not start ({})", options_.worker_path,
          killed ? fmt::format("killed {} times in {} s", attempt, kImportSeconds)
          : status == ReadStatus::kTimeout ? fmt::format("no word of it in {} s", kImportSeconds)
                                           : std::string("its message is above")));
    }
  }

  /// As ChildProcess::end.
  bool end(std::unique_ptr<ChildProcess>& process) {
    const std::lock_guard lock(processes_);
    const bool killed = process->end();
    process.reset();
    return killed;
  }

  // Nothing where the worker itself died.
  std::optional<BuildResult> try_build(const BuildRequest& request) {
    if (worker_ && built_ >= options_.recycle_after) end(worker_);
    if (!worker_) {
      ++counters_.worker_restarts;
      start_worker();
    }
    ++built_;
    const BuildLimits& limits = request.limits;
    const json head = {{"source", request.source},
                       {"published", request.dialect == Dialect::kPublished},
                       {"wall_seconds", limits.wall_seconds},
                       {"cpu_seconds", limits.cpu_seconds},
                       {"memory_bytes", limits.memory_bytes},
                       {"brep_bytes", limits.brep_bytes}};
    // Twice the program's own deadline: it may be built again with its handlers raising.
    const auto deadline = in_seconds(2 * limits.wall_seconds + kGraceSeconds);
    Frame reply;
    ReadStatus status = ReadStatus::kClosed;
    if (worker_->send(head.dump(-1, ' ', false, json::error_handler_t::replace), deadline)) {
      status = worker_->receive(reply, deadline, limits.brep_bytes + (1 << 22));
    }
    if (status == ReadStatus::kOk) return parse_reply(reply);
    end(worker_);
    if (status == ReadStatus::kTimeout) {
      return failed(rewards::error_class::kTimeout, "the worker outlasted every deadline");
    }
    return std::nullopt;
  }

  std::optional<GeometryReport> try_measure(const rewards::MeasureRequest& request,
                                            double deadline_seconds) {
    if (!measurer_) {
      ++counters_.measure_restarts;
      start(measurer_, options_.measure_path);
      known_references_.clear();
    }
    const bool has_reference = !request.reference.empty();
    bool send_reference = has_reference && !known_references_.count(request.reference_key);
    const auto deadline = in_seconds(deadline_seconds);
    for (;;) {
      Frame reply;
      ReadStatus status = ReadStatus::kClosed;
      if (measurer_->send(encode_measure_request(request, send_reference), deadline)) {
        status = measurer_->receive(reply, deadline, kMostReport);
      }
      if (status != ReadStatus::kOk) {
        end(measurer_);
        if (status != ReadStatus::kTimeout) return std::nullopt;
        GeometryReport late;
        late.error_class = rewards::error_class::kTimeout;
        late.message = fmt::format("measuring took more than {} s", deadline_seconds);
        return late;
      }
      const json answer = json::parse(as_text(reply.payload));
      auto report = answer.get<GeometryReport>();
      answer.at("cpu_seconds").get_to(report.cpu_seconds);
      // The measurer forgets references it has not seen for long.
      if (report.error_class == rewards::kNeedReference && has_reference && !send_reference) {
        send_reference = true;
        continue;
      }
      if (has_reference) known_references_.insert(request.reference_key);
      return report;
    }
  }

  const PoolOptions& options_;
  Counters& counters_;
  std::mutex
      processes_;  // held to start, end or stop one; only the lane's thread does the first two
  bool stopped_ = false;
  std::unique_ptr<ChildProcess> worker_, measurer_;
  std::set<std::uint64_t> known_references_;
  std::string layers_;
  int built_ = 0;
};

}  // namespace

struct Pool::Impl {
  using Job = std::function<void(ProcessLane&)>;
  explicit Impl(const PoolOptions& chosen) : options(chosen), queue(chosen.most_queued) {}

  PoolOptions options;
  Counters counters;
  mutable std::mutex mutex;
  std::condition_variable ready, room;
  JobQueue<Job> queue;
  std::string layers;
  bool stopping = false;
  std::vector<std::unique_ptr<ProcessLane>> lanes;
  std::vector<std::thread> threads;
  static thread_local bool on_lane;  ///< of any pool

  ~Impl() {
    JobQueue<Job> dropped;
    {
      const std::lock_guard lock(mutex);
      stopping = true;
      std::swap(dropped, queue);
    }
    ready.notify_all();
    room.notify_all();
    for (auto& lane : lanes) lane->stop();
    // Without the lock: whoever waits for one of these jobs may act on its end.
    dropped = JobQueue<Job>();
    for (auto& thread : threads) thread.join();
  }

  /// False where the queue is full and the caller does not `wait`. A lane's own thread never waits:
  /// nobody else would make room.
  bool submit(Job job, std::uint64_t client, bool wait) {
    std::unique_lock lock(mutex);
    if (!on_lane) {
      if (!wait && queue.full()) return false;
      room.wait(lock, [&] { return stopping || !queue.full(); });
    }
    queue.push(client, std::move(job));
    lock.unlock();
    ready.notify_one();
    return true;
  }

  void run(ProcessLane& lane) {
    on_lane = true;
    for (;;) {
      Job job;
      {
        std::unique_lock lock(mutex);
        ready.wait(lock, [&] { return stopping || !queue.empty(); });
        if (stopping) return;
        job = *queue.pop();
      }
      room.notify_one();
      ++counters.jobs;
      try {
        job(lane);
      } catch (const std::exception& error) {
        spdlog::error("pool: a job ended in an error: {}", error.what());
      }
    }
  }
};

thread_local bool Pool::Impl::on_lane = false;

Pool::Pool(const PoolOptions& options) : impl_(std::make_unique<Impl>(options)) {
  ::signal(SIGPIPE, SIG_IGN);
  auto& o = impl_->options;
  if (o.lanes <= 0) o.lanes = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  if (o.worker_path.empty()) o.worker_path = find_program("cadforge-worker");
  if (o.measure_path.empty()) o.measure_path = find_program("cadforge-measure");
  for (int i = 0; i < o.lanes; ++i) {
    impl_->lanes.push_back(std::make_unique<ProcessLane>(o, impl_->counters));
  }
  for (auto& lane : impl_->lanes) {
    impl_->threads.emplace_back([this, lane = lane.get()] { impl_->run(*lane); });
  }
  // The first worker says what this machine's sandbox gives; the others import while work is under
  // way. It starts on a lane's thread like all others, as a process dies with the thread that
  // started it.
  auto started =
      std::make_shared<std::packaged_task<std::string(ProcessLane&)>>([](ProcessLane& lane) {
        lane.start_worker();
        return lane.layers();
      });
  auto layers = started->get_future();
  impl_->submit([started](ProcessLane& lane) { (*started)(lane); }, 0, true);
  impl_->layers = layers.get();
}

Pool::~Pool() = default;

void Pool::submit(Job job, std::uint64_t client) { impl_->submit(std::move(job), client, true); }

bool Pool::try_submit(Job job, std::uint64_t client) {
  return impl_->submit(std::move(job), client, false);
}

int Pool::lanes() const { return impl_->options.lanes; }

PoolStats Pool::stats() const {
  const Counters& c = impl_->counters;
  const std::lock_guard lock(impl_->mutex);
  return {c.jobs,    c.builds,           c.measures, c.worker_restarts, c.measure_restarts,
          c.retries, impl_->queue.size()};
}

std::string Pool::sandbox_layers() const { return impl_->layers; }

}  // namespace cadforge::env
