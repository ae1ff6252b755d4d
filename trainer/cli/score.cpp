#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <memory>
#include <nlohmann/json.hpp>

#include "trainer/cli/cli.h"
#include "trainer/cli/environment.h"
#include "trainer/cli/explain.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/usage_error.h"
#include "trainer/metrics/progress.h"
#include "trainer/report/shape_export.h"

namespace cadforge::trainer {
namespace {

constexpr double kDrawingSeconds = 90;

struct ScoreOptions {
  std::string task, tasks, style, file, input, overlay = "overlay.svg";
  RewardChoice reward;
  std::uint64_t probe_seed = 0;
  bool explain = false;
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
                      {"cpu_seconds", evaluation.build.cpu_seconds},
                      {"measure_cpu_seconds", evaluation.geometry.cpu_seconds},
                      {"rebuild_cpu_seconds", evaluation.rebuild_cpu_seconds}};
  if (reward.editability) json["editability"] = *reward.editability;
  if (reward.silhouette) json["silhouette"] = *reward.silhouette;
  if (reward.hook) json["hook"] = *reward.hook;
  if (reward.training_reward) json["training_reward"] = *reward.training_reward;
  return json;
}

void score_one(const ScoreOptions& options) {
  TaskFinder finder(options.style, options.tasks);
  const auto& task = finder.find(options.task);
  const auto code = read_text(options.file);
  const auto evaluation_options = evaluator_options(options.reward);
  const auto evaluator = make_evaluator(1, evaluation_options);
  rewards::ReferenceFacts reference;
  if (!evaluation_options.scoring.published()) reference = evaluator->prepare(task).get();
  const auto evaluation = evaluator->evaluate(task, code, false, options.probe_seed).get();
  if (!options.explain) return print_line(verdict_json(options.file, task.id, evaluation));
  fmt::print("{}", explain(task, reference, evaluation));
  if (evaluation.reward.build == 0) return;
  const auto gold = evaluator->evaluate(task, task.gold, false, 0).get();
  auto shapes = evaluation.build.brep;
  shapes.insert(shapes.end(), gold.build.brep.begin(), gold.build.brep.end());
  export_shape(
      shapes,
      {"--overlay", options.overlay, "--reference-bytes", std::to_string(gold.build.brep.size()),
       "--rotations", task.spec.rotations, "--rotation",
       std::to_string(evaluation.geometry.similarity.rotation), "--size", "900"},
      kDrawingSeconds);
  fmt::print("\nthe part (black) on the reference (orange): {}\n", options.overlay);
}

/// Verdicts come in the order of the lines, however the pool finishes them.
void score_lines(const ScoreOptions& options) {
  struct Pending {
    nlohmann::json id;
    std::string task_id;
    std::future<env::Evaluation> evaluation;
  };
  const auto evaluator = make_evaluator(0, evaluator_options(options.reward));
  TaskFinder finder(options.style, options.tasks);
  std::deque<Pending> pending;
  Progress progress("score", 0);
  ProgressState state;
  int built = 0;
  double total = 0;
  const auto print_first = [&] {
    const auto evaluation = pending.front().evaluation.get();
    print_line(verdict_json(pending.front().id, pending.front().task_id, evaluation));
    pending.pop_front();
    built += evaluation.reward.build > 0;
    total += std::max(0.0, evaluation.reward.total);
    ++state.step;
    state.build_rate = static_cast<double>(built) / state.step;
    state.reward = total / state.step;
    progress.update(state);
  };
  state.has_reward = true;
  for_each_line(options.input, [&](const nlohmann::json& line) {
    const auto task_id = line.at("task_id").get<std::string>();
    auto evaluation = evaluator->evaluate(finder.find(task_id), line.at("code").get<std::string>(),
                                          false, options.probe_seed);
    pending.push_back({line.value("id", nlohmann::json()), task_id, std::move(evaluation)});
    ++state.total;
    if (pending.size() > 256) print_first();
  });
  while (!pending.empty()) print_first();
}

void score(const ScoreOptions& options) {
  const bool one = !options.task.empty() && !options.file.empty() && options.input.empty();
  const bool many = options.task.empty() && options.file.empty() && !options.input.empty();
  if (!one && !many) throw UsageError("score: give --task ID FILE.py, or --input FILE.jsonl");
  if (options.explain && (many || options.reward.profile != "verified")) {
    throw UsageError("score: --explain is for one program and the verified profile");
  }
  one ? score_one(options) : score_lines(options);
}

}  // namespace

void add_score(CLI::App& app) {
  auto options = std::make_shared<ScoreOptions>();
  auto* command = app.add_subcommand("score", "Scores programs on tasks");
  command->add_option("--task", options->task, "An id of the catalogue, or family:seed");
  command->add_option("--tasks", options->tasks,
                      "The ids are of this set: a folder of your own, ...");
  command->add_option(
      "--style", options->style,
      "What the prompt states is checked: the task's concept, else its drawing style");
  add_reward_options(*command, options->reward);
  command->add_flag("--full", options->reward.full,
                    "Published profiles: compare meshes with the task's reference, not boxes");
  command->add_option("--probe-seed", options->probe_seed,
                      "Moves what the checks look at within the task's freedom; 0: as stated");
  command->add_flag("--explain", options->explain,
                    "A table for people instead of JSON: terms, what is wrong, what it costs");
  command
      ->add_option("--overlay", options->overlay,
                   "With --explain: the part drawn on the reference, as SVG")
      ->capture_default_str();
  command->add_option("file", options->file, "A CadQuery program, - for stdin");
  command->add_option("--input", options->input, "JSONL of id, task_id, code; - for stdin");
  command->callback([options] { score(*options); });
}

}  // namespace cadforge::trainer
