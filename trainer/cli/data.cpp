#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "env/families/families.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/validators.h"
#include "trainer/prompt.h"

namespace cadforge::trainer {
namespace {

struct MakeOptions {
  std::string kind = "gold", family = "all", out;
  int count = 1000;
  std::uint64_t seed = 0;
  PromptOptions prompt;
};

nlohmann::json gold_row(const env::Task& task, const PromptOptions& prompt) {
  return {{"task_id", task.id},
          {"messages",
           {{{"role", "system"}, {"content", system_prompt(prompt)}},
            {{"role", "user"}, {"content", task.prompt(prompt.style)}},
            {{"role", "assistant"}, {"content", task.gold}}}}};
}

/// Of the training split only: what is evaluated must never have been trained on.
void make(const MakeOptions& options) {
  std::ofstream file(options.out);
  for (const auto& task :
       env::sample_tasks(options.family, env::Split::kTrain, options.count, options.seed)) {
    file << gold_row(task, options.prompt).dump() << '\n';
  }
  if (!file.flush()) throw std::runtime_error(fmt::format("cannot write {}", options.out));
  spdlog::info("wrote {} rows to {}", options.count, options.out);
}

}  // namespace

void add_data(CLI::App& app) {
  auto* data = app.add_subcommand("data", "Training data");
  data->require_subcommand(1);
  auto options = std::make_shared<MakeOptions>();
  auto* sub =
      data->add_subcommand("make", "Writes SFT rows (messages) from the families' training draws");
  sub->add_option("--kind", options->kind, "gold: the reference programs")
      ->check(CLI::IsMember({"gold"}))
      ->capture_default_str();
  sub->add_option("--count", options->count, "Rows")->check(at_least(1))->capture_default_str();
  sub->add_option("--out", options->out, "JSONL file")->required();
  sub->add_option("--family", options->family, "A family, or all in turn")->capture_default_str();
  sub->add_option("--seed", options->seed, "The first seed tried")->capture_default_str();
  sub->add_option("--style", options->prompt.style, "Which of a task's prompts")
      ->capture_default_str();
  sub->callback([options] { make(*options); });
}

}  // namespace cadforge::trainer
