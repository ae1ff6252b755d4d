#include "trainer/cli/stop_on_signal.h"

#include <signal.h>

namespace cadforge::trainer {
namespace {

std::atomic<bool> stop_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

void ask_to_stop(int signal_number) {
  stop_asked = true;
  ::signal(signal_number, SIG_DFL);
}

}  // namespace

StopOnSignal::StopOnSignal() {
  stop_asked = false;
  ::signal(SIGINT, ask_to_stop);
  ::signal(SIGTERM, ask_to_stop);
}

StopOnSignal::~StopOnSignal() {
  ::signal(SIGINT, SIG_DFL);
  ::signal(SIGTERM, SIG_DFL);
}

const std::atomic<bool>& StopOnSignal::asked() const { return stop_asked; }

}  // namespace cadforge::trainer
