#include "trainer/grpo/training.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>

#include "trainer/checkpoint/checkpoint.h"
#include "trainer/grpo/advantage.h"
#include "trainer/grpo/step_record.h"
#include "trainer/grpo/update.h"
#include "trainer/metrics/run_log.h"
#include "trainer/sft/dataset.h"

namespace cadforge::trainer {
namespace {

using Clock = std::chrono::steady_clock;
using nlohmann::json;

constexpr int kShapesKept = 12;  // steps of a run whose best and worst shapes are kept

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// What a checkpoint holds besides weights and moments.
struct RunState {
  int step = 0;
  std::int64_t num_tokens = 0;
  double best_reward = -std::numeric_limits<double>::infinity();
  double window_reward = 0;  ///< sum since the last look for the best
  int window_steps = 0;
};

json state_json(const RunState& state) {
  json best = state.best_reward;  // infinity is no JSON number
  if (state.best_reward == -std::numeric_limits<double>::infinity()) best = nullptr;
  return {{"num_tokens", state.num_tokens},
          {"best_reward", best},
          {"window_reward", state.window_reward},
          {"window_steps", state.window_steps}};
}

RunState run_state(const Checkpoint& checkpoint) {
  RunState state;
  state.step = checkpoint.step;
  checkpoint.state.at("num_tokens").get_to(state.num_tokens);
  if (!checkpoint.state.at("best_reward").is_null()) {
    checkpoint.state.at("best_reward").get_to(state.best_reward);
  }
  checkpoint.state.at("window_reward").get_to(state.window_reward);
  checkpoint.state.at("window_steps").get_to(state.window_steps);
  return state;
}

class Training {
 public:
  Training(const RunConfig& config, const GrpoParts& parts, const std::filesystem::path& out,
           bool resume)
      : config_(config),
        parts_(parts),
        out_(out),
        start_(resume ? read_start(parts.session, out) : Start{}),
        state_(start_.state),
        saved_step_(start_.folder ? state_.step : -1),
        optimizer_(parts.session.trainables(), config.optim),
        metrics_(out / "metrics.jsonl", kept_bytes("metrics")),
        completions_(out / "completions.jsonl", kept_bytes("completions")),
        shapes_(made(out / "shapes") / "index.jsonl", kept_bytes("shapes")) {
    if (start_.folder) load_optimizer(*start_.folder, optimizer_);
  }

  GrpoResult run(const std::function<void(const ProgressState&)>& progress,
                 const std::atomic<bool>& stop) {
    progress_ = progress;
    const auto& schedule = config_.schedule;
    const int last = schedule.stop_at > 0 ? std::min(schedule.stop_at, schedule.max_steps)
                                          : schedule.max_steps;
    while (state_.step < last && step(stop)) {
      const bool regular =
          config_.checkpoint.every > 0 && state_.step % config_.checkpoint.every == 0;
      if (regular || state_.step == last) {
        keep_best();
        save();
      }
    }
    if (saved_step_ != state_.step) save();
    return {state_.step, state_.step < last};
  }

 private:
  struct Start {
    std::optional<std::filesystem::path> folder;
    json log_bytes = json::object();
    RunState state;
  };

  static Start read_start(Session& session, const std::filesystem::path& out) {
    Start start;
    start.folder = newest_checkpoint(out);
    if (!start.folder) return start;
    const Checkpoint checkpoint = read_checkpoint_state(*start.folder);
    start.state = run_state(checkpoint);
    start.log_bytes = checkpoint.state.at("log_bytes");
    load_weights(*start.folder, session);
    spdlog::info("going on after step {}", checkpoint.step);
    return start;
  }

  static std::filesystem::path made(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    return folder;
  }

  std::uint64_t kept_bytes(const char* log) const { return start_.log_bytes.value(log, 0ULL); }

  ProgressState progress_state() const {
    ProgressState state;
    state.step = state_.step;
    state.total = config_.schedule.max_steps;
    if (last_metrics_.is_null()) return state;
    state.build_rate = last_metrics_["cad/build_rate"];
    state.reward = last_metrics_["reward"];
    state.has_reward = true;
    return state;
  }

