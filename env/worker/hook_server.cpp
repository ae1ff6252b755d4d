#include "env/worker/hook_server.h"

#include <pybind11/embed.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "env/channel/channel.h"
#include "env/worker/python_host.h"

namespace cadforge::env {
namespace {

namespace py = pybind11;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostRequest = 64 << 20, kMemory = std::size_t{4} << 30;
constexpr auto kForever = std::chrono::hours(24 * 365);
constexpr double kCpuSeconds = 1e8;  // a call's time is limited from outside

void reply(FrameType type, const std::string& text) {
  write_frame(kReplyFd, type, text, Clock::now() + kForever);
}

Confinement confinement_beside(const std::string& file) {
  Confinement confinement = confinement_of_this_machine();
  const auto folder = std::filesystem::absolute(file).parent_path();
  confinement.readable.push_back(folder);
  confinement.drop_user = confinement.drop_user && readable_by_anyone(folder);
  confinement.cpu_seconds = kCpuSeconds;
  confinement.memory_bytes = kMemory;
  return confinement;
}

}  // namespace

int serve_hook(const std::string& file, const std::string& function) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGINT, SIG_IGN);
  ::dup2(2, 1);  // stdout is for our parent's results
  start_python();
  const auto hook = py::module_::import("cadforge_hook");
  const auto [user, error] =
      hook.attr("load")(file, function).cast<std::pair<py::object, std::string>>();
  if (!error.empty()) {
    reply(FrameType::kHello, nlohmann::json{{"error", error}}.dump());
    ::_exit(1);
  }
  confine(confinement_beside(file));
  reply(FrameType::kHello, "{}");
  Frame frame;
  while (read_frame(kRequestFd, frame, Clock::now() + kForever, kMostRequest) == ReadStatus::kOk) {
    const auto parts = split_head(as_text(frame.payload));
    const py::object answer = hook.attr("call")(user, py::str(parts.head.data(), parts.head.size()),
                                                py::bytes(parts.bytes.data(), parts.bytes.size()));
    reply(FrameType::kReply, answer.cast<std::string>());
  }
  ::_exit(0);  // as the build server: Python's shutdown has nothing to save
}

}  // namespace cadforge::env
