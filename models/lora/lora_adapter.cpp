#include "models/lora/lora_adapter.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>

#include "models/io/safetensors.h"
#include "models/qwen35/model.h"

namespace cadforge::models {
namespace {

using nlohmann::json;
using std::filesystem::path;

std::string last_part(const std::string& module_path) {
  return module_path.substr(module_path.rfind('.') + 1);
}

bool ends_with_module(const std::string& module_path, const std::string& target) {
  if (module_path == target) return true;
  const auto tail = "." + target;
  return module_path.size() > tail.size() &&
         module_path.compare(module_path.size() - tail.size(), tail.size(), tail) == 0;
}

// Numbers of the modules that `targets` name; each target must match at least one.
std::vector<std::int64_t> matching_modules(const Qwen35Model& model,
                                           const std::vector<std::string>& targets) {
  const auto& modules = model.linear_modules();
  std::set<std::int64_t> chosen;
  for (const auto& target : targets) {
    bool found = false;
    for (std::size_t i = 0; i < modules.size(); ++i) {
      if (target == "all-linear" || ends_with_module(modules[i].path, target)) {
        chosen.insert(static_cast<std::int64_t>(i));
        found = true;
      }
    }
    if (!found) {
      std::set<std::string> known;
      for (const auto& module : modules) known.insert(last_part(module.path));
      throw std::invalid_argument(
          fmt::format("lora.targets: \"{}\" matches no linear of this model; it has {}, or "
                      "all-linear",
                      target, fmt::join(known, ", ")));
    }
  }
  return {chosen.begin(), chosen.end()};
}

// PEFT's features that change the arithmetic and that we do not have.
void refuse_unsupported(const path& file, const json& config) {
  const auto refuse = [&](const std::string& key) {
    throw std::invalid_argument(
        fmt::format("{}: \"{}\": {} is not implemented", file.string(), key, config[key].dump()));
  };
  for (const char* key : {"use_dora", "lora_bias", "use_qalora", "fan_in_fan_out", "use_bdlora"}) {
    if (config.contains(key) && config[key].is_boolean() && config[key].get<bool>()) refuse(key);
  }
  for (const char* key : {"rank_pattern", "alpha_pattern"}) {
    if (config.contains(key) && !config[key].empty()) refuse(key);
  }
  for (const char* key : {"modules_to_save", "trainable_token_indices", "target_parameters",
                          "layer_replication", "alora_invocation_tokens"}) {
    if (config.contains(key) && !config[key].is_null() && !config[key].empty()) refuse(key);
  }
  if (config.value("bias", std::string("none")) != "none") refuse("bias");
  if (config.value("peft_type", std::string()) != "LORA") refuse("peft_type");
}

// "model.layers.0.mlp.up_proj" + 'A' from PEFT's key, of either layout; nothing where it is no LoRA
// factor.
std::optional<std::pair<std::string, char>> parse_key(std::string key) {
  const std::string prefix = "base_model.model.";
  if (key.compare(0, prefix.size(), prefix) != 0) return std::nullopt;
  key = key.substr(prefix.size());
  const std::string nested = "model.language_model.";
  if (key.compare(0, nested.size(), nested) == 0) key = "model." + key.substr(nested.size());
  for (const char side : {'A', 'B'}) {
    const std::string tail = fmt::format(".lora_{}.weight", side);
    if (key.size() > tail.size() && key.compare(key.size() - tail.size(), tail.size(), tail) == 0) {
      return std::make_pair(key.substr(0, key.size() - tail.size()), side);
    }
  }
  return std::nullopt;
}

}  // namespace

struct LoraAdapter::Impl {
  struct Factors {
    at::Tensor a, b;  // (r, in), (out, r): leaves on the flat buffer
  };
  LoraOptions options;
  double scale = 1;
  at::Tensor flat, gradient;
  std::vector<Factors> by_module;  // undefined where not targeted
  std::vector<Qwen35Model::LinearModule> modules;
  std::vector<std::int64_t> targeted;

