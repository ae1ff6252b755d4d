// What a model takes in memory, from its configuration alone.
#pragma once

#include <cstdint>
#include <vector>

#include "models/lora/lora_options.h"
#include "models/qwen35/config.h"

namespace cadforge::models {

struct ModelFootprint {
  std::int64_t parameters = 0;        ///< the embedding once where it is also the head
  std::int64_t weight_bytes = 0;      ///< in `element_bytes`, but A_log and the delta norms in fp32
  std::int64_t kv_bytes_a_token = 0;  ///< keys and values of the full-attention layers, one slot
  std::int64_t state_bytes_a_slot = 0;  ///< delta-rule states (fp32) and convolution tails
  /// What one token leaves for the backward pass, about: all layers, or with recomputation every
  /// layer's input and the inside of one layer.
  std::int64_t activation_bytes_a_token = 0, recomputed_bytes_a_token = 0;
  std::int64_t logit_bytes = 0;  ///< of the chunked log-probability: three chunks of fp32 logits
};

/// `element_bytes`: 2 for bfloat16 and float16, 4 for float32.
ModelFootprint footprint(const Qwen35Config& config, std::int64_t element_bytes);

/// Trainable numbers of an adapter. Throws as match_targets.
std::int64_t adapter_parameters(const Qwen35Config& config, const LoraOptions& options);

}  // namespace cadforge::models
