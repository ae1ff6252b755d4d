#include "models/lora/adapter_config.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "models/io/json_text.h"

namespace cadforge::models {
namespace {

using json =
    nlohmann::ordered_json;  // of several pattern keys that fit, the first in the file counts

const std::set<std::string> kRead = {"r",
                                     "lora_alpha",
                                     "use_rslora",
                                     "lora_dropout",
                                     "target_modules",
                                     "rank_pattern",
                                     "exclude_modules",
                                     "layers_to_transform",
                                     "alpha_pattern",
                                     "layers_pattern",
                                     "peft_type",
                                     "task_type",
                                     "bias",
                                     "init_lora_weights"};

// Where an adapter comes from and how PEFT handles it in memory.
const std::set<std::string> kHarmless = {
    "auto_mapping",        "base_model_name_or_path", "revision",          "peft_version",
    "inference_mode",      "megatron_core",           "qalora_group_size", "eva_config",
    "ensure_weight_tying", "runtime_config"};

[[noreturn]] void fail(const std::string& key, const std::string& expected, const json& got) {
  throw std::invalid_argument(fmt::format("\"{}\": expected {}, got {}", key, expected,
                                          got.dump(-1, ' ', true, json::error_handler_t::replace)));
}

bool off(const json& value) {
  return value.is_null() || value == false ||
         ((value.is_object() || value.is_array()) && value.empty());
}

// All else is a feature (DoRA, saved modules, ...), and stays off.
void refuse_features(const json& config) {
  for (const auto& [key, value] : config.items()) {
    if (kRead.count(key) || kHarmless.count(key) || off(value)) continue;
    throw std::invalid_argument(
        fmt::format("\"{}\": {} is not implemented", key,
                    value.dump(-1, ' ', true, json::error_handler_t::replace)));
  }
}

void one_of(const json& config, const char* key, const std::vector<json>& known) {
  if (!config.contains(key)) return;
  for (const auto& value : known) {
    if (config[key] == value) return;
  }
  fail(key, fmt::format("one of {}", json(known).dump()), config[key]);
}

double number(const json& value, const std::string& key) {
  if (!value.is_number() || !std::isfinite(value.get<double>())) fail(key, "a number", value);
  return value.get<double>();
}

std::int64_t whole_number(const json& value, const std::string& key) {
  if (!value.is_number_integer()) fail(key, "a whole number", value);
  return value.get<std::int64_t>();
}

bool flag(const json& config, const char* key) {
  if (!config.contains(key)) return false;
  if (!config[key].is_boolean()) fail(key, "true or false", config[key]);
  return config[key].get<bool>();
}

// A list of names, or a regular expression as one text.
void read_modules(const json& config, const char* key, std::vector<std::string>& names,
                  std::string& pattern) {
  if (!config.contains(key) || config[key].is_null()) return;
  const json& value = config[key];
  if (value.is_string()) {
    pattern = value.get<std::string>();
    return;
  }
  if (!value.is_array()) fail(key, "a list of names or a regular expression", value);
  for (const auto& name : value) {
    if (!name.is_string()) fail(key, "names", value);
    names.push_back(name.get<std::string>());
  }
}

template <class Value, class Read>
std::vector<std::pair<std::string, Value>> read_pattern(const json& config, const char* key,
                                                        const Read& read) {
  std::vector<std::pair<std::string, Value>> entries;
  if (!config.contains(key) || config[key].is_null()) return entries;
  if (!config[key].is_object()) fail(key, "an object", config[key]);
  for (const auto& [name, value] : config[key].items())
    entries.emplace_back(name, read(value, key));
  return entries;
}

void read_layers(const json& config, LoraOptions& options) {
  const char* key = "layers_to_transform";
  if (!config.contains(key) || off(config[key])) return;
  const json list = config[key].is_array() ? config[key] : json::array({config[key]});
  for (const auto& layer : list) options.layers.push_back(whole_number(layer, key));
  const char* name = "layers_pattern";
  if (config.contains(name) && config[name] != "") {
    one_of(config, name, {nullptr, json::array(), "layers", json::array({"layers"})});
  }
}

}  // namespace

LoraOptions parse_adapter_config(std::string_view text) {
  LoraOptions options;
  try {
    const json config = parse_json<json>(text);
    if (!config.is_object()) throw std::invalid_argument("expected a JSON object");
    if (!config.contains("peft_type")) throw std::invalid_argument("\"peft_type\" is missing");
    one_of(config, "peft_type", {"LORA"});
    one_of(config, "task_type", {"CAUSAL_LM", nullptr});
    one_of(config, "bias", {"none", nullptr});
    // The others (PiSSA, OLoRA, LoftQ, ...) also change the base model's weights.
    one_of(config, "init_lora_weights", {true, false, nullptr, "gaussian", "orthogonal", "eva"});
    refuse_features(config);
    options.rank = whole_number(config.at("r"), "r");
    options.alpha = number(config.at("lora_alpha"), "lora_alpha");
    options.rslora = flag(config, "use_rslora");
    if (config.contains("lora_dropout")) {
      options.dropout = number(config["lora_dropout"], "lora_dropout");
    }
    options.targets.clear();
    read_modules(config, "target_modules", options.targets, options.pattern);
    read_modules(config, "exclude_modules", options.exclude, options.exclude_pattern);
    read_layers(config, options);
    options.rank_pattern = read_pattern<std::int64_t>(config, "rank_pattern", whole_number);
    options.alpha_pattern = read_pattern<double>(config, "alpha_pattern", number);
  } catch (const json::exception& error) {
    throw std::invalid_argument(error.what());
  }
  return options;
}

std::string format_adapter_config(const LoraOptions& options,
                                  const std::vector<std::string>& targets,
                                  const std::string& base_model) {
  json ranks = json::object(), alphas = json::object();
  for (const auto& [key, rank] : options.rank_pattern) ranks[key] = rank;
  for (const auto& [key, alpha] : options.alpha_pattern) alphas[key] = alpha;
  const json config = {{"peft_type", "LORA"},
                       {"task_type", "CAUSAL_LM"},
                       {"base_model_name_or_path", base_model},
                       {"r", options.rank},
                       {"lora_alpha", options.alpha},
                       {"rank_pattern", ranks},
                       {"alpha_pattern", alphas},
                       {"lora_dropout", options.dropout},
                       {"use_rslora", options.rslora},
                       {"bias", "none"},
                       {"fan_in_fan_out", false},
                       {"inference_mode", true},
                       {"init_lora_weights", true},
                       {"target_modules", targets}};
  return config.dump(2) + "\n";
}

}  // namespace cadforge::models
