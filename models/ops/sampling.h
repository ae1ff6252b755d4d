// Drawing tokens from logits with counter-based noise.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/torch_forward.h"

namespace cadforge::models {

/// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC'11): four random
/// words that are a pure function of counter and key.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key);

/// One row to draw. `stream` names the sequence (see sample_stream), `position` the token in it.
struct SampleRow {
  std::array<std::uint32_t, 2> stream{};
  std::uint32_t position = 0;
  double temperature = 1;
  int top_k = 0;
  double top_p = 1;
};

/// The noise stream of one sample: a function of the run's seed, step, prompt and sample index
/// alone.
std::array<std::uint32_t, 2> sample_stream(std::uint64_t seed, std::uint32_t step,
                                           std::uint32_t prompt, std::uint32_t sample);

struct DrawnTokens {
  std::vector<std::int64_t> tokens;
  std::vector<float> logprobs;  ///< of the tempered full softmax; at temperature 1 where it is 0
};

/// logits (B, V) fp32, one SampleRow each: argmax of logits / temperature + Gumbel noise, which is
/// a draw from the tempered softmax. Temperature 0 takes the argmax, the lowest id on ties. top_k
/// and top_p (of the mass that top_k leaves, as in transformers) restrict what may be drawn, never
/// the log-probability reported.
DrawnTokens draw_tokens(const at::Tensor& logits, const std::vector<SampleRow>& rows);

}  // namespace cadforge::models
