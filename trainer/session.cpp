#include "trainer/session.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "trainer/model_folder.h"

namespace cadforge::trainer {
namespace {

std::int64_t parameter_count(const models::Qwen35Model& model) {
  std::int64_t count = 0;
  for (const auto& [name, tensor] : model.named_parameters()) count += tensor.numel();
  return count;
}

// Where several tokens stop, a chat model ends its turn with <|im_end|>.
std::int64_t pick_end_token(const Session& session) {
  const auto turn_end = session.tokenizer ? session.tokenizer->id_of("<|im_end|>") : -1;
  if (turn_end >= 0) return turn_end;
  return session.stop_tokens.empty() ? -1 : session.stop_tokens.front();
}

}  // namespace

std::vector<Trainable> Session::trainables() const {
  if (adapter) return {{adapter->parameters(), adapter->gradients()}};
  std::vector<Trainable> all;
  for (auto [name, tensor] : model->named_parameters()) {
    if (!tensor.grad().defined()) tensor.mutable_grad() = at::zeros_like(tensor);
    all.push_back({tensor, tensor.grad()});
  }
  return all;
}

models::LoraOptions lora_options(const RunConfig& config) {
  models::LoraOptions lora{config.lora.rank, config.lora.alpha, config.lora.rslora,
                           config.lora.targets, config.lora.pattern};
  lora.exclude = config.lora.exclude;
  lora.layers = config.lora.layers;
  lora.rank_pattern.assign(config.lora.rank_pattern.begin(), config.lora.rank_pattern.end());
  lora.alpha_pattern.assign(config.lora.alpha_pattern.begin(), config.lora.alpha_pattern.end());
  lora.dropout = config.lora.dropout;
  return lora;
}

Session open_session(const RunConfig& config) {
  if (config.threads > 0) at::set_num_threads(config.threads);
  Session session;
  const models::LoadOptions load{config.device, config.train.dtype, config.train.full_parameters};
  auto opened = open_model(config.model, config.seed, load);
  session.folder = opened.folder;
  session.model = std::move(opened.model);
  session.chat = models::ChatTemplate::load(session.folder);
  if (config.data.files.empty()) session.chat.check();  // GRPO's prompts are rendered
  const bool has_tokenizer = std::filesystem::exists(session.folder / "tokenizer.json") ||
                             std::filesystem::exists(session.folder / "tokenizer.model");
  if (has_tokenizer) session.tokenizer = models::Tokenizer::load(session.folder);
  session.stop_tokens = models::stop_tokens(session.folder, session.tokenizer.get());
  session.end_token = pick_end_token(session);

  const auto& head = session.model->head();
  spdlog::info("model {}: {:.2f} M parameters, {} on {}", config.model,
               static_cast<double>(parameter_count(*session.model)) / 1e6,
               c10::toString(head.scalar_type()), head.device().str());
  if (config.train.full_parameters) {
    if (head.scalar_type() != at::kFloat) {
      throw std::invalid_argument("train.full_parameters: needs train.dtype float32");
    }
    return session;
  }
  session.adapter =
      config.adapter.empty()
          ? models::LoraAdapter::create(*session.model, lora_options(config), config.seed)
          : models::LoraAdapter::load(*session.model, config.adapter);
  spdlog::info("LoRA rank {}: {} trainable parameters; {}", session.adapter->options().rank,
               session.adapter->parameters().numel(),
               fmt::join(session.adapter->target_counts(), ", "));
  return session;
}

void write_config(const RunConfig& config, const std::filesystem::path& out) {
  std::filesystem::create_directories(out);
  std::ofstream file(out / "config.json");
  file << run_config_json(config).dump(2) << "\n";
  if (!file.flush())
    throw std::runtime_error(fmt::format("{}: cannot write", (out / "config.json").string()));
}

}  // namespace cadforge::trainer
