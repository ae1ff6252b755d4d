// The hyper-parameters of a Qwen3.5 text model, from its config.json.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace cadforge::models {

enum class LayerType { kLinearAttention, kFullAttention };

struct Qwen35Config {
  std::int64_t vocab_size = 0, hidden_size = 0, intermediate_size = 0;
  std::int64_t num_heads = 0, num_kv_heads = 0, head_dim = 0;          // full attention
  std::int64_t linear_key_heads = 0, linear_value_heads = 0;           // gated delta rule
  std::int64_t linear_key_dim = 0, linear_value_dim = 0, conv_kernel = 4;
  double rms_norm_eps = 1e-6, rope_theta = 1e7, partial_rotary_factor = 0.25;
  bool tie_word_embeddings = false;
  std::vector<LayerType> layers;
  std::vector<std::int64_t> eos_token_ids;  ///< config's own; generation_config adds to them
  std::int64_t pad_token_id = -1;

  /// Reads config.json, text-only (`qwen3_5_text`) or nested (`text_config`). Throws
  /// std::invalid_argument naming a missing key or a feature that is not implemented.
  static Qwen35Config from_json(const nlohmann::json& json);
  static Qwen35Config from_folder(const std::filesystem::path& folder);
  /// As a text-only config.json that transformers reads; `dtype` names the weights' type in the file.
  nlohmann::json to_json(const std::string& dtype) const;
  /// The published dimensions: "2b" or "9b".
  static Qwen35Config preset(const std::string& name);
};

}  // namespace cadforge::models
