#include "rewards/geometry/server.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "env/channel/channel.h"
#include "env/channel/confine.h"
#include "env/channel/namespaces.h"
#include "rewards/build_result.h"
#include "rewards/geometry/measurer.h"
#include "rewards/geometry/shape.h"
#include "rewards/measure_codec.h"

namespace cadforge::geometry {
namespace {

constexpr std::size_t kMostRequest = std::size_t{256} << 20;
constexpr double kCpuSeconds =
    1e6;  // the process lives long; each request's deadline is the pool's

// NaN has no JSON: a report that holds one says so as a failure instead of breaking the stream.
std::string report_text(const rewards::GeometryReport& report) {
  nlohmann::json reply = report;
  reply["cpu_seconds"] = report.cpu_seconds;
  return reply.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Bytes that crash OpenCASCADE's reader are no shape, and the answer is the same each time, however
// far the reader came: the process says so and ends; the pool starts another.
std::string unreadable;

void answer_crash(int number) {
  if (reading_brep) {
    const auto put = ::write(env::kReplyFd, unreadable.data(), unreadable.size());
    ::_exit(put < 0);
  }
  ::signal(number, SIG_DFL);
  ::raise(number);
}

void answer_crashes_while_reading() {
  rewards::GeometryReport report;
  report.error_class = rewards::error_class::kNotAShape;
  report.message = "not a B-rep";
  unreadable = env::framed(env::FrameType::kReply, report_text(report));
  static char stack[1 << 16];
  const stack_t other{stack, 0, sizeof stack};
  ::sigaltstack(&other, nullptr);
  struct sigaction action {};
  action.sa_handler = answer_crash;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGILL}) {
    ::sigaction(number, &action, nullptr);
  }
}

}  // namespace

int serve_measurements(bool namespaces) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGINT, SIG_IGN);
  env::Confinement confinement;
  confinement.cpu_seconds = kCpuSeconds;
  confinement.memory_bytes = std::size_t{4} << 30;
  confinement.readable = {"/usr", "/lib", "/lib64", "/dev/null"};
  confinement.drop_user = true;
  if (namespaces && !env::enter_namespaces(confinement.readable).empty()) {
    env::see_only(confinement.readable);
  }
  env::confine(confinement);

  const auto never = std::chrono::steady_clock::now() + std::chrono::hours(24 * 365);
  answer_crashes_while_reading();
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
