#include <ATen/ATen.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <map>
#include <stdexcept>

#include "models/io/safetensors.h"
#include "models/qwen35/weights.h"

namespace cadforge::models {
namespace {

// Adds slots under one layer's prefix.
class SlotList {
 public:
  SlotList(std::vector<WeightSlot>& slots, std::string prefix)
      : slots_(slots), prefix_(std::move(prefix)) {}

  void tensor(const char* name, at::Tensor& target, std::vector<std::int64_t> shape) {
    slots_.push_back({prefix_ + name, std::move(shape), &target, nullptr});
  }
  void linear(const char* name, Linear& target, std::int64_t out, std::int64_t in) {
    slots_.push_back({prefix_ + name + ".weight", {out, in}, &target.weight, &target});
  }

 private:
  std::vector<WeightSlot>& slots_;
  std::string prefix_;
};

void full_attention_slots(const Qwen35Config& c, LayerWeights& layer, SlotList list) {
  const auto h = c.hidden_size, q = c.num_heads * c.head_dim, kv = c.num_kv_heads * c.head_dim;
  list.linear("self_attn.q_proj", layer.q_proj, 2 * q, h);
  list.linear("self_attn.k_proj", layer.k_proj, kv, h);
  list.linear("self_attn.v_proj", layer.v_proj, kv, h);
  list.linear("self_attn.o_proj", layer.o_proj, h, q);
  list.tensor("self_attn.q_norm.weight", layer.q_norm, {c.head_dim});
  list.tensor("self_attn.k_norm.weight", layer.k_norm, {c.head_dim});
}

void delta_rule_slots(const Qwen35Config& c, LayerWeights& layer, SlotList list) {
  const auto h = c.hidden_size, heads = c.linear_value_heads;
  const auto values = heads * c.linear_value_dim;
  const auto channels = 2 * c.linear_key_heads * c.linear_key_dim + values;
  list.linear("linear_attn.in_proj_qkv", layer.in_proj_qkv, channels, h);
  list.linear("linear_attn.in_proj_z", layer.in_proj_z, values, h);
  list.linear("linear_attn.in_proj_b", layer.in_proj_b, heads, h);
  list.linear("linear_attn.in_proj_a", layer.in_proj_a, heads, h);
  list.linear("linear_attn.out_proj", layer.out_proj, h, values);
  list.tensor("linear_attn.conv1d.weight", layer.conv, {channels, 1, c.conv_kernel});
  list.tensor("linear_attn.dt_bias", layer.dt_bias, {heads});
  list.tensor("linear_attn.A_log", layer.a_log, {heads});
  list.tensor("linear_attn.norm.weight", layer.delta_norm, {c.linear_value_dim});
}

bool starts_with(const std::string& text, const std::string& prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

}  // namespace

std::vector<WeightSlot> weight_slots(const Qwen35Config& c, ModelWeights& weights) {
  std::vector<WeightSlot> slots;
  weights.layers.resize(c.layers.size());
  SlotList(slots, "model.")
      .tensor("embed_tokens.weight", weights.embedding, {c.vocab_size, c.hidden_size});
  for (std::size_t i = 0; i < c.layers.size(); ++i) {
    LayerWeights& layer = weights.layers[i];
    layer.type = c.layers[i];
    SlotList list(slots, fmt::format("model.layers.{}.", i));
    list.tensor("input_layernorm.weight", layer.input_norm, {c.hidden_size});
    if (layer.type == LayerType::kFullAttention) {
      full_attention_slots(c, layer, list);
    } else {
      delta_rule_slots(c, layer, list);
    }
    list.tensor("post_attention_layernorm.weight", layer.post_attention_norm, {c.hidden_size});
    list.linear("mlp.gate_proj", layer.gate_proj, c.intermediate_size, c.hidden_size);
    list.linear("mlp.up_proj", layer.up_proj, c.intermediate_size, c.hidden_size);
    list.linear("mlp.down_proj", layer.down_proj, c.hidden_size, c.intermediate_size);
  }
  SlotList(slots, "model.").tensor("norm.weight", weights.norm, {c.hidden_size});
  if (!c.tie_word_embeddings) {
    SlotList(slots, "").tensor("lm_head.weight", weights.head, {c.vocab_size, c.hidden_size});
  }
  std::int64_t module = 0;
  for (auto& slot : slots) {
    if (slot.linear) slot.linear->module = module++;
  }
  return slots;
}

bool stays_float(const std::string& name) {
  return name.ends_with("linear_attn.A_log") || name.ends_with("linear_attn.norm.weight");
}

std::string text_only_name(const std::string& name) {
  const std::string nested = "model.language_model.";
  return starts_with(name, nested) ? "model." + name.substr(nested.size()) : name;
}

void load_weights(const std::filesystem::path& folder, std::vector<WeightSlot>& slots) {
  std::map<std::string, WeightSlot*> wanted;
  for (auto& slot : slots) wanted[slot.name] = &slot;
  const bool tied = !wanted.count("lm_head.weight");
  const auto fail = [&](const std::string& name, const std::string& what) {
    throw std::invalid_argument(fmt::format("{}: tensor \"{}\": {}", folder.string(), name, what));
  };

  int vision = 0, prediction = 0;
  at::Tensor copied_head;
  for (const auto& [file_name, tensor] : read_checkpoint(folder)) {
    const auto name = text_only_name(file_name);
    if (starts_with(file_name, "model.visual.") || starts_with(file_name, "mtp.")) {
      ++(starts_with(file_name, "mtp.") ? prediction : vision);
      continue;
    }
    if (tied && name == "lm_head.weight") {
      copied_head = tensor;
      continue;
    }
    const auto slot = wanted.find(name);
    if (slot == wanted.end())
      fail(file_name, "belongs to no part of this model, or is there twice");
    if (tensor.sizes() != at::IntArrayRef(slot->second->shape)) {
      fail(file_name,
           fmt::format("expected shape [{}], got [{}]", fmt::join(slot->second->shape, ", "),
                       fmt::join(tensor.sizes().vec(), ", ")));
    }
    const auto type = tensor.scalar_type();
    if (type != at::kFloat && type != at::kBFloat16 && type != at::kHalf) {
      fail(file_name, fmt::format("expected dtype F32, BF16 or F16, got {}", c10::toString(type)));
    }
    *slot->second->target = tensor;
    wanted.erase(slot);
  }
  if (!wanted.empty()) {
    const auto& [name, slot] = *wanted.begin();
    fail(name, fmt::format("expected shape [{}], got none: it is missing (and {} more)",
                           fmt::join(slot->shape, ", "), wanted.size() - 1));
  }
  // A tied checkpoint may carry the embedding again as its head.
  const at::Tensor& embedding = *slots.front().target;
  if (copied_head.defined() && (copied_head.scalar_type() != embedding.scalar_type() ||
                                !at::equal(copied_head, embedding))) {
    fail("lm_head.weight",
         "differs from the embedding, to which config.json ties it (tie_word_embeddings: true)");
  }
  if (vision + prediction > 0) {
    spdlog::info("{}: skipped {} tensors: {} of the vision tower, {} of multi-token prediction",
                 folder.string(), vision + prediction, vision, prediction);
  }
}

}  // namespace cadforge::models
