#include "env/sandbox/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <vector>

extern char** environ;

namespace cadforge::env {
namespace {

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
      throw std::runtime_error(fmt::format("cannot make a pipe: {}", std::strerror(errno)));
    }
    read = ends[0];
    write = ends[1];
  }
};

// posix_spawn's dup2 onto the same number would keep close-on-exec, so an end that already sits on
// 3 or 4 is moved out of the way.
int moved_up(int fd) {
  const int up = ::fcntl(fd, F_DUPFD_CLOEXEC, 10);
  ::close(fd);
  return up;
}

// What a child needs of our environment. The rest may hold tokens and passwords, and a program
// could print it.
std::vector<char*> child_environment() {
  constexpr const char* kPassed[] = {"PATH",
                                     "HOME",
                                     "LANG",
                                     "LC_ALL",
                                     "TMPDIR",
                                     "LD_LIBRARY_PATH",
                                     "CADFORGE_PYTHON",
                                     "ASAN_OPTIONS",
                                     "UBSAN_OPTIONS"};
  std::vector<char*> passed;
  for (char** entry = environ; *entry; ++entry) {
    const std::string_view name = std::string_view(*entry).substr(0, std::strcspn(*entry, "="));
    if (std::find(std::begin(kPassed), std::end(kPassed), name) != std::end(kPassed)) {
      passed.push_back(*entry);
    }
  }
  passed.push_back(nullptr);
  return passed;
}

}  // namespace

ChildProcess::ChildProcess(const std::string& program, const std::vector<std::string>& arguments) {
  Pipe request, reply;
  request.read = moved_up(request.read);
  reply.write = moved_up(reply.write);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, request.read, kRequestFd);
  posix_spawn_file_actions_adddup2(&actions, reply.write, kReplyFd);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, kReplyFd + 1);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&attributes, 0);
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  auto environment = child_environment();
  const int error =
      ::posix_spawn(&pid_, program.c_str(), &actions, &attributes, argv.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  ::close(request.read);
  ::close(reply.write);
  request_ = request.write;
  reply_ = reply.read;
  if (error != 0) {
    ::close(request_);
    ::close(reply_);
    throw std::runtime_error(fmt::format("cannot start {}: {}", program, std::strerror(error)));
  }
  ::fcntl(request_, F_SETFL, O_NONBLOCK);
}

ChildProcess::~ChildProcess() {
  ::close(request_);
  ::close(reply_);
  end();
}

void ChildProcess::kill() { ::kill(-pid_, SIGKILL); }

bool ChildProcess::end() {
  if (reaped_) return killed_;
  kill();
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  reaped_ = true;
  killed_ = WIFSIGNALED(status);
  return killed_;
}

bool ChildProcess::send(std::string_view payload, Deadline deadline) {
  return write_frame(request_, FrameType::kRequest, payload, deadline);
}

ReadStatus ChildProcess::receive(Frame& frame, Deadline deadline, std::size_t most) {
  return read_frame(reply_, frame, deadline, most);
}

std::string find_program(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
  std::vector<fs::path> places = {here, here / ".." / "bin"};
  std::stringstream path(std::getenv("PATH") ? std::getenv("PATH") : "");
  for (std::string folder; std::getline(path, folder, ':');) places.emplace_back(folder);
  for (const auto& place : places) {
    if (::access((place / name).c_str(), X_OK) == 0) return (place / name).string();
  }
  throw std::runtime_error(
      fmt::format("{} was found neither in {} nor on PATH", name, here.string()));
}

}  // namespace cadforge::env
