// Batched generation over fixed slots: requests are added and finish at any step.
//
// A sample depends on (seed, step, prompt, sample index, position) and the weights only, never on
// what else is in the batch: noise comes from Philox4x32-10 counters and the token is the Gumbel
// argmax. On a CPU, decode batches run in blocks of one size, within which a row of a float32 GEMM
// is the same bits whatever its place.
//
// Not thread-safe: one thread drives an engine.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace cadforge::models {

class Qwen35Model;
class LoraAdapter;

/// What a sample's randomness is a function of (with the sample index and the position).
struct SampleKey {
  std::uint64_t seed = 0;
  std::uint32_t step = 0;
  std::uint32_t prompt = 0;
};

enum class FinishReason { kStop, kLength };

struct GenerationRequest {
  std::uint64_t id = 0;
  std::vector<std::int64_t> prompt;  ///< at least one token
  int samples = 1;                   ///< the prompt is prefilled once and forked
  int first_sample = 0;              ///< index of the first sample, for the randomness
  int max_new_tokens = 256;
  double temperature = 1.0;  ///< 0: argmax, the lowest id on ties
  int top_k = 0;             ///< 0: off (training refuses it)
  double top_p = 1.0;
  std::vector<std::int64_t> stop_tokens;  ///< empty: runs to max_new_tokens
  SampleKey key;
};

struct Completion {
  std::uint64_t id = 0;
  int sample = 0;
  std::vector<std::int64_t> ids;  ///< the stop token included
  std::vector<float> logprobs;  ///< natural log of the tempered full softmax (temperature 0: at 1)
  FinishReason finish = FinishReason::kStop;
};

struct EngineOptions {
  std::int64_t slots = 64;
  std::int64_t capacity = 1024;  ///< tokens a slot can hold, prompt + completion
};

class Engine {
 public:
  Engine(const Qwen35Model& model, const EngineOptions& options);
  ~Engine();

  /// Queues a request. Throws std::invalid_argument naming the field, expected and got, where
  /// prompt + max_new_tokens exceed the capacity, the prompt is empty or holds an id outside the
  /// vocabulary, or a number is out of its range.
  void add(const GenerationRequest& request);
  /// Admits what fits, decodes one token for every running sequence, returns those that ended.
  /// `adapter` may be null and must not change while sequences run.
  std::vector<Completion> step(const LoraAdapter* adapter);
  /// Ends a sample without a completion. Unknown ids are ignored.
  void cancel(std::uint64_t id);
  bool idle() const;             ///< nothing queued, nothing running
  std::int64_t running() const;  ///< sequences in the batch

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace cadforge::models
