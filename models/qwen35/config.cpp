#include "models/qwen35/config.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace cadforge::models {
namespace {

using nlohmann::json;

[[noreturn]] void fail(const std::string& what) {
  throw std::invalid_argument("config.json: " + what);
}

template <class T>
T required(const json& config, const char* key) {
  if (!config.contains(key) || config[key].is_null()) fail(fmt::format("\"{}\" is missing", key));
  try {
    return config[key].get<T>();
  } catch (const json::exception& error) {
    fail(fmt::format("\"{}\": {}", key, error.what()));
  }
}

std::int64_t positive(const json& config, const char* key) {
  const auto value = required<std::int64_t>(config, key);
  if (value <= 0) fail(fmt::format("\"{}\": expected a positive number, got {}", key, value));
  return value;
}

template <class T>
void refuse_unless(const json& config, const char* key, const T& supported) {
  if (!config.contains(key) || config[key].is_null()) return;
  if (config[key] != json(supported)) {
    fail(fmt::format("\"{}\": only {} is implemented, got {}", key, json(supported).dump(),
                     config[key].dump()));
  }
}

std::vector<LayerType> layer_types(const json& config) {
  const auto count = positive(config, "num_hidden_layers");
  std::vector<LayerType> layers;
  if (!config.contains("layer_types") || config["layer_types"].is_null()) {
    const auto interval = config.value("full_attention_interval", std::int64_t{4});
    if (interval <= 0) fail("\"full_attention_interval\": expected a positive number");
    for (std::int64_t i = 0; i < count; ++i) {
      layers.push_back((i + 1) % interval == 0 ? LayerType::kFullAttention
                                               : LayerType::kLinearAttention);
    }
    return layers;
  }
  for (const auto& name : required<std::vector<std::string>>(config, "layer_types")) {
    if (name != "linear_attention" && name != "full_attention") {
      fail(fmt::format("\"layer_types\": unknown layer type \"{}\"", name));
    }
    layers.push_back(name == "full_attention" ? LayerType::kFullAttention
                                              : LayerType::kLinearAttention);
  }
  if (static_cast<std::int64_t>(layers.size()) != count) {
    fail(fmt::format("\"layer_types\": expected {} entries (num_hidden_layers), got {}", count,
                     layers.size()));
  }
  return layers;
}

std::vector<std::int64_t> ids(const json& config, const char* key) {
  if (!config.contains(key) || config[key].is_null()) return {};
  if (config[key].is_array()) return required<std::vector<std::int64_t>>(config, key);
  return {required<std::int64_t>(config, key)};
}

void read_rope(const json& text, Qwen35Config& config) {
  const json rope = text.contains("rope_parameters") && text["rope_parameters"].is_object()
                        ? text["rope_parameters"]
                        : json::object();
  refuse_unless(rope, "rope_type", "default");
  if (text.contains("rope_scaling") && text["rope_scaling"].is_object()) {
    refuse_unless(text["rope_scaling"], "rope_type", "default");
  }
  config.rope_theta = rope.value("rope_theta", text.value("rope_theta", config.rope_theta));
  config.partial_rotary_factor = rope.value(
      "partial_rotary_factor", text.value("partial_rotary_factor", config.partial_rotary_factor));
}

void check(const Qwen35Config& c) {
  const auto multiple = [](const char* a, std::int64_t x, const char* b, std::int64_t y) {
    if (x % y != 0) fail(fmt::format("\"{}\" ({}) is no multiple of \"{}\" ({})", a, x, b, y));
  };
  multiple("num_attention_heads", c.num_heads, "num_key_value_heads", c.num_kv_heads);
  multiple("linear_num_value_heads", c.linear_value_heads, "linear_num_key_heads",
           c.linear_key_heads);
  const auto rotary = static_cast<std::int64_t>(c.head_dim * c.partial_rotary_factor);
  if (rotary % 2 != 0 || rotary > c.head_dim) {
    fail(fmt::format("\"partial_rotary_factor\" gives {} rotary dimensions of {}", rotary,
                     c.head_dim));
  }
}

}  // namespace

