// Log-probability and entropy of given tokens without ever holding all logits.
#pragma once

#include <cstdint>

#include "models/torch_forward.h"

namespace cadforge::models {

struct TokenLogprobs;  // defined below, where ATen is complete

/// hidden (N, H), head (V, H), targets (N) int64 -> log softmax(hidden head^T /
/// temperature)[target] and the entropy of the same distribution, both (N) fp32 in natural log.
/// Differentiable in hidden and head through the log-probabilities; the entropy carries no
/// gradient. Rows are handled `chunk_rows` at a time: at most chunk_rows x V logits (and two
/// copies) live at once, in the forward and in the backward pass. On a CPU the last chunk is filled
/// up, so that a row's result is the same bits wherever it lies and whatever its neighbours are.
TokenLogprobs token_logprob(const at::Tensor& hidden, const at::Tensor& head,
                            const at::Tensor& targets, double temperature,
                            std::int64_t chunk_rows = 96);

}  // namespace cadforge::models

#include <ATen/core/TensorBody.h>

namespace cadforge::models {
struct TokenLogprobs {
  at::Tensor logprob;  ///< (N) fp32
  at::Tensor entropy;  ///< (N) fp32, no gradient
};
}  // namespace cadforge::models