  Impl(const Qwen35Model& model, const LoraOptions& o) : options(o) {
    if (options.rank <= 0) {
      throw std::invalid_argument(
          fmt::format("lora.rank: expected a positive number, got {}", options.rank));
    }
    scale = options.alpha / (options.rslora ? std::sqrt(static_cast<double>(options.rank))
                                            : static_cast<double>(options.rank));
    modules = model.linear_modules();
    targeted = matching_modules(model, options.targets);
    std::int64_t total = 0;
    for (const auto m : targeted) {
      total += options.rank * (modules[m].in_features + modules[m].out_features);
    }
    const auto like = model.head().options().dtype(at::kFloat).requires_grad(false);
    flat = at::zeros({total}, like);
    gradient = at::zeros({total}, like);
    by_module.resize(modules.size());
    std::int64_t offset = 0;
    const auto leaf = [&](std::int64_t rows, std::int64_t columns) {
      at::Tensor view = flat.narrow(0, offset, rows * columns).view({rows, columns}).detach();
      view.requires_grad_(true);
      view.mutable_grad() = gradient.narrow(0, offset, rows * columns).view({rows, columns});
      offset += rows * columns;
      return view;
    };
    for (const auto m : targeted) {
      by_module[m].a = leaf(options.rank, modules[m].in_features);
      by_module[m].b = leaf(modules[m].out_features, options.rank);
    }
  }
};

LoraAdapter::LoraAdapter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LoraAdapter::~LoraAdapter() = default;

std::unique_ptr<LoraAdapter> LoraAdapter::create(const Qwen35Model& model,
                                                 const LoraOptions& options, std::uint64_t seed) {
  auto impl = std::make_unique<Impl>(model, options);
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  at::NoGradGuard no_grad;
  for (const auto m : impl->targeted) {
    const double bound = 1 / std::sqrt(static_cast<double>(impl->modules[m].in_features));
    at::Tensor& a = impl->by_module[m].a;
    a.copy_(at::empty(a.sizes(), at::kFloat).uniform_(-bound, bound, generator));
  }
  return std::unique_ptr<LoraAdapter>(new LoraAdapter(std::move(impl)));
}

std::unique_ptr<LoraAdapter> LoraAdapter::load(const Qwen35Model& model, const path& folder) {
  const path config_file = folder / "adapter_config.json";
  std::ifstream stream(config_file);
  if (!stream) throw std::invalid_argument(fmt::format("{}: cannot open", config_file.string()));
  LoraOptions options;
  try {
    const json config = json::parse(stream);
    refuse_unsupported(config_file, config);
    options.rank = config.at("r").get<std::int64_t>();
    options.alpha = config.at("lora_alpha").get<double>();
    options.rslora = config.value("use_rslora", false);
  } catch (const json::exception& error) {
    throw std::invalid_argument(fmt::format("{}: {}", config_file.string(), error.what()));
  }

  // The file's tensors say which modules are targeted, whatever way the config spells it.
  const path weights_file = folder / "adapter_model.safetensors";
  const SafetensorsFile file(weights_file);
  std::map<std::string, std::map<char, at::Tensor>> found;
  for (const auto& name : file.names()) {
    const auto key = parse_key(name);
    if (!key) {
      throw std::invalid_argument(
          fmt::format("{}: tensor \"{}\" is no LoRA factor", weights_file.string(), name));
    }
    found[key->first][key->second] = file.tensor(name);
  }
  if (found.empty()) {
    throw std::invalid_argument(fmt::format("{}: holds no tensors", weights_file.string()));
  }
  options.targets.clear();
  for (const auto& [module, factors] : found) options.targets.push_back(module);
  auto impl = std::make_unique<Impl>(model, options);

  at::NoGradGuard no_grad;
  for (const auto m : impl->targeted) {
    const std::string& module = impl->modules[m].path;
    const auto fill = [&](char side, at::Tensor& target) {
      const auto& factors = found.at(module);
      const auto source = factors.find(side);
      const auto got = source == factors.end()
                           ? std::string("none")
                           : fmt::format("[{}]", fmt::join(source->second.sizes().vec(), ", "));
      if (source == factors.end() || source->second.sizes() != target.sizes()) {
        throw std::invalid_argument(
            fmt::format("{}: lora_{} of \"{}\": expected shape [{}], got {}", weights_file.string(),
                        side, module, fmt::join(target.sizes().vec(), ", "), got));
      }
      target.copy_(source->second);
    };
    fill('A', impl->by_module[m].a);
    fill('B', impl->by_module[m].b);
  }
  return std::unique_ptr<LoraAdapter>(new LoraAdapter(std::move(impl)));
}

void LoraAdapter::save(const path& folder, const std::string& base_model) const {
  std::filesystem::create_directories(folder);
  std::vector<std::pair<std::string, at::Tensor>> tensors;
  std::set<std::string> names;
  for (const auto m : impl_->targeted) {
    const std::string& module = impl_->modules[m].path;
    names.insert(last_part(module));
    const std::string key = "base_model.model." + module;
    tensors.emplace_back(key + ".lora_A.weight", impl_->by_module[m].a);
    tensors.emplace_back(key + ".lora_B.weight", impl_->by_module[m].b);
  }
  // Short names only where they mean the same modules again; else the full paths.
  std::size_t reached = 0;
  for (const auto& module : impl_->modules) reached += names.count(last_part(module.path));
  std::vector<std::string> targets(names.begin(), names.end());
  if (reached != impl_->targeted.size()) {
    targets.clear();
    for (const auto m : impl_->targeted) targets.push_back(impl_->modules[m].path);
  }
  write_safetensors(folder / "adapter_model.safetensors", tensors);
  const json config = {{"peft_type", "LORA"},
                       {"task_type", "CAUSAL_LM"},
                       {"base_model_name_or_path", base_model},
                       {"r", impl_->options.rank},
                       {"lora_alpha", impl_->options.alpha},
                       {"lora_dropout", 0.0},
                       {"use_rslora", impl_->options.rslora},
                       {"bias", "none"},
                       {"fan_in_fan_out", false},
                       {"inference_mode", true},
                       {"init_lora_weights", true},
                       {"target_modules", targets}};
  const path file = folder / "adapter_config.json", beside = file.string() + ".part";
  {
    std::ofstream stream(beside);
    stream << config.dump(2) << "\n";
    stream.flush();
    if (!stream) throw std::runtime_error(fmt::format("{}: cannot write", beside.string()));
  }
  std::filesystem::rename(beside, file);
}

const at::Tensor& LoraAdapter::parameters() const { return impl_->flat; }
const at::Tensor& LoraAdapter::gradients() const { return impl_->gradient; }
const LoraOptions& LoraAdapter::options() const { return impl_->options; }

std::vector<std::string> LoraAdapter::target_counts() const {
  std::map<std::string, int> counts;
  for (const auto m : impl_->targeted) ++counts[last_part(impl_->modules[m].path)];
  std::vector<std::string> lines;
  for (const auto& [name, count] : counts)
    lines.push_back(fmt::format("{}: {} modules", name, count));
  return lines;
}

at::Tensor LoraAdapter::apply(std::int64_t module, const at::Tensor& x, const at::Tensor& y) const {
  const auto& factors = impl_->by_module[module];
  if (!factors.a.defined()) return y;
  const at::Tensor low = at::linear(x.to(at::kFloat), factors.a);
  return at::addmm(y.to(at::kFloat), low, factors.b.t(), 1, impl_->scale).to(y.scalar_type());
}

}  // namespace cadforge::models
