// How far a run is, for people: one line that renews itself on a terminal, a plain line every ten
// seconds elsewhere.
#pragma once

#include <chrono>
#include <string>

namespace cadforge::trainer {

struct ProgressState {
  std::string label;  ///< "grpo"
  int step = 0, total = 0;
  double build_rate = -1;  ///< share; negative: not known, left out
  double reward = 0;
  bool has_reward = false;
  double loss = 0;
  bool has_loss = false;
  double tokens_per_second = 0;  ///< 0: left out
  double seconds_left = -1;      ///< negative: not known
};

/// "grpo [#####-----]  45/200  builds 61.2 %  reward 0.412  830 tok/s  3m12s left"; without the bar
/// where `bar_width` is 0.
std::string progress_line(const ProgressState& state, int bar_width);

/// "58s", "3m12s", "2h05m".
std::string show_duration(double seconds);

/// Not thread-safe.
class Progress {
 public:
  /// Looks at stderr once to see whether it is a terminal. `total` 0: each state brings its own.
  Progress(std::string label, int total);
  ~Progress();  ///< ends the line

  /// `label`, `total` and `seconds_left` are filled in: the time left follows from the steps
  /// that this object has seen. On a terminal the line is redrawn at most ten times a second.
  void update(ProgressState state);
  /// Ends the line so that other text may follow; update goes on on a new one.
  void break_line();

 private:
  using Clock = std::chrono::steady_clock;
  std::string label_;
  int total_ = 0, first_step_ = -1;
  bool terminal_ = false, line_open_ = false;
  Clock::time_point first_time_, last_print_;
};

}  // namespace cadforge::trainer
