// Ctrl-C that loses nothing.
#pragma once

#include <atomic>

namespace cadforge::trainer {

/// While it lives, the first SIGINT or SIGTERM asks the command to stop; a second one ends the
/// process at once. One at a time.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  const std::atomic<bool>& asked() const;
};

}  // namespace cadforge::trainer
