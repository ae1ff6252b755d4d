#include "trainer/metrics/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace cadforge::trainer {
namespace {

using namespace std::chrono_literals;

std::string bar(int step, int total, int width) {
  const int filled = total > 0 ? std::clamp(width * step / total, 0, width) : 0;
  return fmt::format(" [{}{}]", std::string(static_cast<std::size_t>(filled), '#'),
                     std::string(static_cast<std::size_t>(width - filled), '-'));
}

}  // namespace

std::string show_duration(double seconds) {
  const auto whole = std::llround(std::max(seconds, 0.0));
  if (whole < 60) return fmt::format("{}s", whole);
  if (whole < 3600) return fmt::format("{}m{:02}s", whole / 60, whole % 60);
  return fmt::format("{}h{:02}m", whole / 3600, whole % 3600 / 60);
}

std::string progress_line(const ProgressState& state, int bar_width) {
  std::string line = state.label;
  if (bar_width > 0) line += bar(state.step, state.total, bar_width);
  line += fmt::format(" {:>4}/{}", state.step, state.total);
  if (state.build_rate >= 0) line += fmt::format("  builds {:.1f} %", 100 * state.build_rate);
  if (state.has_reward) line += fmt::format("  reward {:.3f}", state.reward);
  if (state.has_loss) line += fmt::format("  loss {:.4f}", state.loss);
  if (state.tokens_per_second > 0) line += fmt::format("  {:.0f} tok/s", state.tokens_per_second);
  if (state.seconds_left >= 0) line += fmt::format("  {} left", show_duration(state.seconds_left));
  return line;
}

Progress::Progress(std::string label, int total)
    : label_(std::move(label)), total_(total), terminal_(::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() { break_line(); }

void Progress::update(ProgressState state) {
  const auto now = Clock::now();
  if (first_step_ < 0) {
    first_step_ = state.step;
    first_time_ = now;
  }
  state.label = label_;
  if (total_ > 0) state.total = total_;
  const int done = state.step - first_step_;
  if (done > 0) {
    const double seconds = std::chrono::duration<double>(now - first_time_).count();
    state.seconds_left = seconds / done * (state.total - state.step);
  }
  const bool last = state.step >= state.total;
  const auto rest = terminal_ ? 100ms : 10'000ms;
  if (!last && last_print_ != Clock::time_point{} && now - last_print_ < rest) return;
  last_print_ = now;
  if (terminal_) {
    fmt::print(stderr, "\r{}\033[K", progress_line(state, 20));
    line_open_ = true;
  } else {
    fmt::print(stderr, "{}\n", progress_line(state, 0));
  }
  std::fflush(stderr);
}

void Progress::break_line() {
  if (line_open_) fmt::print(stderr, "\n");
  line_open_ = false;
}

}  // namespace cadforge::trainer
