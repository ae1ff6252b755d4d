#include "trainer/run_config.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "env/text.h"

namespace cadforge::trainer {
namespace {

using nlohmann::json;

/// One key: how to read and write it.
struct Key {
  std::function<json()> get;
  std::function<void(const json&)> set;
};
using Keys = std::map<std::string, Key>;

[[noreturn]] void fail(const std::string& key, const std::string& what) {
  throw std::invalid_argument(fmt::format("config: {}: {}", key, what));
}

template <class T>
constexpr bool is_map = false;
template <class V>
constexpr bool is_map<std::map<std::string, V>> = true;

template <class T>
constexpr const char* kind_of() {
  if constexpr (std::is_same_v<T, bool>) return "true or false";
  if constexpr (std::is_same_v<T, std::string>) return "text";
  if constexpr (std::is_same_v<T, std::vector<std::string>>) return "a list of texts";
  if constexpr (std::is_same_v<T, std::vector<double>>) return "a list of numbers";
  if constexpr (std::is_same_v<T, std::vector<std::int64_t>>) return "a list of whole numbers";
  if constexpr (is_map<T>) return "an object of names and numbers";
  return std::is_floating_point_v<T> ? "a number" : "a whole number";
}

template <class T>
bool fits(const json& value, const T&) {
  if constexpr (std::is_same_v<T, bool>) return value.is_boolean();
  if constexpr (std::is_same_v<T, std::string>) return value.is_string();
  if constexpr (std::is_floating_point_v<T>) return value.is_number();
  if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) return value.is_number_integer();
  return is_map<T> ? value.is_object() : value.is_array();
}

template <class T>
void bind_key(Keys& keys, const std::string& name, T& field) {
  keys[name] = {[&field] { return json(field); },
                [&field, name](const json& value) {
                  const auto wrong = [&] {
                    fail(name, fmt::format("expected {}, got {}", kind_of<T>(), value.dump()));
                  };
                  if (!fits(value, field)) wrong();
                  try {
                    field = value.get<T>();
                  } catch (const json::exception&) {
                    wrong();
                  }
                }};
}

Keys keys_of(RunConfig& c) {
  Keys k;
  const auto add = [&](const char* name, auto& field) { bind_key(k, name, field); };
  add("model", c.model);
  add("adapter", c.adapter);
  add("seed", c.seed);
  add("device", c.device);
  add("threads", c.threads);
  add("lora.rank", c.lora.rank);
  add("lora.alpha", c.lora.alpha);
  add("lora.targets", c.lora.targets);
  add("lora.pattern", c.lora.pattern);
  add("lora.exclude", c.lora.exclude);
  add("lora.layers", c.lora.layers);
  add("lora.rank_pattern", c.lora.rank_pattern);
  add("lora.alpha_pattern", c.lora.alpha_pattern);
  add("lora.rslora", c.lora.rslora);
  add("lora.dropout", c.lora.dropout);
  add("tasks", c.tasks);
  add("prompt.style", c.prompt.style);
  add("prompt.system", c.prompt.system);
  add("prompt.thinking", c.prompt.thinking);
  add("rollout.prompts_per_step", c.rollout.prompts_per_step);
  add("rollout.group_size", c.rollout.group_size);
  add("rollout.max_new_tokens", c.rollout.max_new_tokens);
  add("rollout.temperature", c.rollout.temperature);
  add("rollout.slots", c.rollout.slots);
  add("reward.profile", c.reward.profile);
  add("reward.hook", c.reward.hook);
  add("reward.hook_weight", c.reward.hook_weight);
  add("reward.hook_deadline_s", c.reward.hook_deadline_s);
  add("reward.failure", c.reward.failure);
  add("reward.shuffle", c.reward.shuffle);
  add("reward.deadline_s", c.reward.deadline_s);
  add("reward.perturbations", c.reward.perturbations);
  add("reward.source", c.reward.source);
  add("loss.type", c.loss.type);
  add("loss.epsilon", c.loss.epsilon);
  add("loss.epsilon_high", c.loss.epsilon_high);
  add("loss.delta", c.loss.delta);
  add("loss.beta", c.loss.beta);
  add("loss.reference", c.loss.reference);
  add("loss.level", c.loss.level);
  add("loss.scale_rewards", c.loss.scale_rewards);
  add("loss.old", c.loss.old);
  add("loss.num_iterations", c.loss.num_iterations);
  add("loss.mask_truncated", c.loss.mask_truncated);
  add("loss.top_entropy", c.loss.top_entropy);
  add("loss.negative_weight", c.loss.negative_weight);
  add("optim.lr", c.optim.lr);
  add("optim.betas", c.optim.betas);
  add("optim.eps", c.optim.eps);
  add("optim.weight_decay", c.optim.weight_decay);
  add("optim.max_grad_norm", c.optim.max_grad_norm);
  add("schedule.type", c.schedule.type);
  add("schedule.warmup_ratio", c.schedule.warmup_ratio);
  add("schedule.max_steps", c.schedule.max_steps);
  add("schedule.stop_at", c.schedule.stop_at);
  add("schedule.epochs", c.schedule.epochs);
  add("data.files", c.data.files);
  add("data.shuffle", c.data.shuffle);
  add("data.max_length", c.data.max_length);
  add("data.rows_per_step", c.data.rows_per_step);
  add("train.micro_batch_tokens", c.train.micro_batch_tokens);
  add("train.recompute", c.train.recompute);
  add("train.dtype", c.train.dtype);
  add("train.full_parameters", c.train.full_parameters);
  add("checkpoint.every", c.checkpoint.every);
  add("checkpoint.keep", c.checkpoint.keep);
  add("sandbox.workers", c.sandbox.workers);
  add("sandbox.require", c.sandbox.require);
  return k;
}

Key& find_key(Keys& keys, const std::string& name) {
  const auto found = keys.find(name);
  if (found != keys.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [key, value] : keys) names.push_back(key);
  fail(name, fmt::format("unknown key; did you mean \"{}\"?", env::nearest(name, names)));
}

void apply(Keys& keys, const json& object, const std::string& prefix) {
  for (const auto& [name, value] : object.items()) {
    const std::string path = prefix.empty() ? name : prefix + "." + name;
    if (value.is_object() && !keys.count(path)) {
      apply(keys, value, path);
    } else {
      find_key(keys, path).set(value);
    }
  }
}

void one_of(const std::string& key, const std::string& got, const std::vector<std::string>& known) {
  for (const auto& name : known) {
    if (got == name) return;
  }
  fail(key, fmt::format("expected one of {}, got \"{}\"", fmt::join(known, ", "), got));
}

void at_least(const std::string& key, double got, double least) {
  if (!(got >= least)) fail(key, fmt::format("expected at least {}, got {}", least, got));
}

void check(const RunConfig& c) {
  one_of("loss.type", c.loss.type, {"grpo", "bnpo", "dr_grpo", "dapo"});
  one_of("loss.reference", c.loss.reference, {"base", "start"});
  one_of("loss.level", c.loss.level, {"token", "sequence"});
  one_of("loss.scale_rewards", c.loss.scale_rewards, {"group", "batch", "none"});
  one_of("loss.old", c.loss.old, {"sampler", "detach"});
  one_of("reward.profile", c.reward.profile, {"verified", "published_dense", "published_strict"});
  one_of("reward.source", c.reward.source, {"environment", "replay"});
  one_of("schedule.type", c.schedule.type, {"cosine", "linear", "constant"});
  at_least("rollout.prompts_per_step", c.rollout.prompts_per_step, 1);
  at_least("rollout.group_size", c.rollout.group_size, 2);
  at_least("rollout.max_new_tokens", c.rollout.max_new_tokens, 1);
  at_least("rollout.slots", static_cast<double>(c.rollout.slots), 1);
  at_least("loss.num_iterations", c.loss.num_iterations, 1);
  at_least("loss.delta", c.loss.delta, 0);
  at_least("loss.negative_weight", c.loss.negative_weight, 0);
  at_least("loss.beta", c.loss.beta, 0);
  at_least("reward.deadline_s", c.reward.deadline_s, 1);
  at_least("reward.hook_deadline_s", c.reward.hook_deadline_s, 0.001);
  at_least("reward.hook_weight", c.reward.hook_weight, 0);
  if (c.reward.hook_weight > 1) {
    fail("reward.hook_weight", fmt::format("expected at most 1, got {}", c.reward.hook_weight));
  }
  at_least("reward.perturbations", c.reward.perturbations, 0);
  at_least("schedule.max_steps", c.schedule.max_steps, 0);
  at_least("schedule.stop_at", c.schedule.stop_at, 0);
  at_least("data.rows_per_step", c.data.rows_per_step, 1);
  at_least("train.micro_batch_tokens", static_cast<double>(c.train.micro_batch_tokens), 1);
  at_least("checkpoint.every", c.checkpoint.every, 0);
  at_least("checkpoint.keep", c.checkpoint.keep, 1);
  if (!(c.rollout.temperature > 0)) {
    fail("rollout.temperature", fmt::format("expected more than 0, got {}", c.rollout.temperature));
  }
  if (!(c.loss.top_entropy > 0 && c.loss.top_entropy <= 1)) {
    fail("loss.top_entropy",
         fmt::format("expected more than 0 and at most 1, got {}", c.loss.top_entropy));
  }
  if (c.optim.betas.size() != 2) fail("optim.betas", "expected two numbers");
}

}  // namespace

