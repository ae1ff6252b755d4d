// checkpoints/step-N/: PEFT's adapter files, optimizer.safetensors and state.json.
//
// A checkpoint lies at a step boundary. It is written beside and renamed, so a folder named step-N
// is whole.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "models/lora/lora_adapter.h"
#include "trainer/optim/adamw.h"

namespace cadforge::trainer {

struct Checkpoint {
  int step = 0;          ///< steps done
  nlohmann::json state;  ///< what else the loop needs: byte offsets of the logs, counters
};

/// Writes run/checkpoints/step-N and removes all but the newest `keep`. `base_model` goes into
/// PEFT's file.
void save_checkpoint(const std::filesystem::path& run, const Checkpoint& checkpoint,
                     const models::LoraAdapter& adapter, const AdamW& optimizer,
                     const std::string& base_model, int keep);

/// The newest whole checkpoint's folder.
std::optional<std::filesystem::path> newest_checkpoint(const std::filesystem::path& run);

/// Reads state.json. Throws std::invalid_argument naming the file.
Checkpoint read_checkpoint_state(const std::filesystem::path& folder);
/// Reads optimizer.safetensors into `optimizer`. Throws std::invalid_argument where it does not
/// fit.
void load_optimizer(const std::filesystem::path& folder, AdamW& optimizer);

}  // namespace cadforge::trainer
