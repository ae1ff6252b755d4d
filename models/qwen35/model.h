// Qwen3.5's text model: hybrid of Gated DeltaNet and gated full attention. Tokens in, hidden states
// out.
//
// There is no padding anywhere: sequences are packed end to end and `cu_seqlens` says where each
// begins.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/qwen35/config.h"
#include "models/torch_forward.h"

namespace cadforge::models {

class LoraAdapter;
class StateCache;

/// Sequences end to end. cu_seqlens has one more entry than there are sequences: 0 first,
/// tokens.size() last.
struct PackedBatch {
  std::vector<std::int64_t> tokens;
  std::vector<std::int64_t> cu_seqlens{0};
  /// One a sequence: what its adapter's dropout is drawn from (sample_stream). Empty: no dropout.
  std::vector<std::array<std::uint32_t, 2>> dropout_streams;

  void add(const std::vector<std::int64_t>& sequence);
};

struct LoadOptions {
  std::string device = "auto";  ///< "cpu", "cuda", "cuda:N"; auto: CUDA where there is one
  /// "float32", "bfloat16", "float16"; auto: the checkpoint's, but float32 on a CPU while that
  /// takes less than 1 GB. Weights that keep the checkpoint's dtype on a CPU stay in the mapped
  /// file.
  std::string dtype = "auto";
  bool train_all = false;  ///< every parameter is a leaf that requires grad
};

class Qwen35Model {
 public:
  /// Loads a Hugging Face folder (memory-mapped safetensors, single or sharded; `model.*` or
  /// `model.language_model.*`; vision and mtp tensors skipped and counted in the log). Throws
  /// std::invalid_argument naming a missing, extra, wrongly shaped or truncated tensor, expected
  /// and got.
  static std::unique_ptr<Qwen35Model> load(const std::filesystem::path& folder,
                                           const LoadOptions& options);
  /// Random weights (normal, 0.02), for pre-training from nothing and for benches.
  static std::unique_ptr<Qwen35Model> random(const Qwen35Config& config, std::uint64_t seed,
                                             const LoadOptions& options);
  /// Writes config.json and the weights so that transformers loads them. `dtype` of the file:
  /// "float32", "bfloat16" or "float16" (A_log and linear_attn.norm.weight stay float32, as
  /// published).
  void save(const std::filesystem::path& folder, const std::string& dtype) const;
  ~Qwen35Model();

  const Qwen35Config& config() const;

  /// Training and scoring pass: (T) tokens -> (T, hidden) after the final norm, with autograd where
  /// gradient mode is on. `adapter` may be null. `recompute` keeps only each layer's input and runs
  /// the layer again in the backward pass; it changes no loss and no gradient. On a CPU a
  /// sequence's rows are the same bits alone and packed with others.
  at::Tensor forward(const PackedBatch& batch, const LoraAdapter* adapter,
                     bool recompute = false) const;

  /// Runs `tokens` (at least one) on top of what `slot` already holds; returns the last token's
  /// hidden state (1, hidden). No gradient. The prompt's prefill, and a repair turn's observation.
  at::Tensor extend(const std::vector<std::int64_t>& tokens, std::int64_t slot, StateCache& cache,
                    const LoraAdapter* adapter) const;
  /// One token for each of `slots` (all different): (B) int64 tokens -> (B, hidden). No gradient.
  at::Tensor step(const at::Tensor& tokens, const std::vector<std::int64_t>& slots,
                  StateCache& cache, const LoraAdapter* adapter) const;

  /// The output head's weight (vocab, hidden): the embedding where tied.
  const at::Tensor& head() const;
  /// Names with tensors, in file order ("model.layers.0.linear_attn.in_proj_qkv.weight", ...).
  std::vector<std::pair<std::string, at::Tensor>> named_parameters() const;
  /// Every linear but the head, by PEFT's module path ("model.layers.0.mlp.gate_proj"); the index
  /// is the module number LoraAdapter::apply takes. With (out, in) features.
  struct LinearModule {
    std::string path;
    std::int64_t out_features = 0, in_features = 0;
  };
  const std::vector<LinearModule>& linear_modules() const;

 private:
  struct Impl;
  explicit Qwen35Model(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace cadforge::models
