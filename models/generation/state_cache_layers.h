// What a StateCache holds for each layer. For the model's own use.
#pragma once

#include <ATen/core/TensorBody.h>

#include <cstdint>
#include <vector>

#include "models/generation/state_cache.h"

namespace cadforge::models {

/// One entry a layer; tensors of the other layer type are undefined.
struct StateCache::Layers {
  std::vector<at::Tensor> keys, values;      ///< (slots, kv heads, capacity, head dim), keys after RoPE
  std::vector<at::Tensor> conv_tails;        ///< (slots, kernel - 1, channels): inputs of the convolution
  std::vector<at::Tensor> delta_states;      ///< (slots, value heads, key dim, value dim) fp32
  std::vector<std::int64_t> lengths;         ///< tokens held, a slot
  std::int64_t capacity = 0;
};

}  // namespace cadforge::models