Qwen35Config Qwen35Config::from_json(const json& whole) {
  if (!whole.is_object()) fail("expected a JSON object");
  const bool nested = whole.contains("text_config");
  const json& text = nested ? whole["text_config"] : whole;
  const auto type = required<std::string>(text, "model_type");
  if (type != "qwen3_5_text" && type != "qwen3_5") {
    fail(fmt::format("\"model_type\": expected \"qwen3_5_text\", got \"{}\"", type));
  }
  refuse_unless(text, "hidden_act", "silu");
  refuse_unless(text, "attention_bias", false);
  refuse_unless(text, "attention_dropout", 0.0);
  refuse_unless(text, "attn_output_gate", true);
  refuse_unless(text, "mamba_ssm_dtype", "float32");
  refuse_unless(text, "mlp_only_layers", json::array());

  Qwen35Config c;
  c.vocab_size = positive(text, "vocab_size");
  c.hidden_size = positive(text, "hidden_size");
  c.intermediate_size = positive(text, "intermediate_size");
  c.num_heads = positive(text, "num_attention_heads");
  c.num_kv_heads = positive(text, "num_key_value_heads");
  c.head_dim = text.contains("head_dim") && !text["head_dim"].is_null()
                   ? positive(text, "head_dim")
                   : c.hidden_size / c.num_heads;
  c.linear_key_heads = positive(text, "linear_num_key_heads");
  c.linear_value_heads = positive(text, "linear_num_value_heads");
  c.linear_key_dim = positive(text, "linear_key_head_dim");
  c.linear_value_dim = positive(text, "linear_value_head_dim");
  c.conv_kernel = positive(text, "linear_conv_kernel_dim");
  c.rms_norm_eps = text.value("rms_norm_eps", c.rms_norm_eps);
  c.tie_word_embeddings =
      whole.value("tie_word_embeddings", false) || text.value("tie_word_embeddings", false);
  c.layers = layer_types(text);
  c.eos_token_ids = ids(text, "eos_token_id");
  for (auto id : nested ? ids(whole, "eos_token_id") : std::vector<std::int64_t>{}) {
    c.eos_token_ids.push_back(id);
  }
  c.pad_token_id = ids(text, "pad_token_id").empty() ? -1 : ids(text, "pad_token_id").front();
  read_rope(text, c);
  check(c);
  return c;
}

Qwen35Config Qwen35Config::from_folder(const std::filesystem::path& folder) {
  const auto file = folder / "config.json";
  std::ifstream stream(file);
  if (!stream) throw std::invalid_argument(fmt::format("{}: cannot open", file.string()));
  try {
    return from_json(json::parse(stream));
  } catch (const json::exception& error) {
    throw std::invalid_argument(fmt::format("{}: {}", file.string(), error.what()));
  }
}

json Qwen35Config::to_json(const std::string& dtype) const {
  std::vector<std::string> types;
  for (const auto type : layers) {
    types.push_back(type == LayerType::kFullAttention ? "full_attention" : "linear_attention");
  }
  // Text alone never uses the three axes of M-RoPE, but transformers wants sections that fill the
  // half.
  const auto half = static_cast<std::int64_t>(head_dim * partial_rotary_factor) / 2;
  const std::vector<std::int64_t> sections = {half - 2 * (half / 3), half / 3, half / 3};
  return {{"architectures", {"Qwen3_5ForCausalLM"}},
          {"model_type", "qwen3_5_text"},
          {"dtype", dtype},
          {"vocab_size", vocab_size},
          {"hidden_size", hidden_size},
          {"intermediate_size", intermediate_size},
          {"num_hidden_layers", layers.size()},
          {"layer_types", types},
          {"num_attention_heads", num_heads},
          {"num_key_value_heads", num_kv_heads},
          {"head_dim", head_dim},
          {"attention_bias", false},
          {"attention_dropout", 0.0},
          {"linear_num_key_heads", linear_key_heads},
          {"linear_num_value_heads", linear_value_heads},
          {"linear_key_head_dim", linear_key_dim},
          {"linear_value_head_dim", linear_value_dim},
          {"linear_conv_kernel_dim", conv_kernel},
          {"hidden_act", "silu"},
          {"max_position_embeddings", 32768},
          {"initializer_range", 0.02},
          {"rms_norm_eps", rms_norm_eps},
          {"partial_rotary_factor", partial_rotary_factor},
          {"rope_parameters",
           {{"rope_type", "default"},
            {"rope_theta", rope_theta},
            {"partial_rotary_factor", partial_rotary_factor},
            {"mrope_section", sections},
            {"mrope_interleaved", true}}},
          {"tie_word_embeddings", tie_word_embeddings},
          {"use_cache", true},
          {"eos_token_id", eos_token_ids.empty() ? json(nullptr) : json(eos_token_ids.front())},
          {"pad_token_id", pad_token_id < 0 ? json(nullptr) : json(pad_token_id)}};
}

Qwen35Config Qwen35Config::preset(const std::string& name) {
  const bool big = name == "9b";
  if (!big && name != "2b") {
    throw std::invalid_argument(
        fmt::format("model preset: expected \"2b\" or \"9b\", got \"{}\"", name));
  }
  Qwen35Config c;
  c.vocab_size = 248320;
  c.hidden_size = big ? 4096 : 2048;
  c.intermediate_size = big ? 12288 : 6144;
  c.num_heads = big ? 16 : 8;
  c.num_kv_heads = big ? 4 : 2;
  c.head_dim = 256;
  c.linear_key_heads = 16;
  c.linear_value_heads = big ? 32 : 16;
  c.linear_key_dim = c.linear_value_dim = 128;
  c.tie_word_embeddings = !big;
  for (int i = 0; i < (big ? 32 : 24); ++i) {
    c.layers.push_back((i + 1) % 4 == 0 ? LayerType::kFullAttention : LayerType::kLinearAttention);
  }
  c.eos_token_ids = {248044};
  return c;
}

}  // namespace cadforge::models
