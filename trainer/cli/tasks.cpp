#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "env/families/families.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/environment.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/validators.h"

namespace cadforge::trainer {
namespace {

struct SampleOptions {
  std::string family = "all", split = "train";
  int count = 1;
  std::uint64_t seed = 0;
};

void list_families() {
  for (const auto& name : env::family_names()) {
    const auto example = env::draw_task(name, 0);
    print_line({{"family", name}, {"level", example.level}, {"prompts", example.prompts}});
  }
}

void print_samples(const SampleOptions& options) {
  const auto split = options.split == "eval" ? env::Split::kEval : env::Split::kTrain;
  for (const auto& task : env::sample_tasks(options.family, split, options.count, options.seed)) {
    print_line(task);
  }
}

}  // namespace

void add_tasks(CLI::App& app) {
  auto* tasks = app.add_subcommand("tasks", "The parts a model is asked for");
  tasks->require_subcommand(1);

  tasks->add_subcommand("list", "The families, each with an example's prompts")
      ->callback(list_families);

  auto id = std::make_shared<std::string>();
  auto* show = tasks->add_subcommand("show", "One task: prompts, spec, reference program");
  show->add_option("id", *id, "family:seed, for example plate:7")->required();
  show->callback([id] { print_line(find_task(*id)); });

  auto options = std::make_shared<SampleOptions>();
  auto* sample = tasks->add_subcommand("sample", "Draws tasks, one JSON object a line");
  sample->add_option("--family", options->family, "A family, or all in turn")
      ->capture_default_str();
  sample->add_option("--count", options->count, "How many")->check(at_least(0));
  sample->add_option("--seed", options->seed, "The first seed tried");
  sample->add_option("--split", options->split, "train or eval; no part is in both")
      ->check(CLI::IsMember({"train", "eval"}))
      ->capture_default_str();
  sample->callback([options] { print_samples(*options); });
}

}  // namespace cadforge::trainer
