#include "env/episode.h"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "env/observation.h"

namespace cadforge::env {
namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

json options_json(const EpisodeOptions& options) {
  return {{"threshold", options.threshold},
          {"most_turns", options.most_turns},
          {"most_seconds", options.most_seconds},
          {"observation_tokens", options.observation_tokens},
          {"probe_seed", options.probe_seed}};
}

EpisodeOptions options_from(const json& in) {
  EpisodeOptions options;
  options.threshold = in.at("threshold");
  options.most_turns = in.at("most_turns");
  options.most_seconds = std::numeric_limits<double>::infinity();
  options.observation_tokens = in.at("observation_tokens");
  options.probe_seed = in.at("probe_seed");
  return options;
}

// What JSON can hold: a replay has nothing else to judge.
std::string as_recorded(const std::string& text) {
  return json::parse(json(text).dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace

Episode::Episode(Evaluator& evaluator, const EpisodeOptions& options, Record record)
    : evaluator_(evaluator), options_(options), record_(std::move(record)) {}

const std::string& Episode::reset(const Task& task, const std::string& style) {
  task_ = in_style(task, style);
  state_ = {};
  state_.task_id = task.id;
  state_.style = style;
  state_.prompt = task_.prompt(style);
  begun_ = Clock::now();
  if (record_) {
    record_({{"event", "reset"},
             {"task", task},
             {"style", style},
             {"options", options_json(options_)},
             {"prompt", state_.prompt}});
  }
  return state_.prompt;
}

EpisodeStep Episode::step(const std::string& text, bool cut_by_length) {
  if (state_.task_id.empty()) throw std::logic_error("episode: step() before reset()");
  if (!state_.done.empty()) {
    throw std::logic_error(fmt::format("episode {}: step() after its end ({} after {} turns)",
                                       state_.task_id, state_.done, state_.turns));
  }
  const std::string completion = as_recorded(text);
  EpisodeStep step;
  step.evaluation =
      evaluator_.evaluate(task_, completion, cut_by_length, options_.probe_seed).get();
  step.turn = ++state_.turns;
  const double total = step.evaluation.reward.total;
  if (step.turn == 1) state_.first = total;
  if (step.turn == 1 || total > state_.best) {
    state_.best = total;
    state_.best_turn = step.turn;
    state_.best_code = step.evaluation.code;
  }
  state_.improvement = state_.best - state_.first;
  state_.done = step.done = end_after(step.evaluation);
  step.observation = observation(step.evaluation, options_.observation_tokens);
  if (record_) {
    record_({{"event", "step"},
             {"turn", step.turn},
             {"completion", completion},
             {"cut_by_length", cut_by_length},
             {"verdict", verdict_json(step.evaluation)},
             {"observation", step.observation},
             {"done", step.done},
             {"wall_seconds", step.evaluation.build.wall_seconds},
             {"cpu_seconds", step.evaluation.build.cpu_seconds}});
  }
  return step;
}

std::string Episode::end_after(const Evaluation& evaluation) const {
  if (evaluation.reward.total >= options_.threshold) return "threshold";
  if (state_.turns >= options_.most_turns) return "turns";
  const std::chrono::duration<double> spent = Clock::now() - begun_;
  return spent.count() >= options_.most_seconds ? "time" : "";
}

json verdict_json(const Evaluation& evaluation) {
  return {{"error_class", evaluation.reward.error_class},
          {"line", evaluation.build.line},
          {"hint", evaluation.build.hint},
          {"swallowed_exception", evaluation.build.swallowed_exception},
          {"reward", evaluation.reward}};
}

ReplayedEpisodes replay_episodes(Evaluator& evaluator, std::istream& lines) {
  ReplayedEpisodes replayed;
  std::optional<Episode> episode;
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty()) continue;
    try {
      const json in = json::parse(line);
      const auto event = in.at("event").get<std::string>();
      if (event == "reset") {
        episode.emplace(evaluator, options_from(in.at("options")));
        episode->reset(in.at("task").get<Task>(), in.at("style").get<std::string>());
        ++replayed.episodes;
        continue;
      }
      if (event != "step") {
        throw std::invalid_argument("event: expected reset or step, got " + event);
      }
      if (!episode) throw std::invalid_argument("a step before any reset");
      const auto step =
          episode->step(in.at("completion").get<std::string>(), in.at("cut_by_length").get<bool>());
      ++replayed.steps;
      const auto compare = [&](const char* name, const json& got) {
        if (in.at(name) == got) return;
        replayed.differences.push_back(
            fmt::format("line {}: {}: expected {}, got {}", number, name, in.at(name).dump(),
                        got.dump(-1, ' ', false, json::error_handler_t::replace)));
      };
      // What was recorded has been through JSON once.
      compare(
          "verdict",
          json::parse(
              verdict_json(step.evaluation).dump(-1, ' ', false, json::error_handler_t::replace)));
      compare("observation", step.observation);
    } catch (const json::exception& error) {
      throw std::invalid_argument(fmt::format("line {}: {}", number, error.what()));
    } catch (const std::logic_error& error) {
      throw std::invalid_argument(fmt::format("line {}: {}", number, error.what()));
    }
  }
  return replayed;
}

void to_json(json& json, const EpisodeState& state) {
  json = {
      {"task_id", state.task_id},         {"style", state.style},         {"turns", state.turns},
      {"best_turn", state.best_turn},     {"first", state.first},         {"best", state.best},
      {"improvement", state.improvement}, {"best_code", state.best_code}, {"done", state.done}};
}

}  // namespace cadforge::env
