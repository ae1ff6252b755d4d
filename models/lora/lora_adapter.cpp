#include "models/lora/lora_adapter.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "models/io/safetensors.h"
#include "models/lora/adapter_config.h"
#include "models/ops/sampling.h"
#include "models/qwen35/model.h"

namespace cadforge::models {
namespace {

using std::filesystem::path;

std::string last_part(const std::string& module_path) {
  return module_path.substr(module_path.rfind('.') + 1);
}

bool starts_with(const std::string& text, const std::string& prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

std::string read_text(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::invalid_argument(fmt::format("{}: cannot open", file.string()));
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_text(const path& file, const std::string& text) {
  const path beside = file.string() + ".part";
  {
    std::ofstream stream(beside);
    stream << text;
    stream.flush();
    if (!stream) throw std::runtime_error(fmt::format("{}: cannot write", beside.string()));
  }
  std::filesystem::rename(beside, file);
}

const std::string kKeyPrefix = "base_model.model.";

// "model.layers.0.mlp.up_proj" + 'A' from PEFT's key, of either layout; nothing where it is no LoRA
// factor.
std::optional<std::pair<std::string, char>> parse_key(std::string key) {
  if (!starts_with(key, kKeyPrefix)) return std::nullopt;
  key = key.substr(kKeyPrefix.size());
  const std::string nested = "model.language_model.";
  if (starts_with(key, nested)) key = "model." + key.substr(nested.size());
  for (const char side : {'A', 'B'}) {
    const std::string tail = fmt::format(".lora_{}.weight", side);
    if (key.size() > tail.size() && key.compare(key.size() - tail.size(), tail.size(), tail) == 0) {
      return std::make_pair(key.substr(0, key.size() - tail.size()), side);
    }
  }
  return std::nullopt;
}

/// The factors of a file by module path.
using FileFactors = std::map<std::string, std::map<char, at::Tensor>>;

FileFactors read_factors(const path& weights_file) {
  const SafetensorsFile file(weights_file);
  FileFactors found;
  int vision = 0;
  for (const auto& name : file.names()) {
    const auto key = parse_key(name);
    if (!key) {
      throw std::invalid_argument(
          fmt::format("{}: tensor \"{}\" is no LoRA factor", weights_file.string(), name));
    }
    if (starts_with(key->first, "model.visual.")) {
      ++vision;
    } else if (!found[key->first].emplace(key->second, file.tensor(name)).second) {
      throw std::invalid_argument(fmt::format("{}: tensor \"{}\" is there under both key layouts",
                                              weights_file.string(), name));
    }
  }
  if (vision > 0) {
    spdlog::warn("{}: skipped {} tensors of the vision tower", weights_file.string(), vision);
  }
  if (found.empty()) {
    throw std::invalid_argument(fmt::format("{}: holds no tensors", weights_file.string()));
  }
  return found;
}

std::vector<std::string> paths_of(const std::vector<Qwen35Model::LinearModule>& modules) {
  std::vector<std::string> paths;
  for (const auto& module : modules) paths.push_back(module.path);
  return paths;
}

// (N, in): 1 / (1 - p) where a word of the row's stream is at least p of the range, else 0. The
// mask depends on sequence, position, module and column alone, so that packing and recomputation
// leave it as it is.
at::Tensor dropout_mask(const DropoutRow* rows, std::int64_t count, std::int64_t columns,
                        std::int64_t module, double p) {
  at::Tensor mask = at::empty({count, columns}, at::kFloat);
  float* out = mask.data_ptr<float>();
  const auto limit = static_cast<std::uint64_t>(p * 0x1p32);
  const auto kept = static_cast<float>(1 / (1 - p));
  at::parallel_for(0, count, 1 + 4096 / columns, [&](std::int64_t begin, std::int64_t end) {
    for (auto row = begin; row < end; ++row) {
      for (std::int64_t column = 0; column < columns; column += 4) {
        const auto words = philox4x32({static_cast<std::uint32_t>(column / 4), rows[row].position,
                                       static_cast<std::uint32_t>(module), 0x64726f70},
                                      rows[row].stream);
        for (std::int64_t i = 0; i < std::min<std::int64_t>(4, columns - column); ++i) {
          out[row * columns + column + i] = words[static_cast<std::size_t>(i)] < limit ? 0 : kept;
        }
      }
    }
  });
  return mask;
}

}  // namespace

struct LoraAdapter::Impl {
  struct Factors {
    at::Tensor a, b;  // (r, in), (out, r): leaves on the flat buffer
    double scale = 1;
  };
  LoraOptions options;
  at::Tensor flat, gradient;
  std::vector<Factors> by_module;  // undefined where not targeted
  std::vector<Qwen35Model::LinearModule> modules;
  std::vector<std::int64_t> targeted;

  Impl(const Qwen35Model& model, const LoraOptions& o, const std::vector<TargetedModule>& chosen)
      : options(o), modules(model.linear_modules()) {
    std::int64_t total = 0;
    for (const auto& [m, rank, scale] : chosen) {
      total += rank * (modules[m].in_features + modules[m].out_features);
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
    for (const auto& [m, rank, scale] : chosen) {
      targeted.push_back(m);
      by_module[m].a = leaf(rank, modules[m].in_features);
      by_module[m].b = leaf(modules[m].out_features, rank);
      by_module[m].scale = scale;
    }
  }
};

LoraAdapter::LoraAdapter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LoraAdapter::~LoraAdapter() = default;

std::unique_ptr<LoraAdapter> LoraAdapter::create(const Qwen35Model& model,
                                                 const LoraOptions& options, std::uint64_t seed) {
  const auto paths = paths_of(model.linear_modules());
  const auto match = match_targets(paths, options);
  if (!match.unmatched.empty() || match.modules.empty()) {
    std::set<std::string> known;
    for (const auto& module : paths) known.insert(last_part(module));
    throw std::invalid_argument(fmt::format(
        "lora.targets: \"{}\" matches no linear of this model; it has {}, or "
        "all-linear",
        match.unmatched.empty() ? "" : match.unmatched.front(), fmt::join(known, ", ")));
  }
  auto impl = std::make_unique<Impl>(model, options, match.modules);
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
  const path weights_file = folder / "adapter_model.safetensors";
  const auto paths = paths_of(model.linear_modules());
  LoraOptions options;
  TargetMatch match;
  try {
    options = parse_adapter_config(read_text(config_file));
    match = match_targets(paths, options);
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(fmt::format("{}: {}", config_file.string(), error.what()));
  }
  auto found = read_factors(weights_file);
  auto impl = std::make_unique<Impl>(model, options, match.modules);

  // PEFT drops a factor that its configuration does not ask for and leaves one that is not there at
  // zero: an adapter that silently does nothing. Both are refused.
  std::set<std::string> targeted;
  for (const auto m : impl->targeted) targeted.insert(impl->modules[m].path);
  for (const auto& [module, factors] : found) {
    if (targeted.count(module)) continue;
    throw std::invalid_argument(fmt::format(
        "{}: factors of \"{}\": adapter_config.json targets no such linear of this model",
        weights_file.string(), module));
  }

  at::NoGradGuard no_grad;
  for (const auto m : impl->targeted) {
    const std::string& module = impl->modules[m].path;
    const auto& factors = found[module];
    for (const char side : {'A', 'B'}) {
      at::Tensor& target = side == 'A' ? impl->by_module[m].a : impl->by_module[m].b;
      const auto source = factors.find(side);
      const auto got = source == factors.end()
                           ? std::string("none")
                           : fmt::format("[{}]", fmt::join(source->second.sizes().vec(), ", "));
      if (source == factors.end() || source->second.sizes() != target.sizes()) {
        throw std::invalid_argument(
            fmt::format("{}: lora_{} of \"{}\": expected shape [{}], got {}", weights_file.string(),
                        side, module, fmt::join(target.sizes().vec(), ", "), got));
      }
      if (!at::isFloatingType(source->second.scalar_type())) {
        throw std::invalid_argument(fmt::format("{}: lora_{} of \"{}\": expected numbers, got {}",
                                                weights_file.string(), side, module,
                                                c10::toString(source->second.scalar_type())));
      }
      target.copy_(source->second);
    }
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
    tensors.emplace_back(kKeyPrefix + module + ".lora_A.weight", impl_->by_module[m].a);
    tensors.emplace_back(kKeyPrefix + module + ".lora_B.weight", impl_->by_module[m].b);
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
  write_text(folder / "adapter_config.json",
             format_adapter_config(impl_->options, targets, base_model));
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

at::Tensor LoraAdapter::apply(std::int64_t module, const at::Tensor& x, const at::Tensor& y,
                              const DropoutRow* dropout) const {
  const auto& [a, b, scale] = impl_->by_module[module];
  if (!a.defined()) return y;
  at::Tensor input = x.to(at::kFloat);
  if (dropout && impl_->options.dropout > 0) {
    input =
        input *
        dropout_mask(dropout, x.size(0), x.size(1), module, impl_->options.dropout).to(x.device());
  }
  const at::Tensor low = at::linear(input, a);
  return at::addmm(y.to(at::kFloat), low, b.t(), 1, scale).to(y.scalar_type());
}

bool LoraAdapter::is_targeted(std::int64_t module) const {
  return impl_->by_module[module].a.defined();
}

at::Tensor LoraAdapter::weight_delta(std::int64_t module) const {
  const auto& [a, b, scale] = impl_->by_module[module];
  at::NoGradGuard no_grad;
  return b.matmul(a) * scale;
}

}  // namespace cadforge::models
