#include "trainer/cli/training_run.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "trainer/cli/usage_error.h"

namespace cadforge::trainer {

void add_training_options(CLI::App& command, TrainingOptions& options) {
  command.add_option("--config", options.config, "The run's JSON file")->check(CLI::ExistingFile);
  command.add_option("--set", options.overrides,
                     "a.b=c: overrides a key of the file; may be repeated");
  command.add_option("--out", options.out, "The run's folder")->required();
}

RunConfig training_config(const TrainingOptions& options, bool resume) {
  const auto own = std::filesystem::path(options.out) / "config.json";
  return load_run_config(resume && options.config.empty() ? own.string() : options.config,
                         options.overrides);
}

void check_run_folder(const std::filesystem::path& out, bool resume) {
  const bool there = std::filesystem::exists(out / "metrics.jsonl");
  if (there && !resume) {
    throw UsageError(fmt::format("{} holds a run already: --resume goes on with it", out.string()));
  }
  if (!there && resume) {
    throw UsageError(fmt::format("--resume: {} holds no run to go on with", out.string()));
  }
}

}  // namespace cadforge::trainer
