// checkpoints/step-N/: weights, optimizer.safetensors and state.json. The weights are PEFT's
// adapter files, or parameters.safetensors where every parameter is trained.
//
// A checkpoint lies at a step boundary. It is written beside and renamed, so a folder named step-N
// is whole.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "trainer/optim/adamw.h"
#include "trainer/run_config.h"
#include "trainer/session.h"

namespace cadforge::trainer {

struct Checkpoint {
  int step = 0;          ///< steps done
  nlohmann::json state;  ///< what else the loop needs: byte offsets of the logs, counters
};

/// Writes run/checkpoints/step-N and removes all but the newest `config.checkpoint.keep`.
void save_checkpoint(const std::filesystem::path& run, const Checkpoint& checkpoint,
                     const Session& session, const AdamW& optimizer, const RunConfig& config);

/// The newest whole checkpoint's folder.
std::optional<std::filesystem::path> newest_checkpoint(const std::filesystem::path& run);

/// Reads state.json. Throws std::invalid_argument naming the file.
Checkpoint read_checkpoint_state(const std::filesystem::path& folder);
/// Puts the checkpoint's weights into `session`; its adapter is another object afterwards, so this
/// comes before an optimiser is made. Throws std::invalid_argument where they do not fit.
void load_weights(const std::filesystem::path& folder, Session& session);
/// Reads optimizer.safetensors into `optimizer`. Throws std::invalid_argument where it does not
/// fit.
void load_optimizer(const std::filesystem::path& folder, AdamW& optimizer);

}  // namespace cadforge::trainer
