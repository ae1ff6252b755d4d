// A pool of the real worker and measurer, and what the tests of env/ ask of it.
#pragma once

#include <future>
#include <memory>
#include <string>

#include "env/sandbox/pool.h"

namespace cadforge::env {

/// Built with the address sanitizer, which ends a process that cannot make a thread or loads a
/// library as CasADi does (RTLD_DEEPBIND), and keeps what is freed for a while.
#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

/// On the programs of this build.
inline PoolOptions pool_options(int lanes) {
  PoolOptions options;
  options.lanes = lanes;
  options.worker_path = std::string(CADFORGE_BIN_DIR) + "/cadforge-worker";
  options.measure_path = std::string(CADFORGE_BIN_DIR) + "/cadforge-measure";
  return options;
}

inline std::shared_ptr<Pool> make_pool(int lanes) {
  return std::make_shared<Pool>(pool_options(lanes));
}

/// Shared by a process's tests: CadQuery's import is what costs.
inline std::shared_ptr<Pool> shared_pool() {
  static const auto pool = make_pool(2);
  return pool;
}

/// Runs `job` on a lane; the future holds what it returns or throws.
template <class Job>
auto on_lane(Pool& pool, Job job) {
  using Result = decltype(job(std::declval<Lane&>()));
  auto task = std::make_shared<std::packaged_task<Result(Lane&)>>(std::move(job));
  auto future = task->get_future();
  pool.submit([task](Lane& lane) { (*task)(lane); });
  return future;
}

/// Tight in what a program can use up, ten times what an honest one takes; wide on a wall clock
/// that a busy machine stretches.
inline BuildLimits test_limits() {
  BuildLimits limits;
  limits.wall_seconds = 30;
  limits.cpu_seconds = 1;
  limits.memory_bytes = std::size_t{256} << 20;
  limits.brep_bytes = std::size_t{1} << 20;
  return limits;
}

inline std::future<rewards::BuildResult> build(Pool& pool, const std::string& source,
                                               const BuildLimits& limits = test_limits()) {
  return on_lane(pool, [=](Lane& lane) { return lane.build({source, limits}); });
}

inline rewards::GeometryReport measured(Lane& lane, const rewards::BuildResult& result) {
  rewards::MeasureRequest request;
  request.brep = result.brep;
  return lane.measure(request);
}

/// The volume of what `source` builds; -1 where it does not build or cannot be measured.
inline double volume_of(Lane& lane, const std::string& source) {
  const auto result = lane.build({source, test_limits()});
  if (!result.ok()) return -1;
  const auto report = measured(lane, result);
  return report.ok() ? report.volume : -1;
}

inline constexpr const char* kHonest =
    "import cadquery as cq\n"
    "fixture = cq.Workplane('XY').box(10, 20, 30).faces('>Z').workplane().rect(4, "
    "5).cutThruAll()\n";
inline constexpr double kHonestVolume = 10 * 20 * 30 - 4 * 5 * 30;

}  // namespace cadforge::env
