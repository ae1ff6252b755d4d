#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <deque>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "trainer/cli/cli.h"
#include "trainer/cli/environment.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/usage_error.h"

namespace cadforge::trainer {
namespace {

struct ScoreOptions {
  std::string task, style, file, input, profile = "verified";
  bool full = false;
};

nlohmann::json verdict_json(const nlohmann::json& id, const std::string& task_id,
                            const env::Evaluation& evaluation) {
  const auto& reward = evaluation.reward;
  nlohmann::json json{{"id", id},
                      {"task_id", task_id},
                      {"build", reward.build},
                      {"topology", reward.topology},
                      {"contact", reward.contact},
                      {"semantic_parts", reward.semantic_parts},
                      {"reference_similarity", reward.reference_similarity},
                      {"editability", nullptr},
                      {"efficiency", reward.efficiency},
                      {"total", reward.total},
                      {"error_class", reward.error_class},
                      {"line", evaluation.build.line},
                      {"hint", evaluation.build.hint},
                      {"notes", reward.notes},
                      {"seconds", evaluation.seconds},
                      {"cpu_seconds", evaluation.build.cpu_seconds}};
  if (reward.editability) json["editability"] = *reward.editability;
  if (reward.silhouette) json["silhouette"] = *reward.silhouette;
  if (reward.training_reward) json["training_reward"] = *reward.training_reward;
  return json;
}

void score_one(const ScoreOptions& options) {
  const auto task = find_task(options.task, options.style);
  const auto code = read_text(options.file);
  const auto scoring = parse_scoring(options.profile, options.full);
  const auto evaluator = make_evaluator(1, scoring);
  if (!scoring.published()) evaluator->prepare(task).get();
  print_line(verdict_json(options.file, task.id, evaluator->evaluate(task, code, false, 0).get()));
}

/// Verdicts come in the order of the lines, however the pool finishes them.
void score_lines(const ScoreOptions& options) {
  struct Pending {
    nlohmann::json id;
    std::string task_id;
    std::future<env::Evaluation> evaluation;
  };
  const auto evaluator = make_evaluator(0, parse_scoring(options.profile, options.full));
  std::map<std::string, env::Task> tasks;
  std::deque<Pending> pending;
  const auto print_first = [&] {
    print_line(verdict_json(pending.front().id, pending.front().task_id,
                            pending.front().evaluation.get()));
    pending.pop_front();
  };
  for_each_line(options.input, [&](const nlohmann::json& line) {
    const auto task_id = line.at("task_id").get<std::string>();
    const auto& task = tasks.try_emplace(task_id, find_task(task_id, options.style)).first->second;
    auto evaluation = evaluator->evaluate(task, line.at("code").get<std::string>(), false, 0);
    pending.push_back({line.value("id", nlohmann::json()), task_id, std::move(evaluation)});
    if (pending.size() > 256) print_first();
  });
  while (!pending.empty()) print_first();
}

void score(const ScoreOptions& options) {
  const bool one = !options.task.empty() && !options.file.empty() && options.input.empty();
  const bool many = options.task.empty() && options.file.empty() && !options.input.empty();
  if (!one && !many) throw UsageError("score: give --task ID FILE.py, or --input FILE.jsonl");
  one ? score_one(options) : score_lines(options);
}

}  // namespace

void add_score(CLI::App& app) {
  auto options = std::make_shared<ScoreOptions>();
  auto* command = app.add_subcommand("score", "Scores programs on tasks");
  command->add_option("--task", options->task, "An id of the catalogue, or family:seed");
  command->add_option(
      "--style", options->style,
      "What the prompt states is checked: the task's concept, else its drawing style");
  command
      ->add_option("--profile", options->profile,
                   "verified, or the published reward: published_dense, published_strict")
      ->capture_default_str();
  command->add_flag("--full", options->full,
                    "Published profiles: compare meshes with the task's reference, not boxes");
  command->add_option("file", options->file, "A CadQuery program, - for stdin");
  command->add_option("--input", options->input, "JSONL of id, task_id, code; - for stdin");
  command->callback([options] { score(*options); });
}

}  // namespace cadforge::trainer
