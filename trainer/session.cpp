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

constexpr const char* kRandom = "random:";

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

Session open_session(const RunConfig& config) {
  if (config.threads > 0) at::set_num_threads(config.threads);
  Session session;
  const bool random = config.model.rfind(kRandom, 0) == 0;
  session.folder = model_folder(random ? config.model.substr(std::string(kRandom).size()) : config.model);
  const models::LoadOptions load{config.device, config.train.dtype, config.train.full_parameters};
  session.model = random ? models::Qwen35Model::random(
                               models::Qwen35Config::from_folder(session.folder), config.seed, load)
                         : models::Qwen35Model::load(session.folder, load);
  const bool has_tokenizer = std::filesystem::exists(session.folder / "tokenizer.json") ||
                             std::filesystem::exists(session.folder / "tokenizer.model");
  if (has_tokenizer) session.tokenizer = models::Tokenizer::load(session.folder);
  session.stop_tokens = models::stop_tokens(session.folder, session.tokenizer.get());
  session.end_token = pick_end_token(session);

  const auto& head = session.model->head();
  spdlog::info("model {}: {:.2f} M parameters, {} on {}", session.folder.string(),
               static_cast<double>(parameter_count(*session.model)) / 1e6,
               c10::toString(head.scalar_type()), head.device().str());
  if (config.train.full_parameters) {
    if (head.scalar_type() != at::kFloat) {
      throw std::invalid_argument("train.full_parameters: needs train.dtype float32");
    }
    return session;
  }
  const models::LoraOptions lora{config.lora.rank, config.lora.alpha, config.lora.rslora,
                                 config.lora.targets};
  session.adapter = config.adapter.empty()
                        ? models::LoraAdapter::create(*session.model, lora, config.seed)
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
  if (!file.flush()) throw std::runtime_error(fmt::format("{}: cannot write", (out / "config.json").string()));
}

}  // namespace cadforge::trainer
