#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <deque>
#include <memory>
#include <nlohmann/json.hpp>

#include "env/attack/adversary.h"
#include "env/tasks/task_set.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/environment.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/stop_on_signal.h"
#include "trainer/cli/validators.h"
#include "trainer/metrics/progress.h"

namespace cadforge::trainer {
namespace {

struct AttackOptions {
  std::vector<std::string> tasks;
  std::string set, style;
  RewardChoice reward;
  int budget = 2000;
  std::uint64_t seed = 0;
};

std::vector<env::Task> targets(const AttackOptions& options) {
  std::vector<env::Task> tasks;
  TaskFinder finder(options.style);
  for (const auto& id : options.tasks) tasks.push_back(finder.find(id));
  if (!options.set.empty()) {
    for (auto& task : env::load_task_set(options.set)) {
      const auto style = options.style.empty() ? env::default_style(task) : options.style;
      tasks.push_back(env::in_style(std::move(task), style));
    }
  }
  return tasks;
}

/// A fixed number under way, answered in the order they were asked: the search is the same however
/// many lanes there are. Asked to stop, it answers with what it has: null where that is nothing.
nlohmann::json attack(env::Evaluator& evaluator, const env::Task& task,
                      const AttackOptions& options, const std::atomic<bool>& stop) {
  constexpr std::size_t kUnderWay = 16;
  const auto envelope = evaluator.prepare(task).get().geometry.extents();
  env::Adversary adversary(task, envelope, options.seed);
  std::deque<std::pair<std::string, std::future<env::Evaluation>>> pending;
  int asked = 0, built = 0;
  Progress progress("attack " + task.id, options.budget);
  ProgressState state;
  state.has_reward = true;
  const auto more = [&] { return asked < options.budget && !stop; };
  while (more() || !pending.empty()) {
    if (more() && pending.size() < kUnderWay) {
      auto program = adversary.next();
      auto verdict = evaluator.evaluate(task, program, false, 0);
      pending.emplace_back(std::move(program), std::move(verdict));
      ++asked;
      continue;
    }
    const auto evaluation = pending.front().second.get();
    built += evaluation.reward.build > 0;
    const auto& reward = evaluation.reward;
    // Where a hook has a say, what it makes of the program is what is to be won.
    const double won = reward.hook ? *reward.training_reward : reward.total;
    adversary.learn(pending.front().first, won, reward.hook ? won : reward.raw);
    pending.pop_front();
    ++state.step;
    state.build_rate = static_cast<double>(built) / state.step;
    state.reward = adversary.best_total();
    progress.update(state);
  }
  progress.break_line();
  if (asked == 0) return {};
  fmt::print(stderr, "{}: {} evaluations, {} built: nothing above {:.3f}\n", task.id, asked, built,
             adversary.best_total());
  return {{"task_id", task.id},
          {"level", task.level},
          {"evaluations", asked},
          {"built", built},
          {"best_total", adversary.best_total()},
          {"program", adversary.best_program()}};
}

void run(const AttackOptions& options) {
  const auto evaluator = make_evaluator(0, evaluator_options(options.reward));
  const StopOnSignal stop;
  for (const auto& task : targets(options)) {
    const auto found = attack(*evaluator, task, options, stop.asked());
    if (!found.is_null()) print_line(found);
    if (stop.asked()) break;
  }
}

}  // namespace

void add_attack(CLI::App& app) {
  auto options = std::make_shared<AttackOptions>();
  auto* command = app.add_subcommand(
      "attack", "Looks for a cheap program that the reward pays for without being the part");
  command->add_option("--task", options->tasks, "Ids: of the catalogue, or family:seed");
  command->add_option("--tasks", options->set, "A task set");
  command->add_option("--style", options->style, "Which of a task's prompts states the checks");
  add_reward_options(*command, options->reward);
  command->add_option("--budget", options->budget, "Evaluations a task")
      ->check(at_least(1))
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Of the search")->capture_default_str();
  command->callback([options] { run(*options); });
}

}  // namespace cadforge::trainer
