#include "models/lora/merge.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <map>
#include <set>
#include <stdexcept>

#include "models/io/safetensors.h"
#include "models/lora/lora_adapter.h"
#include "models/qwen35/model.h"
#include "models/qwen35/weights.h"

namespace cadforge::models {
namespace {

using std::filesystem::path;

bool holds_weights(const path& file) {
  static const std::set<std::string> kinds = {".safetensors", ".bin", ".pt", ".pth", ".gguf"};
  const auto name = file.filename().string();
  const std::string index = ".index.json";
  return kinds.count(file.extension().string()) != 0 ||
         (name.size() > index.size() && name.ends_with(index));
}

void check_out(const path& out) {
  if (!std::filesystem::exists(out)) return;
  for (const auto& entry : std::filesystem::directory_iterator(out)) {
    if (!holds_weights(entry.path())) continue;
    throw std::invalid_argument(fmt::format("{}: expected a new folder, got one that holds {}",
                                            out.string(), entry.path().filename().string()));
  }
}

void copy_other_files(const path& from, const path& to) {
  for (const auto& entry : std::filesystem::directory_iterator(from)) {
    if (!entry.is_regular_file() || holds_weights(entry.path())) continue;
    std::filesystem::copy_file(entry.path(), to / entry.path().filename(),
                               std::filesystem::copy_options::overwrite_existing);
  }
}

}  // namespace

MergeResult merge_adapter(const path& folder, const path& adapter_folder, const path& out) {
  check_out(out);
  const auto model = Qwen35Model::load(folder, {"cpu", "auto", false});
  const auto adapter = LoraAdapter::load(*model, adapter_folder);
  std::map<std::string, std::int64_t> module_of;
  for (const auto& module : model->linear_modules()) {
    module_of.emplace(module.path + ".weight", static_cast<std::int64_t>(module_of.size()));
  }

  MergeResult result;
  result.targets = adapter->target_counts();
  std::vector<PendingTensor> tensors;
  for (const auto& [name, tensor] : read_checkpoint(folder)) {
    PendingTensor pending{name, std::make_shared<at::Tensor>(tensor),
                          [tensor = tensor] { return tensor; }};
    const auto module = module_of.find(text_only_name(name));
    if (module != module_of.end() && adapter->is_targeted(module->second)) {
      pending.make = [tensor = tensor, number = module->second, &adapter = *adapter] {
        return adapter.weight_delta(number).add_(tensor).to(tensor.scalar_type());
      };
      ++result.merged;
    } else {
      ++result.copied;
    }
    tensors.push_back(std::move(pending));
  }
  std::filesystem::create_directories(out);
  copy_other_files(folder, out);
  write_checkpoint(out, tensors);
  return result;
}

}  // namespace cadforge::models
