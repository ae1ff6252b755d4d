#include "models/qwen35/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "models/io/json_text.h"

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
  constexpr std::int64_t kMost = 1 << 24;  // so that no size computed from a hostile file overflows
  if (config.contains(key) && !config[key].is_null() && !config[key].is_number_integer()) {
    fail(fmt::format("\"{}\": expected a whole number, got {}", key, config[key].dump()));
  }
  const auto value = required<std::int64_t>(config, key);
  if (value <= 0 || value > kMost) {
    fail(fmt::format("\"{}\": expected 1 to {}, got {}", key, kMost, value));
  }
  return value;
}

// Every key that transformers' Qwen3.5 configuration may hold is in one of these three lists, and a
// key in none of them is refused: it could ask for other arithmetic than ours.

const std::set<std::string> kRead = {"model_type",
                                     "text_config",
                                     "vocab_size",
                                     "hidden_size",
                                     "intermediate_size",
                                     "num_hidden_layers",
                                     "num_attention_heads",
                                     "num_key_value_heads",
                                     "head_dim",
                                     "linear_num_key_heads",
                                     "linear_num_value_heads",
                                     "linear_key_head_dim",
                                     "linear_value_head_dim",
                                     "linear_conv_kernel_dim",
                                     "rms_norm_eps",
                                     "tie_word_embeddings",
                                     "layer_types",
                                     "full_attention_interval",
                                     "rope_parameters",
                                     "rope_scaling",
                                     "rope_theta",
                                     "partial_rotary_factor",
                                     "eos_token_id",
                                     "pad_token_id"};

// Features, each with the one value that is implemented. A null means the same as no key.
const std::map<std::string, json> kFixed = {{"hidden_act", "silu"},
                                            {"attention_bias", false},
                                            {"attention_dropout", 0.0},
                                            {"attn_output_gate", true},
                                            {"mamba_ssm_dtype", "float32"},
                                            {"mlp_only_layers", json::array()},
                                            {"num_experts", 0},
                                            {"quantization_config", nullptr},
                                            {"per_layer_config", nullptr},
                                            {"sliding_window", nullptr},
                                            {"use_sliding_window", false},
                                            {"is_encoder_decoder", false},
                                            {"is_decoder", true},
                                            {"add_cross_attention", false},
                                            {"pruned_heads", json::object()}};

// What changes no number of the text model's forward pass: other modalities, multi-token prediction
// (never used for the next token's logits), how the file was made, bookkeeping.
const std::set<std::string> kHarmless = {"vision_config",
                                         "image_token_id",
                                         "video_token_id",
                                         "audio_token_id",
                                         "vision_start_token_id",
                                         "vision_end_token_id",
                                         "language_model_only",
                                         "mtp_num_hidden_layers",
                                         "mtp_use_dedicated_embeddings",
                                         "architectures",
                                         "auto_map",
                                         "dtype",
                                         "torch_dtype",
                                         "transformers_version",
                                         "unsloth_version",
                                         "unsloth_fixed",
                                         "model_name",
                                         "_name_or_path",
                                         "name_or_path",
                                         "_commit_hash",
                                         "_attn_implementation",
                                         "_attn_implementation_autoset",
                                         "initializer_range",
                                         "max_position_embeddings",
                                         "max_window_layers",
                                         "use_cache",
                                         "bos_token_id",
                                         "sep_token_id",
                                         "decoder_start_token_id",
                                         "tokenizer_class",
                                         "chunk_size_feed_forward",
                                         "output_hidden_states",
                                         "output_attentions",
                                         "output_router_logits",
                                         "return_dict",
                                         "id2label",
                                         "label2id",
                                         "num_labels",
                                         "problem_type",
                                         "task_specific_params",
                                         "finetuning_task",
                                         "torchscript",
                                         "gradient_checkpointing"};

