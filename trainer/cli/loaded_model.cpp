#include "trainer/cli/loaded_model.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "models/tokenizer/chat_template.h"
#include "trainer/model_folder.h"

namespace cadforge::trainer {
namespace {

std::unique_ptr<models::Tokenizer> load_tokenizer(const std::filesystem::path& folder) {
  const bool there = std::filesystem::exists(folder / "tokenizer.json") ||
                     std::filesystem::exists(folder / "tokenizer.model");
  if (there) return models::Tokenizer::load(folder);
  spdlog::warn("{} has no tokenizer: ids only", folder.string());
  return nullptr;
}

const models::Tokenizer& needed(const models::Tokenizer* tokenizer) {
  if (tokenizer) return *tokenizer;
  throw std::invalid_argument(
      "text needs a tokenizer and the model folder has none; give prompt_ids");
}

std::string rendered(const nlohmann::json& messages) {
  std::vector<models::ChatMessage> chat;
  for (const auto& message : messages) {
    chat.push_back(
        {message.at("role").get<std::string>(), message.at("content").get<std::string>()});
  }
  return models::render_chat(chat, {});
}

}  // namespace

void add_model_options(CLI::App& command, ModelOptions& options) {
  command.add_option("--model", options.model, "A Hugging Face folder, or tiny")->required();
  command.add_option("--adapter", options.adapter, "A PEFT folder");
  command.add_option("--device", options.device, "auto, cpu, cuda or cuda:N")
      ->capture_default_str();
  command.add_option("--dtype", options.dtype, "auto, float32 or bfloat16")->capture_default_str();
}

LoadedModel load_model(const ModelOptions& options) {
  const auto folder = model_folder(options.model);
  LoadedModel loaded;
  loaded.model = models::Qwen35Model::load(folder, {options.device, options.dtype, false});
  if (!options.adapter.empty()) {
    loaded.adapter = models::LoraAdapter::load(*loaded.model, options.adapter);
  }
  loaded.tokenizer = load_tokenizer(folder);
  loaded.stop_tokens = models::stop_tokens(folder, loaded.tokenizer.get());
  return loaded;
}

std::vector<std::int64_t> prompt_tokens(const nlohmann::json& line,
                                        const models::Tokenizer* tokenizer) {
  if (line.contains("prompt_ids")) return line.at("prompt_ids").get<std::vector<std::int64_t>>();
  if (line.contains("prompt"))
    return needed(tokenizer).encode(line.at("prompt").get<std::string>());
  if (line.contains("messages")) return needed(tokenizer).encode(rendered(line.at("messages")));
  throw std::invalid_argument("expected prompt, prompt_ids or messages");
}

}  // namespace cadforge::trainer
