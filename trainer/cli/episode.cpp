#include "env/episode.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "env/tasks/task_set.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/environment.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/usage_error.h"
#include "trainer/cli/validators.h"

namespace cadforge::trainer {
namespace {

struct RunOptions {
  std::string task, style, input = "-", record;
  env::EpisodeOptions episode;
};

/// Appends a line as it happens, so that a crash loses none.
env::Episode::Record recorder(const std::string& path) {
  if (path.empty()) return {};
  auto file = std::make_shared<std::ofstream>(path, std::ios::app);
  if (!*file) throw std::runtime_error(path + ": cannot write the record");
  return [file, path](const nlohmann::json& line) {
    *file << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
    if (!*file) throw std::runtime_error(path + ": cannot write the record");
  };
}

/// The task with all its styles; the style asked for is one of them.
env::Task whole_task(const RunOptions& options) {
  try {
    auto task = env::find_task(options.task);
    if (!options.style.empty()) task.prompt(options.style);
    return task;
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

/// The prompt, then an answer to each line of the input until the episode is over, then its end.
void run(const RunOptions& options) {
  const auto task = whole_task(options);
  const auto style = options.style.empty() ? env::default_style(task) : options.style;
  const auto evaluator = make_evaluator(1);
  env::Episode episode(*evaluator, options.episode, recorder(options.record));
  print_line({{"prompt", episode.reset(task, style)}, {"task_id", task.id}, {"style", style}});
  for_each_line(options.input, [&](const nlohmann::json& line) {
    if (!episode.state().done.empty()) return;
    const auto step =
        episode.step(line.at("completion").get<std::string>(), line.value("cut_by_length", false));
    auto answer = env::verdict_json(step.evaluation);
    answer["turn"] = step.turn;
    answer["observation"] = step.observation;
    answer["done"] = step.done;
    print_line(answer);
  });
  print_line(episode.state());
}

void replay(const std::string& path) {
  std::ifstream lines(path);
  if (!lines) throw std::runtime_error(path + ": cannot be read");
  const auto evaluator = make_evaluator(0);
  const auto replayed = [&] {
    try {
      return env::replay_episodes(*evaluator, lines);
    } catch (const std::invalid_argument& error) {
      throw std::runtime_error(path + ": " + error.what());
    }
  }();
  print_line({{"episodes", replayed.episodes},
              {"steps", replayed.steps},
              {"differences", replayed.differences}});
  if (!replayed.differences.empty()) {
    throw std::runtime_error(fmt::format("{}: {} of {} steps' verdicts differ", path,
                                         replayed.differences.size(), replayed.steps));
  }
}

}  // namespace

void add_episode(CLI::App& app) {
  auto* episode = app.add_subcommand("episode", "Repair episodes: programs, each with its verdict");
  episode->require_subcommand(1);

  auto options = std::make_shared<RunOptions>();
  auto* command = episode->add_subcommand(
      "run", "Prints a task's prompt, then an observation for each completion that comes in");
  command->add_option("--task", options->task, "An id of the catalogue, or family:seed")
      ->required();
  command->add_option("--style", options->style,
                      "Of the prompt; what it states is checked. The task's concept, else drawing");
  command->add_option("--input", options->input, "JSONL of completion, cut_by_length; - for stdin")
      ->capture_default_str();
  command->add_option("--threshold", options->episode.threshold, "Done at this total")
      ->capture_default_str();
  command->add_option("--turns", options->episode.most_turns, "Done after so many")
      ->check(at_least(1))
      ->capture_default_str();
  command->add_option("--seconds", options->episode.most_seconds, "Done after so long")
      ->capture_default_str();
  command->add_option("--tokens", options->episode.observation_tokens, "Of an observation, at most")
      ->check(at_least(50))
      ->capture_default_str();
  command->add_option("--record", options->record, "Append what happens to this JSONL file");
  command->callback([options] { run(*options); });

  auto path = std::make_shared<std::string>();
  auto* again = episode->add_subcommand(
      "replay", "Judges a record's completions again; fails where a verdict differs");
  again->add_option("file", *path, "A JSONL file of --record")->required();
  again->callback([path] { replay(*path); });
}

}  // namespace cadforge::trainer