RunConfig load_run_config(const std::filesystem::path& path,
                          const std::vector<std::string>& overrides) {
  RunConfig config;
  Keys keys = keys_of(config);
  if (!path.empty()) {
    std::ifstream stream(path);
    if (!stream) throw std::invalid_argument(fmt::format("config: cannot open {}", path.string()));
    try {
      apply(keys, json::parse(stream, nullptr, true, /*ignore_comments=*/true), "");
    } catch (const json::exception& error) {
      throw std::invalid_argument(fmt::format("{}: {}", path.string(), error.what()));
    }
  }
  for (const auto& text : overrides) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) {
      throw std::invalid_argument(fmt::format("--set: expected a.b=value, got \"{}\"", text));
    }
    const std::string value = text.substr(equals + 1);
    json parsed = json::parse(value, nullptr, false);
    Key& key = find_key(keys, text.substr(0, equals));
    // Text that happens to look like a number stays text where text is wanted.
    if (parsed.is_discarded() || key.get().is_string()) parsed = value;
    key.set(parsed);
  }
  check(config);
  return config;
}

json run_config_json(const RunConfig& config) {
  RunConfig copy = config;
  json nested = json::object();
  for (const auto& [name, key] : keys_of(copy)) {
    std::string pointer = "/" + name;
    for (auto& c : pointer) {
      if (c == '.') c = '/';
    }
    nested[json::json_pointer(pointer)] = key.get();
  }
  return nested;
}

RunConfig run_config_from_json(const json& in) {
  RunConfig config;
  Keys keys = keys_of(config);
  apply(keys, in, "");
  check(config);
  return config;
}

}  // namespace cadforge::trainer
