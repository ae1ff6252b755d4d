// The small model that tests/data/models/make_goldens.py made with transformers and PEFT.
#pragma once

#include <ATen/ATen.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/io/safetensors.h"
#include "models/lora/lora_adapter.h"
#include "models/qwen35/model.h"

namespace cadforge::models {

inline const std::filesystem::path kModelData =
    std::filesystem::path(CADFORGE_TEST_DATA) / "models";
constexpr int kGoldenSequences = 6;

struct GoldenModel {
  std::unique_ptr<Qwen35Model> model =
      Qwen35Model::load(kModelData / "base", {"cpu", "float32", false});
  std::unique_ptr<LoraAdapter> adapter = LoraAdapter::load(*model, kModelData / "adapter");
  SafetensorsFile goldens{kModelData / "goldens.safetensors"};

  std::vector<std::int64_t> ids(int i) const {
    const at::Tensor t = goldens.tensor("ids." + std::to_string(i));
    return {t.data_ptr<std::int64_t>(), t.data_ptr<std::int64_t>() + t.numel()};
  }
  at::Tensor logits(const at::Tensor& hidden) const { return hidden.matmul(model->head().t()); }
};

inline double largest(const at::Tensor& a, const at::Tensor& b) {
  return (a - b).abs().max().item<double>();
}

/// Equal up to float32's rounding. Transformers' own float32 and float64 runs differ by up to 1e-4
/// at single positions, and by a hundredth of that on average. Single positions of these models
/// amplify it twenty-fold, and which of them depends on the processor's kernels: seen were 4e-5 at
/// most on one and 5.5e-4 on another, with a root mean square of 2.4e-5. So the mean is held
/// tightly and the largest loosely.
inline bool close(const at::Tensor& a, const at::Tensor& b) {
  return largest(a, b) < 1.5e-3 && (a - b).square().mean().sqrt().item<double>() < 5e-5;
}

inline PackedBatch pack(const std::vector<std::vector<std::int64_t>>& sequences) {
  PackedBatch batch;
  for (const auto& sequence : sequences) batch.add(sequence);
  return batch;
}

/// An empty folder below the process's temporary one.
inline std::filesystem::path fresh_folder(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path() / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace cadforge::models
