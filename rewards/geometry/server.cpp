#include "rewards/geometry/server.h"

#include <signal.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "env/channel/channel.h"
#include "env/channel/confine.h"
#include "rewards/geometry/measurer.h"
#include "rewards/measure_codec.h"

namespace cadforge::geometry {
namespace {

constexpr std::size_t kMostRequest = std::size_t{256} << 20;
constexpr double kCpuSeconds =
    1e6;  // the process lives long; each request's deadline is the pool's

// NaN has no JSON: a report that holds one says so as a failure instead of breaking the stream.
std::string report_text(const rewards::GeometryReport& report) {
  return nlohmann::json(report).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

int serve_measurements() {
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGINT, SIG_IGN);
  env::Confinement confinement;
  confinement.cpu_seconds = kCpuSeconds;
  confinement.memory_bytes = std::size_t{4} << 30;
  confinement.readable = {"/usr", "/lib", "/lib64", "/dev/null"};
  confinement.drop_user = true;
  env::confine(confinement);

  const auto never = std::chrono::steady_clock::now() + std::chrono::hours(24 * 365);
  Measurer measurer;
  env::Frame frame;
  while (env::read_frame(env::kRequestFd, frame, never, kMostRequest) == env::ReadStatus::kOk) {
    const auto request = rewards::decode_measure_request(env::as_text(frame.payload));
    const auto report = measurer.measure(request);
    if (!env::write_frame(env::kReplyFd, env::FrameType::kReply, report_text(report), never)) break;
  }
  return 0;
}

}  // namespace cadforge::geometry
