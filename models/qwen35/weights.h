// The model's tensors by role, and their names in a Hugging Face checkpoint.
#pragma once

#include <ATen/core/TensorBody.h>

#include <string>
#include <vector>

#include "models/qwen35/config.h"
#include "models/qwen35/model.h"

namespace cadforge::models {

/// A linear without bias: weight (out, in). `module` is its number in Qwen35Model::linear_modules.
struct Linear {
  at::Tensor weight;
  std::int64_t module = -1;
};

/// One decoder layer. Only the tensors of its own type are defined.
struct LayerWeights {
  LayerType type = LayerType::kLinearAttention;
  at::Tensor input_norm, post_attention_norm;  // (hidden)
  Linear q_proj, k_proj, v_proj, o_proj;       // full attention; q_proj holds [query | gate] a head
  at::Tensor q_norm, k_norm;                   // (head_dim)
  Linear in_proj_qkv, in_proj_z, in_proj_b, in_proj_a, out_proj;  // gated delta rule
  at::Tensor conv;                                                // (channels, 1, kernel)
  at::Tensor dt_bias, a_log;                                      // (value heads)
  at::Tensor delta_norm;                                          // (value dim)
  Linear gate_proj, up_proj, down_proj;                           // SwiGLU
};

struct ModelWeights {
  at::Tensor embedding;  // (vocab, hidden)
  std::vector<LayerWeights> layers;
  at::Tensor norm;  // (hidden)
  at::Tensor head;  // (vocab, hidden); the embedding itself where tied
};

/// One tensor of the checkpoint: text-only name, shape, where it goes.
struct WeightSlot {
  std::string name;
  std::vector<std::int64_t> shape;
  at::Tensor* target = nullptr;
  Linear* linear = nullptr;  ///< set where LoRA may sit on it
};

/// Every tensor `config` asks for, in layer order, pointing into `weights` (whose layers it sizes).
std::vector<WeightSlot> weight_slots(const Qwen35Config& config, ModelWeights& weights);

/// Published files keep A_log and linear_attn.norm.weight in float32 whatever the rest is, and so
/// do we.
bool stays_float(const std::string& name);

/// The name a tensor has in a text-only checkpoint ("model.language_model.norm.weight":
/// "model.norm.weight").
std::string text_only_name(const std::string& name);

/// Fills the slots from a checkpoint's tensors, of either naming (`model.*` or
/// `model.language_model.*`). Vision and multi-token-prediction tensors are skipped and counted.
/// Throws std::invalid_argument naming a missing or extra tensor, or one of the wrong shape or
/// dtype, expected and got; and a head that differs from the embedding it is tied to.
void load_weights(const std::filesystem::path& folder, std::vector<WeightSlot>& slots);

}  // namespace cadforge::models
