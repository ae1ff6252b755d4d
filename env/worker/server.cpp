#include "env/worker/server.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <poll.h>
#include <pybind11/embed.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "env/channel/channel.h"
#include "env/channel/confine.h"
#include "env/channel/namespaces.h"
#include "env/worker/python_host.h"
#include "rewards/build_result.h"

namespace cadforge::env {
namespace {

namespace py = pybind11;
using nlohmann::json;
using rewards::BuildResult;
using Clock = std::chrono::steady_clock;
namespace classes = rewards::error_class;

constexpr std::size_t kOutputBytes = 64 << 10, kMessageBytes = 500;
constexpr std::size_t kMostRequest = 64 << 20;
constexpr auto kForever = std::chrono::hours(24 * 365);
constexpr int kResultFd = 63;

struct Request {
  std::string source;
  double wall_seconds = 15, cpu_seconds = 10;
  std::size_t memory_bytes = 0, brep_bytes = 0;
  bool published = false;  ///< by the published runner's rules
};

// Valid UTF-8 of at most `most` bytes; a character that does not fit whole is left out.
std::string clipped_utf8(const std::string& text, std::size_t most) {
  const std::string quoted = json(text).dump(-1, ' ', false, json::error_handler_t::replace);
  auto out = json::parse(quoted).get<std::string>();
  if (out.size() <= most) return out;
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };
  while (most > 0 && continues(out[most])) --most;
  out.resize(most);
  return out;
}

// The class as the child states it, if it is one that a child can state: the program may have
// written it.
std::string known_class(const std::string& stated, const std::vector<std::byte>& brep) {
  if (stated == classes::kOk) return brep.empty() ? classes::kNoResult : classes::kOk;
  for (const char* name : {classes::kSyntaxError, classes::kNoResult, classes::kNotAShape,
                           classes::kOutOfMemory, classes::kRefused}) {
    if (stated == name) return name;
  }
  const std::string prefix = classes::kExceptionPrefix;
  if (!stated.starts_with(prefix)) return classes::kNoResult;
  std::string type = stated.substr(prefix.size(), 60);
  for (char& c : type) {
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '_') c = '_';
  }
  return prefix + type;
}

std::string identifier(std::string text) {
  const bool plain = text.size() <= 60 && std::all_of(text.begin(), text.end(), [](char c) {
                       return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
                     });
  return plain ? text : std::string{};
}

// The child's word again, so no more than it may be.
std::vector<rewards::Trap> known_traps(const json& head) {
  std::vector<rewards::Trap> traps;
  for (const auto& entry : head.value("traps", json::array())) {
    if (traps.size() == 8) break;
    const auto kind = identifier(entry.at(0).get<std::string>());
    if (!kind.empty()) traps.push_back({kind, std::max(0, entry.at(1).get<int>())});
  }
  return traps;
}

// One child from fork to verdict.
class Child {
 public:
  Child(const Confinement& confinement, py::object run) : confinement_(confinement), run_(run) {}

  BuildResult build(const Request& request, bool reraise, bool* handled) {
    start(request, reraise);
    const bool in_time = collect(request);
    killed_from_outside_ =
        !killed_ && WIFSIGNALED(status_) && WTERMSIG(status_) == SIGKILL && !used_up_cpu(request);
    return verdict(in_time, request, handled);
  }

  // SIGKILL that neither we nor a limit sent. A confined program can send none, so it is not to
  // blame.
  bool killed_from_outside() const { return killed_from_outside_; }

 private:
  void start(const Request& request, bool reraise) {
    if (::pipe2(result_, O_CLOEXEC) != 0 || ::pipe2(output_, O_CLOEXEC) != 0) {
      throw std::runtime_error("cannot make pipes");
    }
    begun_ = Clock::now();
    worker_ = ::getpid();
    PyOS_BeforeFork();
    pid_ = ::fork();
    if (pid_ != 0) PyOS_AfterFork_Parent();
    if (pid_ < 0) throw std::runtime_error("cannot fork");
    if (pid_ == 0) run_program(request, reraise);
    ::close(result_[1]);
    ::close(output_[1]);
  }

