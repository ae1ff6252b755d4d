#include "models/generation/state_cache.h"

#include <ATen/ATen.h>

#include "models/generation/state_cache_layers.h"

namespace cadforge::models {

StateCache::StateCache(const Qwen35Config& config, std::int64_t slots, std::int64_t capacity,
                       const at::Tensor& like)
    : layers_(std::make_unique<Layers>()) {
  const auto options = like.options().requires_grad(false);
  const auto channels = 2 * config.linear_key_heads * config.linear_key_dim +
                        config.linear_value_heads * config.linear_value_dim;
  Layers& layers = *layers_;
  layers.lengths.assign(slots, 0);
  layers.capacity = capacity;
  for (const auto type : config.layers) {
    const bool full = type == LayerType::kFullAttention;
    const auto kv = [&] {
      return full ? at::zeros({slots, config.num_kv_heads, capacity, config.head_dim}, options)
                  : at::Tensor();
    };
    layers.keys.push_back(kv());
    layers.values.push_back(kv());
    layers.conv_tails.push_back(
        full ? at::Tensor() : at::zeros({slots, config.conv_kernel - 1, channels}, options));
    layers.delta_states.push_back(
        full ? at::Tensor()
             : at::zeros({slots, config.linear_value_heads, config.linear_key_dim,
                          config.linear_value_dim},
                         options.dtype(at::kFloat)));
  }
}

StateCache::~StateCache() = default;

std::int64_t StateCache::slots() const { return static_cast<std::int64_t>(layers_->lengths.size()); }
std::int64_t StateCache::capacity() const { return layers_->capacity; }
std::int64_t StateCache::length(std::int64_t slot) const { return layers_->lengths.at(slot); }
StateCache::Layers& StateCache::layers() { return *layers_; }

void StateCache::empty(std::int64_t slot) { layers_->lengths.at(slot) = 0; }

void StateCache::reset(std::int64_t slot) {
  empty(slot);
  for (auto* states : {&layers_->conv_tails, &layers_->delta_states}) {
    for (auto& tensor : *states) {
      if (tensor.defined()) tensor.select(0, slot).zero_();
    }
  }
}

void StateCache::fork(std::int64_t from, std::int64_t to) {
  const auto length = layers_->lengths.at(from);
  layers_->lengths.at(to) = length;
  for (auto* states : {&layers_->conv_tails, &layers_->delta_states}) {
    for (auto& tensor : *states) {
      if (tensor.defined()) tensor.select(0, to).copy_(tensor.select(0, from));
    }
  }
  for (auto* cache : {&layers_->keys, &layers_->values}) {
    for (auto& tensor : *cache) {
      if (!tensor.defined()) continue;
      tensor.select(0, to).narrow(1, 0, length).copy_(tensor.select(0, from).narrow(1, 0, length));
    }
  }
}

}  // namespace cadforge::models