void check_keys(const json& config) {
  for (const auto& [key, value] : config.items()) {
    if (value.is_null() || kRead.count(key) || kHarmless.count(key)) continue;
    const auto fixed = kFixed.find(key);
    if (fixed == kFixed.end()) {
      fail(
          fmt::format("\"{}\": unknown to this implementation, and it could change the "
                      "arithmetic; got {}",
                      key, value.dump()));
    }
    if (value != fixed->second) {
      fail(fmt::format("\"{}\": only {} is implemented, got {}", key, fixed->second.dump(),
                       value.dump()));
    }
  }
}

std::vector<LayerType> layer_types(const json& config) {
  const auto count = positive(config, "num_hidden_layers");
  std::vector<LayerType> layers;
  if (!config.contains("layer_types") || config["layer_types"].is_null()) {
    const auto interval = config.contains("full_attention_interval")
                              ? positive(config, "full_attention_interval")
                              : std::int64_t{4};
    for (std::int64_t i = 0; i < count; ++i) {
      layers.push_back((i + 1) % interval == 0 ? LayerType::kFullAttention
                                               : LayerType::kLinearAttention);
    }
    return layers;
  }
  for (const auto& name : required<std::vector<std::string>>(config, "layer_types")) {
    if (name != "linear_attention" && name != "full_attention") {
      fail(fmt::format("\"layer_types\": expected linear_attention or full_attention, got \"{}\"",
                       name));
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

// As transformers resolves it: `rope_scaling` stands for the whole of `rope_parameters`, and what
// neither holds is looked for beside them.
void read_rope(const json& text, Qwen35Config& config) {
  const auto object = [&](const char* key) {
    return text.contains(key) && text[key].is_object() && !text[key].empty();
  };
  const char* name = object("rope_scaling") ? "rope_scaling" : "rope_parameters";
  const json rope = object(name) ? text[name] : json::object();
  for (const auto& [key, value] : rope.items()) {
    if (key == "rope_type" || key == "type") {
      if (value != "default") {
        fail(fmt::format("{}: \"{}\": only \"default\" is implemented, got {}", name, key,
                         value.dump()));
      }
    } else if (key != "rope_theta" && key != "partial_rotary_factor" && key != "mrope_section" &&
               key != "mrope_interleaved" && !value.is_null()) {
      fail(fmt::format("{}: \"{}\": not implemented, got {}", name, key, value.dump()));
    }
  }
  const auto number = [&](const char* key, double otherwise) {
    const json& holder = rope.contains(key) ? rope : text;
    if (!holder.contains(key)) return otherwise;
    const auto value = required<double>(holder, key);
    if (!(value > 0)) {
      fail(fmt::format("{}: \"{}\": expected more than 0, got {}", name, key, value));
    }
    return value;
  };
  config.rope_theta = number("rope_theta", 10000);
  config.partial_rotary_factor = number("partial_rotary_factor", 0.25);
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
  check_keys(text);
  if (nested) check_keys(whole);

  Qwen35Config c;
  c.vocab_size = positive(text, "vocab_size");
  c.hidden_size = positive(text, "hidden_size");
  c.intermediate_size = positive(text, "intermediate_size");
  c.num_heads = positive(text, "num_attention_heads");
  c.num_kv_heads = positive(text, "num_key_value_heads");
  c.head_dim = text.contains("head_dim") ? positive(text, "head_dim") : 256;
  c.linear_key_heads = positive(text, "linear_num_key_heads");
  c.linear_value_heads = positive(text, "linear_num_value_heads");
  c.linear_key_dim = positive(text, "linear_key_head_dim");
  c.linear_value_dim = positive(text, "linear_value_head_dim");
  c.conv_kernel = positive(text, "linear_conv_kernel_dim");
  if (text.contains("rms_norm_eps")) c.rms_norm_eps = required<double>(text, "rms_norm_eps");
  const auto tied = [](const json& config) {
    return config.contains("tie_word_embeddings") && required<bool>(config, "tie_word_embeddings");
  };
  c.tie_word_embeddings = tied(whole) || tied(text);
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
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::invalid_argument(fmt::format("{}: cannot open", file.string()));
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  try {
    return from_json(parse_json(text));
  } catch (const std::exception& error) {
    throw std::invalid_argument(fmt::format("{}: {}", folder.string(), error.what()));
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