  // The child. Never returns: the process ends without running anything of Python's or ours.
  [[noreturn]] void run_program(const Request& request, bool reraise) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != worker_) ::_exit(3);  // the worker died before that took hold
    ::dup2(result_[1], kResultFd);
    ::dup2(output_[1], 1);
    ::dup2(output_[1], 2);
    const int null = ::open("/dev/null", O_RDONLY);
    ::dup2(null, 0);
    ::syscall(SYS_close_range, 3u, static_cast<unsigned>(kResultFd - 1), 0u);
    ::syscall(SYS_close_range, static_cast<unsigned>(kResultFd + 1), ~0u, 0u);
    PyOS_AfterFork_Child();
    Confinement confinement = confinement_;
    confinement.cpu_seconds = request.cpu_seconds;
    confinement.memory_bytes = request.memory_bytes;
    confine(confinement);
    try {
      run_(py::str(request.source), kResultFd, reraise, request.brep_bytes);
    } catch (...) {
      ::_exit(3);
    }
    ::_exit(0);
  }

  // Reads both pipes until the child has closed them or the deadline is there; then ends what is
  // left.
  bool collect(const Request& request) {
    const auto deadline = begun_ + std::chrono::duration_cast<Clock::duration>(
                                       std::chrono::duration<double>(request.wall_seconds));
    const std::size_t most = request.brep_bytes + (1 << 20);
    pollfd entries[2] = {{result_[0], POLLIN, 0}, {output_[0], POLLIN, 0}};
    bool in_time = true;
    while (entries[0].fd >= 0 || entries[1].fd >= 0) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
      if (left.count() <= 0) {
        in_time = false;
        break;
      }
      if (::poll(entries, 2, static_cast<int>(left.count() + 1)) <= 0) continue;
      if (!drain(entries[0], stream_, most, false)) break;
      drain(entries[1], text_, kOutputBytes, true);
    }
    end_child();
    ::close(result_[0]);
    ::close(output_[0]);
    return in_time;
  }

  // Appends what is there. A full ring drops its oldest half; a full stream is refused (false).
  static bool drain(pollfd& entry, std::string& into, std::size_t most, bool ring) {
    if (entry.fd < 0 || entry.revents == 0) return true;
    char buffer[65536];
    const auto got = ::read(entry.fd, buffer, sizeof buffer);
    if (got <= 0) {
      if (got == 0 || errno != EINTR) entry.fd = -1;
      return true;
    }
    into.append(buffer, static_cast<std::size_t>(got));
    if (into.size() <= most) return true;
    if (ring) into.erase(0, into.size() - most / 2);
    return ring;
  }

  void end_child() {
    // The pipes close a moment before the process ends by itself; only a child that lingers is
    // killed.
    for (int i = 0; i < 20 && !reaped(WNOHANG); ++i) ::usleep(500);
    if (done_) return;
    ::kill(-pid_, SIGKILL);
    ::kill(pid_, SIGKILL);
    killed_ = true;
    while (!reaped(0)) {
    }
  }

  bool reaped(int options) {
    if (!done_) done_ = ::wait4(pid_, &status_, options, &usage_) == pid_;
    return done_;
  }

  // The frames that came whole. The first facts and the first verdict count.
  void parse(BuildResult& result, std::optional<json>& verdict_head) {
    std::string_view rest = stream_;
    bool have_facts = false;
    while (rest.size() >= 8) {
      std::uint32_t header[2];
      std::memcpy(header, rest.data(), 8);
      if (rest.size() - 8 < header[1]) break;
      const std::string_view payload = rest.substr(8, header[1]);
      rest.remove_prefix(8 + header[1]);
      if (header[0] == static_cast<std::uint32_t>(FrameType::kFacts) && !have_facts) {
        result.facts = json::parse(payload).get<rewards::SourceFacts>();
        have_facts = true;
      } else if (header[0] == static_cast<std::uint32_t>(FrameType::kVerdict) && !verdict_head) {
        const auto parts = split_head(payload);
        verdict_head = json::parse(parts.head);
        result.brep = as_bytes(parts.bytes);
      }
    }
  }

  BuildResult verdict(bool in_time, const Request& request, bool* handled) {
    BuildResult result;
    std::optional<json> head;
    try {
      parse(result, head);
      if (head) {
        result.error_class = known_class(head->at("error_class").get<std::string>(), result.brep);
        result.message = clipped_utf8(head->at("message").get<std::string>(), kMessageBytes);
        result.line = std::max(0, head->at("line").get<int>());
        result.nearest = identifier(head->value("nearest", ""));
        result.traps = known_traps(*head);
        if (!result.ok()) result.brep.clear();
        *handled = head->value("handled", false);
      }
    } catch (const std::exception&) {
      head.reset();  // the program wrote on our descriptor: as good as no verdict
    }
    if (!head) {
      result.brep.clear();
      result.error_class = class_without_verdict(in_time, request);
      result.message = message_without_verdict(result.error_class, request);
    }
    result.output = clipped_utf8(text_, kOutputBytes);
    result.wall_seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
    result.cpu_seconds = cpu_seconds();
    return result;
  }

  double cpu_seconds() const {
    const auto seconds = [](const timeval& t) { return t.tv_sec + 1e-6 * t.tv_usec; };
    return seconds(usage_.ru_utime) + seconds(usage_.ru_stime);
  }

  std::string class_without_verdict(bool in_time, const Request& request) const {
    if (!in_time || used_up_cpu(request)) return classes::kTimeout;
    if (stream_.size() > request.brep_bytes) return classes::kRefused;
    if (!WIFSIGNALED(status_)) return classes::kNoResult;
    // Libraries that end the process where memory runs out say so on the way.
    const bool memory = text_.find("bad_alloc") != std::string::npos ||
                        text_.find("OutOfMemory") != std::string::npos ||
                        text_.find("MemoryError") != std::string::npos;
    return memory ? classes::kOutOfMemory : classes::kKilled;
  }

  bool used_up_cpu(const Request& request) const {
    if (killed_ || !WIFSIGNALED(status_)) return false;
    return WTERMSIG(status_) == SIGXCPU ||
           (WTERMSIG(status_) == SIGKILL && cpu_seconds() >= request.cpu_seconds);
  }

  std::string message_without_verdict(const std::string& error_class,
                                      const Request& request) const {
    if (error_class == classes::kTimeout && used_up_cpu(request)) {
      return fmt::format("still building after {:g} s of CPU", request.cpu_seconds);
    }
    if (error_class == classes::kTimeout) {
      return fmt::format("still building after {:g} s (CPU {:.1f} s)", request.wall_seconds,
                         cpu_seconds());
    }
    if (error_class == classes::kRefused) return "sent more than a shape may take";
    if (WIFSIGNALED(status_))
      return fmt::format("ended by signal: {}", ::strsignal(WTERMSIG(status_)));
    return fmt::format("ended with status {} before a result was handed over",
                       WEXITSTATUS(status_));
  }

  Confinement confinement_;
  py::object run_;
  int result_[2] = {-1, -1}, output_[2] = {-1, -1};
  pid_t worker_ = -1, pid_ = -1;
  int status_ = 0;
  rusage usage_{};
  bool done_ = false, killed_ = false, killed_from_outside_ = false;
  Clock::time_point begun_;
  std::string stream_, text_;
};

