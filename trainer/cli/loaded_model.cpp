#include "trainer/cli/loaded_model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <stdexcept>

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

std::string rendered(const nlohmann::json& line, const models::ChatTemplate& chat_template) {
  std::vector<models::ChatMessage> chat;
  for (const auto& message : line.at("messages")) {
    chat.push_back(
        {message.at("role").get<std::string>(), message.at("content").get<std::string>()});
  }
  models::ChatOptions options;
  if (line.contains("thinking")) options.thinking = line["thinking"].get<bool>();
  return chat_template.render(chat, options);
}

}  // namespace

void add_model_options(CLI::App& command, ModelOptions& options) {
  command
      .add_option("--model", options.model, "A Hugging Face folder, tiny, random:2b or random:9b")
      ->required();
  command.add_option("--adapter", options.adapter, "A PEFT folder");
  command.add_option("--device", options.device, "auto, cpu, cuda or cuda:N")
      ->capture_default_str();
  command.add_option("--dtype", options.dtype, "auto, float32, bfloat16 or float16")
      ->capture_default_str();
}

LoadedModel load_model(const ModelOptions& options) {
  LoadedModel loaded;
  auto opened = open_model(options.model, 1, {options.device, options.dtype, false});
  loaded.model = std::move(opened.model);
  if (!options.adapter.empty()) {
    loaded.adapter = models::LoraAdapter::load(*loaded.model, options.adapter);
    spdlog::info("LoRA rank {}: {}", loaded.adapter->options().rank,
                 fmt::join(loaded.adapter->target_counts(), ", "));
  }
  if (opened.folder.empty()) return loaded;
  loaded.tokenizer = load_tokenizer(opened.folder);
  loaded.stop_tokens = models::stop_tokens(opened.folder, loaded.tokenizer.get());
  loaded.chat = models::ChatTemplate::load(opened.folder);
  return loaded;
}

std::vector<std::int64_t> prompt_tokens(const nlohmann::json& line, const LoadedModel& loaded) {
  const auto* tokenizer = loaded.tokenizer.get();
  if (line.contains("prompt_ids")) return line.at("prompt_ids").get<std::vector<std::int64_t>>();
  if (line.contains("prompt"))
    return needed(tokenizer).encode(line.at("prompt").get<std::string>());
  if (line.contains("messages")) return needed(tokenizer).encode(rendered(line, loaded.chat));
  throw std::invalid_argument("expected prompt, prompt_ids or messages");
}

}  // namespace cadforge::trainer
