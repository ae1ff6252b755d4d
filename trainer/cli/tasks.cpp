#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <deque>
#include <memory>
#include <nlohmann/json.hpp>

#include "env/families/families.h"
#include "env/tasks/task_check.h"
#include "env/tasks/task_set.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/environment.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/usage_error.h"
#include "trainer/cli/validators.h"

namespace cadforge::trainer {
namespace {

struct SampleOptions {
  std::string family = "all", split = "train";
  int count = 1;
  std::uint64_t seed = 0;
};

void list_tasks() {
  for (const auto& name : env::family_names()) {
    const auto example = env::draw_task(name, 0);
    print_line({{"family", name}, {"level", example.level}, {"prompts", example.prompts}});
  }
  for (const auto& task : env::catalogue()) {
    print_line({{"id", task.id},
                {"family", task.family},
                {"level", task.level},
                {"split", task.split},
                {"prompts", task.prompts}});
  }
}

void show_tasks(const std::string& id, const std::string& set) {
  if (id.empty() && set.empty()) throw UsageError("tasks show: give an id, or --tasks SET");
  try {
    if (set.empty()) return print_line(env::find_task(id));
    bool found = false;
    for (const auto& task : env::load_task_set(set)) {
      if (!id.empty() && task.id != id) continue;
      print_line(task);
      found = true;
    }
    if (!found) throw UsageError(fmt::format("there is no task {} in {}", id, set));
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

/// A line a task and style; throws where a task is not fit.
void check_tasks(const std::string& set) {
  const auto pool = make_pool(0);
  env::EvaluatorOptions shape_alone_options;
  shape_alone_options.perturbations = 0;
  env::Evaluator evaluator(pool, {}), shape_alone(pool, shape_alone_options);
  std::deque<env::PendingCheck> pending;
  std::size_t checks = 0, unfit = 0;
  const auto finish_first = [&] {
    const auto result = pending.front().finish();
    pending.pop_front();
    ++checks;
    unfit += !result.ok();
    print_line(result);
  };
  for (const auto& task : env::load_task_set(set)) {
    for (const auto& style : env::distinct_styles(task)) {
      pending.emplace_back(evaluator, shape_alone, task, style);
      if (pending.size() > 8) finish_first();
    }
  }
  while (!pending.empty()) finish_first();
  if (unfit > 0)
    throw std::runtime_error(fmt::format("{} of {} checks found mistakes", unfit, checks));
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

  tasks->add_subcommand("list", "The families, each with an example's prompts, and the catalogue")
      ->callback(list_tasks);

  auto id = std::make_shared<std::string>(), shown = std::make_shared<std::string>();
  auto* show = tasks->add_subcommand("show", "Tasks: prompts, spec, reference program");
  show->add_option("id", *id, "An id of the catalogue, or family:seed (plate:7)");
  show->add_option("--tasks", *shown, "A set: all of it, or the id of it");
  show->callback([id, shown] { show_tasks(*id, *shown); });

  auto set = std::make_shared<std::string>("catalogue");
  auto* check = tasks->add_subcommand(
      "check", "Scores each task's reference, second program, null shapes and mutants");
  check->add_option("set", *set, "A folder of tasks, a JSONL file, every:eval:600 or catalogue")
      ->capture_default_str();
  check->callback([set] { check_tasks(*set); });

  auto options = std::make_shared<SampleOptions>();
  auto* sample = tasks->add_subcommand("sample", "Draws tasks, one JSON object a line");
  sample
      ->add_option("--family", options->family,
                   "A family, all (the six basic ones in turn) or every")
      ->capture_default_str();
  sample->add_option("--count", options->count, "How many")->check(at_least(0));
  sample->add_option("--seed", options->seed, "The first seed tried");
  sample->add_option("--split", options->split, "train or eval; no part is in both")
      ->check(CLI::IsMember({"train", "eval"}))
      ->capture_default_str();
  sample->callback([options] { print_samples(*options); });
}

}  // namespace cadforge::trainer
