#include "trainer/report/shape_export.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

#include "env/sandbox/process.h"

extern char** environ;

namespace cadforge::trainer {
namespace {

constexpr std::size_t kMostOutput = std::size_t{1} << 20;

/// Anonymous files stand in for pipes: neither side can block the other, whatever it writes.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name) : fd_(::memfd_create(name, MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::runtime_error(fmt::format("memfd_create: {}", std::strerror(errno)));
  }
  ~MemoryFile() { ::close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  int fd() const { return fd_; }

  void fill(const std::vector<std::byte>& bytes) {
    for (std::size_t done = 0; done < bytes.size();) {
      const auto n = ::write(fd_, bytes.data() + done, bytes.size() - done);
      if (n < 0)
        throw std::runtime_error(fmt::format("cannot hold a shape: {}", std::strerror(errno)));
      done += static_cast<std::size_t>(n);
    }
    ::lseek(fd_, 0, SEEK_SET);
  }

  std::string text() const {
    std::string text(kMostOutput, '\0');
    const auto n = ::pread(fd_, text.data(), text.size(), 0);
    text.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
    return text;
  }

 private:
  int fd_;
};

pid_t spawn(const std::vector<std::string>& command, int in, int out, int err) {
  std::vector<char*> argv;
  for (const auto& word : command) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
  pid_t pid = -1;
  const int error = ::posix_spawn(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    throw std::runtime_error(fmt::format("cannot start {}: {}", command[0], std::strerror(error)));
  }
  return pid;
}

/// The exit status, or -1 after killing it at the deadline.
int wait_until(pid_t pid, std::chrono::steady_clock::time_point deadline) {
  using namespace std::chrono_literals;
  int status = 0;
  while (true) {
    const pid_t ended = ::waitpid(pid, &status, WNOHANG);
    if (ended == pid) return status;
    if (std::chrono::steady_clock::now() > deadline) {
      ::kill(pid, SIGKILL);
      ::waitpid(pid, &status, 0);
      return -1;
    }
    std::this_thread::sleep_for(5ms);
  }
}

/// A drawing needs none of these; a page that shows it must not be made to run or load them.
bool may_act(std::string svg) {
  std::transform(svg.begin(), svg.end(), svg.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const char* word :
       {"<script", "<foreignobject", "<image", "<iframe", "href", "url(", " on"}) {
    if (svg.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::string export_shape(const std::vector<std::byte>& brep,
                         const std::vector<std::string>& arguments, double seconds) {
  std::vector<std::string> command{env::find_program("cadforge-measure"), "export"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  MemoryFile in("brep"), out("drawing"), err("words");
  in.fill(brep);
  const auto deadline =
      std::chrono::steady_clock::now() +
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::duration<double>(seconds));
  const int status = wait_until(spawn(command, in.fd(), out.fd(), err.fd()), deadline);
  if (status == -1) throw std::runtime_error(fmt::format("export took longer than {} s", seconds));
  if (status != 0) {
    auto words = err.text();
    words = words.substr(0, words.find('\n'));
    throw std::runtime_error(words.empty() ? fmt::format("export failed (status {})", status)
                                           : words);
  }
  return out.text();
}

std::string draw_shape(const std::vector<std::byte>& brep, int size, double seconds) {
  std::string svg;
  try {
    svg = export_shape(brep, {"--svg", "-", "--size", std::to_string(size)}, seconds);
  } catch (const std::runtime_error&) {
    return {};
  }
  const auto begin = svg.find("<svg");
  const auto end = svg.rfind("</svg>");
  if (begin == std::string::npos || end == std::string::npos) return {};
  svg = svg.substr(begin, end + 6 - begin);
  return may_act(svg) ? std::string{} : svg;
}

}  // namespace cadforge::trainer
