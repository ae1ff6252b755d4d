// A repair episode: a task, up to N programs, and after each what is to be told of it. The best one
// counts.
#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "env/evaluator.h"
#include "env/tasks/task.h"

namespace cadforge::env {

struct EpisodeOptions {
  double threshold = 0.92;  ///< a total from which the part counts as right
  int most_turns = 12;
  double most_seconds = 3600;  ///< from reset(); a verdict under way is waited for
  int observation_tokens = 400;
  std::uint64_t probe_seed = 0;
};

struct EpisodeStep {
  int turn = 0;  ///< from 1
  Evaluation evaluation;
  std::string observation;  ///< for the next turn
  std::string done;         ///< as in EpisodeState
};

struct EpisodeState {
  std::string task_id, style, prompt;
  int turns = 0;
  int best_turn = 0;       ///< 0: no turn yet
  double first = 0;        ///< total of the first turn
  double best = 0;         ///< of the best one, the earliest of equals
  double improvement = 0;  ///< best - first
  std::string best_code;
  /// Why it is over: "threshold", "turns" or "time"; empty while it goes on.
  std::string done;
};

/// Not thread-safe; many may share an evaluator. What happens can be recorded as JSON lines: one
/// "reset" with the task and the options, then one "step" a turn with the completion and its
/// verdict.
class Episode {
 public:
  using Record = std::function<void(const nlohmann::json& line)>;

  /// `evaluator` outlives it. `record` is given each line as it happens; it may be empty.
  explicit Episode(Evaluator& evaluator, const EpisodeOptions& options = {}, Record record = {});

  /// Begins anew with a task; returns its prompt of `style`, which also says what is checked.
  /// Throws std::invalid_argument naming the styles there are.
  const std::string& reset(const Task& task, const std::string& style);

  /// Judges a completion. `cut_by_length` as in extract_code. Throws std::logic_error before
  /// reset() and after the end, std::runtime_error where the task's own reference does not build.
  EpisodeStep step(const std::string& completion, bool cut_by_length = false);

  const EpisodeState& state() const { return state_; }

 private:
  std::string end_after(const Evaluation& evaluation) const;

  Evaluator& evaluator_;
  EpisodeOptions options_;
  Record record_;
  Task task_;
  EpisodeState state_;
  std::chrono::steady_clock::time_point begun_;
};

/// What two runs of an episode must agree on: everything of a verdict but the clock.
nlohmann::json verdict_json(const Evaluation& evaluation);

struct ReplayedEpisodes {
  int episodes = 0, steps = 0;
  std::vector<std::string> differences;  ///< "line 7: verdict: expected ..., got ..."
};

/// Judges each recorded completion of `lines` again, which may hold many episodes one after
/// another. Time ends none of them. Throws std::invalid_argument with the line's number where a
/// line is no record of an episode.
ReplayedEpisodes replay_episodes(Evaluator& evaluator, std::istream& lines);

void to_json(nlohmann::json& json, const EpisodeState& state);

}  // namespace cadforge::env
