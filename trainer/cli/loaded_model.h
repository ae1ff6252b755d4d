// The model behind --model and --adapter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "models/generation/engine.h"
#include "models/lora/lora_adapter.h"
#include "models/qwen35/model.h"
#include "models/tokenizer/chat_template.h"
#include "models/tokenizer/tokenizer.h"

namespace CLI {
class App;
}

namespace cadforge::trainer {

struct ModelOptions {
  std::string model, adapter, device = "auto", dtype = "auto";
};

/// --model, --adapter, --device, --dtype.
void add_model_options(CLI::App& command, ModelOptions& options);

struct LoadedModel {
  std::unique_ptr<models::Qwen35Model> model;
  std::unique_ptr<models::LoraAdapter> adapter;  ///< null without --adapter
  std::unique_ptr<models::Tokenizer> tokenizer;  ///< null where the folder has none: ids only
  std::vector<std::int64_t> stop_tokens;
  models::ChatTemplate chat;
};

/// Throws std::invalid_argument where the folder or the adapter is wrong.
LoadedModel load_model(const ModelOptions& options);

/// The tokens of one input line: `prompt_ids`, or `prompt` as it stands, or `messages` through the
/// folder's chat template, which `thinking` on the line overrules. Throws std::invalid_argument
/// where none is given, or text without a tokenizer.
std::vector<std::int64_t> prompt_tokens(const nlohmann::json& line, const LoadedModel& loaded);

}  // namespace cadforge::trainer
