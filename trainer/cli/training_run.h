// What `cadforge grpo` and `cadforge sft` share: options, the run's folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "trainer/run_config.h"

namespace CLI {
class App;
}

namespace cadforge::trainer {

struct TrainingOptions {
  std::string config, out;
  std::vector<std::string> overrides;  ///< "a.b=c"
};

/// --config, --set, --out.
void add_training_options(CLI::App& command, TrainingOptions& options);

/// The configuration file with the overrides on it. A resumed run without --config takes the one in
/// its folder.
RunConfig training_config(const TrainingOptions& options, bool resume);

/// Throws UsageError where the folder holds a run already and `resume` is off, or none and it is
/// on.
void check_run_folder(const std::filesystem::path& out, bool resume);

}  // namespace cadforge::trainer
