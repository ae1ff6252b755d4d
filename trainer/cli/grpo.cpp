#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/stop_on_signal.h"
#include "trainer/cli/training_run.h"
#include "trainer/cli/usage_error.h"
#include "trainer/grpo/loop.h"
#include "trainer/report/report.h"

namespace cadforge::trainer {
namespace {

struct GrpoOptions {
  TrainingOptions training;
  std::string rollouts;
  bool resume = false;
};

void grpo(GrpoOptions options) {
  if (!options.rollouts.empty()) {
    options.training.overrides.push_back("reward.source=replay");
    options.training.overrides.push_back("data.files=" + nlohmann::json{options.rollouts}.dump());
  }
  const std::filesystem::path out = options.training.out;
  check_run_folder(out, options.resume);
  const RunConfig config = training_config(options.training, options.resume);
  if (config.lora.dropout > 0) {
    throw UsageError(
        "lora.dropout: grpo trains without it: the loss compares the sampler's log-probabilities "
        "with "
        "the trainer's, which dropout would make another model's; set it to 0");
  }
  const StopOnSignal stop;
  GrpoResult result;
  {
    Progress progress("grpo", config.schedule.max_steps);
    result = run_grpo(
        config, out, options.resume, [&](const ProgressState& state) { progress.update(state); },
        stop.asked());
  }
  if (result.stopped) {
    spdlog::warn(
        "stopped after {} steps, adapter saved; go on with: cadforge grpo --out {} --resume",
        result.steps, out.string());
  } else {
    spdlog::info("report: {}", write_report(out).string());
  }
  print_line({{"run", out.string()},
              {"adapter", (out / "adapter").string()},
              {"steps", result.steps},
              {"stopped", result.stopped}});
}

}  // namespace

void add_grpo(CLI::App& app) {
  auto options = std::make_shared<GrpoOptions>();
  auto* command = app.add_subcommand("grpo", "Trains an adapter on rewards of real builds");
  add_training_options(*command, options->training);
  command->add_flag("--resume", options->resume, "Go on from the last checkpoint in --out");
  command
      ->add_option("--rollouts", options->rollouts,
                   "Train on recorded groups (JSONL) instead of sampling")
      ->check(CLI::ExistingFile);
  command->callback([options] { grpo(*options); });
}

}  // namespace cadforge::trainer
