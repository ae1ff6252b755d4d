#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/stop_on_signal.h"
#include "trainer/cli/training_run.h"
#include "trainer/sft/loop.h"

namespace cadforge::trainer {
namespace {

void sft(const TrainingOptions& options) {
  const std::filesystem::path out = options.out;
  check_run_folder(out, false);
  const RunConfig config = training_config(options, false);
  const StopOnSignal stop;
  SftResult result;
  {
    Progress progress("sft", 0);
    result = run_sft(
        config, out, [&](const ProgressState& state) { progress.update(state); }, stop.asked());
  }
  if (result.stopped)
    spdlog::warn("stopped after {} steps; what was learned is saved", result.steps);
  const char* saved = config.train.full_parameters ? "model" : "adapter";
  print_line({{"run", out.string()},
              {saved, (out / saved).string()},
              {"steps", result.steps},
              {"loss", result.last_loss},
              {"stopped", result.stopped}});
}

}  // namespace

void add_sft(CLI::App& app) {
  auto options = std::make_shared<TrainingOptions>();
  auto* command = app.add_subcommand("sft", "Fine-tunes on given completions");
  add_training_options(*command, *options);
  command->callback([options] { sft(*options); });
}

}  // namespace cadforge::trainer
