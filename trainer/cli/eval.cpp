#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "env/tasks/task_set.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/environment.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/loaded_model.h"
#include "trainer/cli/validators.h"
#include "trainer/eval/run_eval.h"
#include "trainer/eval/table.h"

namespace cadforge::trainer {
namespace {

struct EvalCommand {
  ModelOptions model;
  std::string tasks = "all:eval:64", out, compare;
  RewardChoice reward;
  EvalOptions eval;
  bool greedy = false;
};

nlohmann::json sample_json(const EvalSample& sample) {
  nlohmann::json json = sample.evaluation.reward;
  json["task_id"] = sample.task.id;
  if (&sample.scored_on != &sample.task) json["scored_on"] = sample.scored_on.id;
  json["sample"] = sample.sample;
  json["text"] = sample.text;
  return json;
}

nlohmann::json result_json(const EvalCommand& command, const EvalRun& run) {
  nlohmann::json json = run.summary;
  json["model"] = command.model.model;
  json["adapter"] = command.model.adapter;
  json["task_set"] = command.tasks;
  json["samples"] = command.eval.samples;
  json["temperature"] = command.eval.temperature;
  json["seed"] = command.eval.seed;
  json["style"] = command.eval.prompt.style;
  json["profile"] = command.reward.profile;
  if (!command.reward.hook.empty()) json["hook"] = command.reward.hook;
  json["swap_specs"] = command.eval.swap_specs;
  json["seconds"] = run.seconds;
  json["tokens_per_second"] = static_cast<double>(run.tokens) / run.decode_seconds;
  json["programs_per_second"] = run.summary.all.completions / run.seconds;
  return json;
}

/// Each completion goes to DIR/completions.jsonl as its verdict comes.
class SampleLog {
 public:
  explicit SampleLog(const std::string& folder) {
    if (folder.empty()) return;
    std::filesystem::create_directories(folder);
    file_.open(std::filesystem::path(folder) / "completions.jsonl");
    if (!file_) throw std::runtime_error(fmt::format("cannot write to {}", folder));
  }
  void add(const EvalSample& sample) {
    if (!file_.is_open()) return;
    file_ << sample_json(sample).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
          << '\n';
  }

 private:
  std::ofstream file_;
};

EvalSummary read_summary(const std::string& path) {
  try {
    return nlohmann::json::parse(read_text(path)).get<EvalSummary>();
  } catch (const nlohmann::json::exception& error) {
    throw std::invalid_argument(fmt::format("{}: no evaluation: {}", path, error.what()));
  }
}

void evaluate(EvalCommand command) {
  if (command.greedy) {
    command.eval.temperature = 0;
    command.eval.samples = 1;
  }
  const auto options = evaluator_options(command.reward);
  EvalSummary before;
  if (!command.compare.empty()) before = read_summary(command.compare);
  auto tasks = env::load_task_set(command.tasks);
  for (auto& task : tasks) task = env::in_style(std::move(task), command.eval.prompt.style);
  const LoadedModel loaded = load_model(command.model);
  loaded.chat.check();
  if (!loaded.tokenizer) throw std::invalid_argument("eval: the model folder has no tokenizer");
  const auto evaluator = make_evaluator(0, options);
  SampleLog log(command.out);
  const EvalRun run =
      run_eval({*loaded.model, loaded.adapter.get(), *loaded.tokenizer, loaded.stop_tokens},
               *evaluator, tasks, command.eval, [&](const EvalSample& sample) { log.add(sample); });
  const auto result = result_json(command, run);
  if (!command.out.empty()) {
    std::ofstream(std::filesystem::path(command.out) / "eval.json") << result.dump(1) << '\n';
  }
  fmt::print(stderr, "\n{}\n", eval_table(run.summary));
  print_line(result);
  if (!command.compare.empty()) fmt::print("\n{}", comparison_table(before, run.summary));
}

}  // namespace

void add_eval(CLI::App& app) {
  auto command = std::make_shared<EvalCommand>();
  auto& eval = command->eval;
  auto* sub = app.add_subcommand("eval", "Samples and scores a model on a task set");
  add_model_options(*sub, command->model);
  sub->add_option("--tasks", command->tasks, "family:split:count, or a JSONL file of tasks")
      ->capture_default_str();
  sub->add_option("--samples", eval.samples, "Completions a task")
      ->check(at_least(1))
      ->capture_default_str();
  sub->add_option("--temperature", eval.temperature)->check(at_least(0))->capture_default_str();
  sub->add_option("--seed", eval.seed, "Of the samples")->capture_default_str();
  sub->add_option("--style", eval.prompt.style, "Which of a task's prompts")->capture_default_str();
  add_reward_options(*sub, command->reward);
  sub->add_option("--max-new-tokens", eval.max_new_tokens)
      ->check(at_least(1))
      ->capture_default_str();
  sub->add_option("--slots", eval.slots, "Sequences decoded together")
      ->check(at_least(1))
      ->capture_default_str();
  sub->add_flag("--greedy", command->greedy, "One sample a task, the likeliest token each");
  sub->add_flag("--swap-specs", eval.swap_specs,
                "Control: score on another draw's spec of the family");
  sub->add_option("--out", command->out, "Folder for eval.json and completions.jsonl");
  sub->add_option("--compare", command->compare, "An older eval.json: print a before/after table");
  sub->callback([command] { evaluate(*command); });
}

}  // namespace cadforge::trainer
