#include "models/qwen35/footprint.h"

#include <ATen/ATen.h>

#include <algorithm>

#include "models/qwen35/weights.h"

namespace cadforge::models {
namespace {

constexpr std::int64_t kFloatBytes = 4, kChunk = 64, kLogitRows = 96;

// Numbers that autograd keeps for one token, counted off the operators: those in the weights' dtype
// and those that are fp32 whatever the weights are.
struct Kept {
  std::int64_t elements = 0, floats = 0;

  std::int64_t bytes(std::int64_t element_bytes) const {
    return elements * element_bytes + floats * kFloatBytes;
  }
};

Kept norms_and_mlp(const Qwen35Config& c) {
  // Two norms keep their fp32 input, its square's root's factor and the product; SwiGLU keeps gate,
  // silu, up and the product.
  return {4 * c.hidden_size + 4 * c.intermediate_size, 6 * c.hidden_size};
}

Kept full_attention(const Qwen35Config& c) {
  const auto q = c.num_heads * c.head_dim, kv = c.num_kv_heads * c.head_dim;
  return {7 * q + 6 * kv, 2 * q + 2 * kv};
}

Kept delta_rule(const Qwen35Config& c) {
  const auto keys = c.linear_key_heads * c.linear_key_dim;
  const auto values = c.linear_value_heads * c.linear_value_dim;
  const auto spread_keys = c.linear_value_heads * c.linear_key_dim;
  // Chunk matrices of 64 numbers a token and head: differences, decay, system, scores.
  return {5 * (2 * keys + values) + 3 * values,
          6 * keys + 6 * spread_keys + 7 * values + 7 * kChunk * c.linear_value_heads};
}

}  // namespace

ModelFootprint footprint(const Qwen35Config& c, std::int64_t element_bytes) {
  ModelFootprint result;
  ModelWeights weights;
  for (const auto& slot : weight_slots(c, weights)) {
    const auto count = c10::multiply_integers(slot.shape);
    result.parameters += count;
    result.weight_bytes += count * (stays_float(slot.name) ? kFloatBytes : element_bytes);
  }
  std::int64_t largest = 0;
  for (const auto type : c.layers) {
    const bool full = type == LayerType::kFullAttention;
    if (full) {
      result.kv_bytes_a_token += 2 * c.num_kv_heads * c.head_dim * element_bytes;
    } else {
      const auto channels =
          2 * c.linear_key_heads * c.linear_key_dim + c.linear_value_heads * c.linear_value_dim;
      result.state_bytes_a_slot +=
          c.linear_value_heads * c.linear_key_dim * c.linear_value_dim * kFloatBytes +
          (c.conv_kernel - 1) * channels * element_bytes;
    }
    const auto layer = norms_and_mlp(c).bytes(element_bytes) +
                       (full ? full_attention(c) : delta_rule(c)).bytes(element_bytes);
    result.activation_bytes_a_token += layer;
    largest = std::max(largest, layer);
  }
  result.recomputed_bytes_a_token =
      largest + static_cast<std::int64_t>(c.layers.size()) * c.hidden_size * element_bytes;
  result.logit_bytes = 3 * kLogitRows * c.vocab_size * kFloatBytes;
  return result;
}

std::int64_t adapter_parameters(const Qwen35Config& c, const LoraOptions& options) {
  ModelWeights weights;
  std::vector<std::string> paths;
  std::vector<std::int64_t> features;
  for (const auto& slot : weight_slots(c, weights)) {
    if (!slot.linear) continue;
    paths.push_back(slot.name.substr(0, slot.name.size() - std::string(".weight").size()));
    features.push_back(slot.shape[0] + slot.shape[1]);
  }
  std::int64_t count = 0;
  for (const auto& target : match_targets(paths, options).modules) {
    count += target.rank * features[static_cast<std::size_t>(target.module)];
  }
  return count;
}

}  // namespace cadforge::models
