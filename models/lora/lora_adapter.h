// LoRA on any linear of the model: y = W x + (alpha / r) B (A x), never merged in memory.
//
// All A and B are views of one flat fp32 buffer (one Adam state, one all-reduce, one checkpoint
// tensor).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/lora/lora_options.h"
#include "models/torch_forward.h"

namespace cadforge::models {

class Qwen35Model;

/// What one token's dropout mask is drawn from: its sequence's stream and its place in it.
struct DropoutRow {
  std::array<std::uint32_t, 2> stream{};
  std::uint32_t position = 0;
};

class LoraAdapter {
 public:
  /// A ~ U(-1/sqrt(in), 1/sqrt(in)) by a counter-based draw of `seed`, B = 0: as PEFT's default.
  /// Throws std::invalid_argument naming a target or pattern that matches no module.
  static std::unique_ptr<LoraAdapter> create(const Qwen35Model& model, const LoraOptions& options,
                                             std::uint64_t seed);
  LoraAdapter(const LoraAdapter&) = delete;
  LoraAdapter& operator=(const LoraAdapter&) = delete;
  /// Reads adapter_config.json + adapter_model.safetensors as PEFT writes them, from either key
  /// layout (text-only or under language_model). Throws std::invalid_argument naming a missing,
  /// extra or wrongly shaped tensor, expected and got, or a PEFT feature that is not implemented.
  /// Factors on the vision tower are skipped and counted in the log.
  static std::unique_ptr<LoraAdapter> load(const Qwen35Model& model,
                                           const std::filesystem::path& folder);
  /// Writes the two files beside and renames: PEFT's PeftModel.from_pretrained loads them.
  void save(const std::filesystem::path& folder, const std::string& base_model) const;
  ~LoraAdapter();

  /// All factors, flat (elements) fp32, on the model's device: what the optimiser steps and a
  /// checkpoint holds. Each A and B is a leaf that shares this storage.
  const at::Tensor& parameters() const;
  /// Their gradient, flat (elements) fp32: backward passes add into it; zero it in place.
  const at::Tensor& gradients() const;
  const LoraOptions& options() const;
  /// "q_proj: 2 modules" lines for the log: targets with how many modules each matched.
  std::vector<std::string> target_counts() const;

  /// Low-rank part of module number `module` (see Qwen35Model::linear_modules): adds it to `y` (N,
  /// out) from x (N, in) and returns the sum; returns `y` where the module is not targeted.
  /// Differentiable. `dropout` points to one entry a row, or is null for none.
  at::Tensor apply(std::int64_t module, const at::Tensor& x, const at::Tensor& y,
                   const DropoutRow* dropout = nullptr) const;
  bool is_targeted(std::int64_t module) const;
  /// What merging adds to a targeted module's weight: scale * B A (out, in) fp32.
  at::Tensor weight_delta(std::int64_t module) const;

 private:
  struct Impl;
  explicit LoraAdapter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace cadforge::models
