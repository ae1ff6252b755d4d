// What both training loops begin with: model, tokenizer, adapter and what the optimiser steps.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "models/lora/lora_adapter.h"
#include "models/qwen35/model.h"
#include "models/tokenizer/chat_template.h"
#include "models/tokenizer/tokenizer.h"
#include "trainer/optim/adamw.h"
#include "trainer/run_config.h"

namespace cadforge::trainer {

struct Session {
  std::filesystem::path folder;  ///< of the model; empty where it is random:2b
  std::unique_ptr<models::Qwen35Model> model;
  std::unique_ptr<models::Tokenizer> tokenizer;  ///< null where the folder has none
  models::ChatTemplate chat;                     ///< the folder's
  std::unique_ptr<models::LoraAdapter> adapter;  ///< null with train.full_parameters
  std::vector<std::int64_t> stop_tokens;
  std::int64_t end_token = -1;  ///< what ends a completion in SFT

  std::vector<Trainable> trainables() const;
};

/// What the configuration asks of a fresh adapter.
models::LoraOptions lora_options(const RunConfig& config);

/// Loads everything and says so in the log: device, parameters, LoRA targets with their counts.
Session open_session(const RunConfig& config);

/// Writes the resolved configuration to out/config.json.
void write_config(const RunConfig& config, const std::filesystem::path& out);

}  // namespace cadforge::trainer
