// Per-sequence memory of the decoder in fixed slots: KV cache of the full-attention layers, delta-rule state
// (fp32) and convolution tail of the linear ones. Allocated once; nothing is allocated per sequence.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/qwen35/config.h"
#include "models/torch_forward.h"

namespace cadforge::models {

class StateCache {
 public:
  /// `capacity`: tokens a slot can hold (prompt + completion). `device`, `dtype` as the model's.
  StateCache(const Qwen35Config& config, std::int64_t slots, std::int64_t capacity,
             const at::Tensor& like);
  ~StateCache();

  std::int64_t slots() const;
  std::int64_t capacity() const;
  std::int64_t length(std::int64_t slot) const;  ///< tokens held
  void reset(std::int64_t slot);
  /// No tokens, but the layers' states as they are: for a slot whose sequence nobody reads.
  void empty(std::int64_t slot);
  void fork(std::int64_t from, std::int64_t to);  ///< copies one slot's whole state

  /// The layers' tensors, for the model's own use; shapes in state_cache.cpp.
  struct Layers;
  Layers& layers();

 private:
  std::unique_ptr<Layers> layers_;
};

}  // namespace cadforge::models