// Confines a child that does nothing else, and reports what it got.
std::string probe_layers(const Confinement& confinement) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  const pid_t pid = ::fork();
  if (pid == 0) {
    std::string text;
    for (const auto& layer : confine(confinement)) text += (text.empty() ? "" : ", ") + layer;
    const auto put = ::write(ends[1], text.data(), text.size());
    ::_exit(put < 0);
  }
  ::close(ends[1]);
  char buffer[256];
  const auto got = ::read(ends[0], buffer, sizeof buffer);
  ::close(ends[0]);
  ::waitpid(pid, nullptr, 0);
  return got > 0 ? std::string(buffer, static_cast<std::size_t>(got)) : std::string();
}

// Builds once, and once more where somebody else killed the child.
BuildResult build_once(const Request& request, const Confinement& confinement,
                       const py::object& run, bool reraise, bool* handled) {
  for (int attempt = 0;; ++attempt) {
    Child child(confinement, run);
    BuildResult result = child.build(request, reraise, handled);
    if (attempt > 0 || !child.killed_from_outside()) return result;
  }
}

BuildResult build(const Request& request, const Confinement& confinement, const py::object& run) {
  bool handled = false;
  BuildResult result = build_once(request, confinement, run, false, &handled);
  // A handler of the program's own text ran on the way to a result: built again with handlers that
  // raise, does the result still come? A program that only gets there by swallowing does not count
  // as one that builds.
  if (result.ok() && handled) {
    bool ignored = false;
    result.swallowed_exception = !build_once(request, confinement, run, true, &ignored).ok();
  }
  return result;
}

Request parse_request(const Frame& frame) {
  const json in = json::parse(as_text(frame.payload));
  return {in.at("source").get<std::string>(),     in.at("wall_seconds").get<double>(),
          in.at("cpu_seconds").get<double>(),     in.at("memory_bytes").get<std::size_t>(),
          in.at("brep_bytes").get<std::size_t>(), in.at("published").get<bool>()};
}

}  // namespace

int serve_builds(bool namespaces) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGINT, SIG_IGN);  // Ctrl-C is the parent's to handle
  std::vector<std::string> layers;
  if (namespaces) layers = enter_namespaces(system_libraries());
  ::fcntl(kRequestFd, F_SETFD, FD_CLOEXEC);
  ::fcntl(kReplyFd, F_SETFD, FD_CLOEXEC);
  start_python();
  {
    const auto runner = py::module_::import("cadforge_runner");
    const auto published = py::module_::import("cadforge_published");
    runner.attr("warm_up")();
    const py::object run = runner.attr("run"), run_published = published.attr("run");
    const Confinement confinement = confinement_of_this_machine();
    if (!layers.empty()) see_only(confinement.readable);
    layers.push_back(probe_layers(confinement));
    const json hello = {{"layers", fmt::format("{}", fmt::join(layers, ", "))}};
    write_frame(kReplyFd, FrameType::kHello, hello.dump(), Clock::now() + kForever);

    Frame frame;
    while (read_frame(kRequestFd, frame, Clock::now() + kForever, kMostRequest) ==
           ReadStatus::kOk) {
      const Request request = parse_request(frame);
      const BuildResult result =
          build(request, confinement, request.published ? run_published : run);
      const std::string reply = join_head(
          json(result).dump(-1, ' ', false, json::error_handler_t::replace), as_text(result.brep));
      if (!write_frame(kReplyFd, FrameType::kReply, reply, Clock::now() + kForever)) break;
    }
  }
  ::_exit(0);  // Python's own shutdown has nothing to save and can hang in libraries' exit handlers
}

}  // namespace cadforge::env