  // One step, whole or not at all. False where `stop` came first.
  bool step(const std::atomic<bool>& stop) {
    const auto begun = Clock::now();
    const auto report = [&](std::int64_t tokens, double seconds) {
      ProgressState state = progress_state();
      state.tokens_per_second = static_cast<double>(tokens) / std::max(seconds, 1e-9);
      progress_(state);
    };
    StepRollout rollout =
        parts_.rollouts.collect(state_.step, *parts_.session.adapter, report, stop);
    if (rollout.stopped) return false;

    const auto trained = Clock::now();
    const Advantages advantages = rate(rollout);
    const double rate =
        learning_rate(config_.schedule, config_.optim.lr, state_.step, config_.schedule.max_steps);
    const UpdateMetrics update = update_policy(
        config_, {*parts_.session.model, *parts_.session.adapter, parts_.reference, optimizer_},
        rollout.groups, advantages.values, rate);
    json line = rollout_metrics(rollout, advantages);
    line.update(update_metrics(update, rate));
    line["time/train"] = seconds_since(trained);
    record(rollout, line, begun);
    return true;
  }

  Advantages rate(const StepRollout& rollout) const {
    std::vector<double> rewards;
    for (const auto& group : rollout.groups) {
      for (const auto& sample : group.samples) rewards.push_back(sample.scored.reward);
    }
    if (config_.reward.shuffle) rewards = shuffled_rewards(rewards, config_.seed, state_.step);
    return group_advantages(rewards, config_.rollout.group_size, config_.loss.scale_rewards);
  }

  // Appends the step to the logs: from here on it has happened.
  void record(const StepRollout& rollout, json& line, Clock::time_point begun) {
    std::int64_t completion_tokens = 0;
    for (const auto& group : rollout.groups) {
      for (std::size_t i = 0; i < group.samples.size(); ++i) {
        completions_.append(completion_record(state_.step + 1, group, i));
        const auto length = static_cast<std::int64_t>(group.samples[i].ids.size());
        completion_tokens += length;
        state_.num_tokens += length + static_cast<std::int64_t>(group.prompt->ids.size());
      }
    }
    const int every = std::max(1, config_.schedule.max_steps / kShapesKept);
    const bool extremes = state_.step % every == 0 || state_.step + 1 == config_.schedule.max_steps;
    keep_shapes(state_.step, rollout, extremes, config_.schedule.max_steps, out_ / "shapes",
                shapes_);

    ++state_.step;
    state_.window_reward += line["reward"].get<double>();
    ++state_.window_steps;
    line["step"] = state_.step;
    line["num_tokens"] = state_.num_tokens;
    line["step_time"] = seconds_since(begun);
    line["tokens_per_second"] = static_cast<double>(completion_tokens) / seconds_since(begun);
    metrics_.append(line);
    last_metrics_ = line;
    ProgressState state = progress_state();
    state.tokens_per_second = line["tokens_per_second"];
    progress_(state);
  }

  // best/ is the adapter after the stretch between two checkpoints with the highest mean reward.
  void keep_best() {
    if (state_.window_steps == 0) return;
    const double mean = state_.window_reward / state_.window_steps;
    state_.window_reward = 0;
    state_.window_steps = 0;
    if (mean <= state_.best_reward) return;
    state_.best_reward = mean;
    parts_.session.adapter->save(made(out_ / "best"), config_.model);
  }

  void save() {
    Checkpoint checkpoint{state_.step, state_json(state_)};
    checkpoint.state["log_bytes"] = {{"metrics", metrics_.bytes()},
                                     {"completions", completions_.bytes()},
                                     {"shapes", shapes_.bytes()}};
    save_checkpoint(out_, checkpoint, parts_.session, optimizer_, config_);
    parts_.session.adapter->save(made(out_ / "adapter"), config_.model);
    parts_.rollouts.checkpointed();
    saved_step_ = state_.step;
  }

  const RunConfig& config_;
  const GrpoParts& parts_;
  const std::filesystem::path out_;
  Start start_;
  RunState state_;
  int saved_step_ = -1;
  AdamW optimizer_;
  RunLog metrics_, completions_, shapes_;
  std::function<void(const ProgressState&)> progress_;
  json last_metrics_;
};

}  // namespace

GrpoResult train_grpo(const RunConfig& config, const GrpoParts& parts,
                      const std::filesystem::path& out, bool resume,
                      const std::function<void(const ProgressState&)>& progress,
                      const std::atomic<bool>& stop) {
  return Training(config, parts, out, resume).run(progress, stop);
}

std::vector<double> shuffled_rewards(const std::vector<double>& rewards, std::uint64_t seed,
                                     int step) {
  std::vector<double> dealt;
  for (const auto i : epoch_order(rewards.size(), seed, step, true)) dealt.push_back(rewards[i]);
  return dealt;
}

}  // namespace cadforge::trainer
