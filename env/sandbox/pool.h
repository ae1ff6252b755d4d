// A fixed number of lanes, each with its own cadforge-worker and cadforge-measure process.
//
// Both are started with posix_spawn and close-on-exec descriptors, so a pool may be made at any
// time, also after CUDA and threads exist. Every request has a deadline enforced here, from
// outside, by killing the process group; a process that dies is started again; a program whose
// worker was killed from outside is tried once more alone. All methods may be called from any
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "rewards/build_result.h"
#include "rewards/geometry_report.h"

namespace cadforge::env {

struct BuildLimits {
  double wall_seconds = 15;
  double cpu_seconds = 10;
  std::size_t memory_bytes = std::size_t{2} << 30;  ///< beyond what the CadQuery import itself uses
  std::size_t brep_bytes = std::size_t{32} << 20;
  std::size_t source_bytes = std::size_t{1} << 20;
};

/// By whose rules a program is built: ours, or the published runner's
/// (env/worker/python/published.py).
enum class Dialect { kCadforge, kPublished };

struct BuildRequest {
  std::string source;
  BuildLimits limits;
  Dialect dialect = Dialect::kCadforge;
};

/// One lane's blocking view of its two processes. Valid only inside the job it is handed to. A call
/// under way when the pool goes throws std::runtime_error.
class Lane {
 public:
  virtual ~Lane() = default;
  virtual rewards::BuildResult build(const BuildRequest& request) = 0;
  /// A measurer that dies or outlasts `deadline_seconds` gives a report of class killed or timeout.
  virtual rewards::GeometryReport measure(const rewards::MeasureRequest& request,
                                          double deadline_seconds = 20) = 0;
};

/// Where jobs for lanes go: a Pool, or the simulated one of the tests.
class Lanes {
 public:
  using Job = std::function<void(Lane&)>;
  virtual ~Lanes() = default;
  /// Runs `job` on the next free lane. Clients take turns; each client's own jobs begin first in,
  /// first out.
  virtual void submit(Job job, std::uint64_t client = 0) = 0;
};

struct PoolOptions {
  int lanes = 0;            ///< 0: one per core
  std::string worker_path;  ///< empty: cadforge-worker beside this executable, then $PATH
  std::string measure_path;
  int recycle_after = 500;      ///< builds after which a worker process is started afresh
  std::size_t most_queued = 0;  ///< jobs that may wait; 0: any number
  bool namespaces = true;       ///< where the kernel lets us; false: as in a rented container
  /// Sandbox layers without which a worker refuses to start; "a|b" asks for one of the two.
  std::string require = "seccomp,rlimits,landlock|mount_namespace";
};

struct PoolStats {
  std::uint64_t jobs = 0, builds = 0, measures = 0, worker_restarts = 0, measure_restarts = 0;
  std::uint64_t retries = 0, queued = 0;
};

class Pool : public Lanes {
 public:
  /// Starts the lanes; CadQuery's import (1.7 s) goes on in the background. Throws
  /// std::runtime_error naming the missing program or refused sandbox layer.
  explicit Pool(const PoolOptions& options);
  ~Pool() override;  ///< waits for no program: queued jobs are dropped, processes killed

  /// Waits while the queue is full, but for jobs that submit jobs.
  void submit(Job job, std::uint64_t client = 0) override;
  /// False where the queue is full: the job is not taken.
  bool try_submit(Job job, std::uint64_t client = 0);
  int lanes() const;
  PoolStats stats() const;
  /// The sandbox layers in force in a worker, e.g. "seccomp, landlock, rlimits, no_new_privs".
  std::string sandbox_layers() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace cadforge::env
