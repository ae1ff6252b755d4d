// One child program with a request and a reply pipe.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "env/channel/channel.h"

namespace cadforge::env {

/// Starts the program with posix_spawn in a process group of its own, pipes on descriptors 3 and 4,
/// every other descriptor of ours closed and little of our environment. Not thread-safe but for
/// kill().
class ChildProcess {
 public:
  /// Throws std::runtime_error where the program cannot be started.
  explicit ChildProcess(const std::string& program, const std::vector<std::string>& arguments = {});
  ~ChildProcess();  ///< as end()
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Ends the process group; a receive() under way on another thread is then kClosed.
  void kill();
  /// Kills the whole process group and reaps it. False where the program had exited by itself
  /// before: whoever starts it again will see the same.
  bool end();
  bool send(std::string_view payload, Deadline deadline);
  ReadStatus receive(Frame& frame, Deadline deadline, std::size_t most);
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  int request_ = -1, reply_ = -1;
  bool reaped_ = false, killed_ = false;
};

/// The path of one of our own programs: beside this executable, in the build's bin/ folder, or on
/// $PATH. Throws std::runtime_error naming where it was looked for.
std::string find_program(const std::string& name);

}  // namespace cadforge::env
