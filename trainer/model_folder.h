// From a model's name on the command line or in a configuration to its folder.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "models/qwen35/model.h"

namespace cadforge::trainer {

/// `name` itself where it is a folder; "tiny" is the model that comes with cadforge: beside the
/// programs
/// (../share/cadforge/tiny) or in the checkout they were built in. Throws std::invalid_argument
/// naming what was expected.
std::filesystem::path model_folder(const std::string& name);

struct OpenedModel {
  std::filesystem::path
      folder;  ///< of its tokenizer and other files; empty for random:2b and random:9b
  std::unique_ptr<models::Qwen35Model> model;
};

/// The model behind a name: a folder, "tiny", "random:2b" or "random:9b" (random weights of the
/// published dimensions), or "random:FOLDER" for new weights of a folder's configuration, drawn
/// from `seed`.
OpenedModel open_model(const std::string& name, std::uint64_t seed,
                       const models::LoadOptions& options);

/// The configuration of such a model, without its weights.
models::Qwen35Config model_config(const std::string& name);

}  // namespace cadforge::trainer
