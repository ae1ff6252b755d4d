#include "models/generation/engine.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <stdexcept>

#include "models/generation/state_cache.h"
#include "models/ops/sampling.h"
#include "models/qwen35/model.h"

namespace cadforge::models {
namespace {

// Decode batches are rounded up to this many rows, with slots of nobody, so that a row's GEMM result does not
// depend on how many others run.
constexpr std::int64_t kRowMultiple = 8;

/// A queued request whose samples are being admitted.
struct Group {
  std::shared_ptr<const GenerationRequest> request;
  int admitted = 0;
  std::int64_t prompt_slot = -1;  ///< holds the prefilled prompt from the first admission to the last
  at::Tensor prompt_logits;       ///< (1, V): what every sample's first token is drawn from
};

/// A sample being decoded.
struct Sequence {
  std::shared_ptr<const GenerationRequest> request;
  std::int64_t slot = -1;
  std::array<std::uint32_t, 2> stream{};
  Completion completion;

  SampleRow row() const {
    return {stream, static_cast<std::uint32_t>(completion.ids.size()), request->temperature,
            request->top_k, request->top_p};
  }
};

}  // namespace

struct Engine::Impl {
  const Qwen35Model& model;
  EngineOptions options;
  StateCache cache;
  std::deque<Group> queue;
  std::vector<Sequence> running;
  std::vector<std::int64_t> free_slots;

  // Two slots at least: a prompt waits in one while its samples pass through the other.
  Impl(const Qwen35Model& m, const EngineOptions& o)
      : model(m),
        options{std::max<std::int64_t>(o.slots, 2), o.capacity},
        cache(m.config(), options.slots + kRowMultiple - 1, o.capacity, m.head()) {
    for (auto slot = options.slots; slot-- > 0;) free_slots.push_back(slot);
  }

  at::Tensor logits(const at::Tensor& hidden) const {
    return hidden.matmul(model.head().detach().t()).to(at::kFloat);
  }

  std::int64_t take_slot() {
    const auto slot = free_slots.back();
    free_slots.pop_back();
    return slot;
  }

  void release(std::int64_t slot) {
    cache.reset(slot);
    free_slots.push_back(slot);
  }

  void prefill(Group& group, const LoraAdapter* adapter) {
    group.prompt_slot = take_slot();
    group.prompt_logits =
        logits(model.extend(group.request->prompt, group.prompt_slot, cache, adapter));
  }

  // The last sample decodes in the prompt's own slot; the others in copies of it.
  void admit_sample(Group& group) {
    const bool last = group.admitted + 1 == group.request->samples;
    const auto slot = last ? group.prompt_slot : take_slot();
    if (!last) cache.fork(group.prompt_slot, slot);
    Sequence sequence;
    sequence.request = group.request;
    sequence.slot = slot;
    const auto& key = group.request->key;
    const int sample = group.request->first_sample + group.admitted;
    sequence.stream = sample_stream(key.seed, key.step, key.prompt, sample);
    sequence.completion.id = group.request->id;
    sequence.completion.sample = sample;
    running.push_back(std::move(sequence));
    ++group.admitted;
  }

  // Takes in as many samples as there are slots and draws their first tokens.
  void admit(const LoraAdapter* adapter, std::vector<Completion>& done) {
    const auto before = running.size();
    std::vector<at::Tensor> first_logits;
    while (!queue.empty() && (!free_slots.empty() || can_finish_front())) {
      Group& group = queue.front();
      if (group.prompt_slot < 0) prefill(group, adapter);
      while (group.admitted < group.request->samples &&
             (!free_slots.empty() || group.admitted + 1 == group.request->samples)) {
        admit_sample(group);
        first_logits.push_back(group.prompt_logits);
      }
      if (group.admitted < group.request->samples) break;
      queue.pop_front();
    }
    if (!first_logits.empty()) take_tokens(before, at::cat(first_logits), done);
  }

  // With no free slot, only the sample that decodes in the prompt's own slot can still be admitted.
  bool can_finish_front() const {
    const Group& group = queue.front();
    return group.prompt_slot >= 0 && group.admitted + 1 == group.request->samples;
  }

  // Draws a token for running[first...] and moves what has ended to `done`.
  void take_tokens(std::size_t first, const at::Tensor& rows_logits, std::vector<Completion>& done) {
    std::vector<SampleRow> rows;
    for (auto i = first; i < running.size(); ++i) rows.push_back(running[i].row());
    const DrawnTokens drawn = draw_tokens(rows_logits, rows);
    auto kept = first;
    for (auto i = first; i < running.size(); ++i) {
      Sequence& sequence = running[i];
      sequence.completion.ids.push_back(drawn.tokens[i - first]);
      sequence.completion.logprobs.push_back(drawn.logprobs[i - first]);
      if (ended(sequence)) {
        release(sequence.slot);
        done.push_back(std::move(sequence.completion));
      } else {
        if (kept != i) running[kept] = std::move(sequence);
        ++kept;
      }
    }
    running.resize(kept);
  }

  static bool ended(Sequence& sequence) {
    const auto& stops = sequence.request->stop_tokens;
    const auto& ids = sequence.completion.ids;
    if (std::find(stops.begin(), stops.end(), ids.back()) != stops.end()) {
      sequence.completion.finish = FinishReason::kStop;
      return true;
    }
    sequence.completion.finish = FinishReason::kLength;
    return static_cast<int>(ids.size()) >= sequence.request->max_new_tokens;
  }

  void decode(const LoraAdapter* adapter, std::vector<Completion>& done) {
    std::vector<std::int64_t> slots, tokens;
    for (const auto& sequence : running) {
      slots.push_back(sequence.slot);
      tokens.push_back(sequence.completion.ids.back());
    }
    const auto rows = static_cast<std::int64_t>(slots.size());
    for (auto spare = options.slots; slots.size() % kRowMultiple != 0; ++spare) {
      cache.reset(spare);
      slots.push_back(spare);
      tokens.push_back(0);
    }
    const at::Tensor input = at::tensor(tokens, at::kLong).to(model.head().device());
    const at::Tensor all = logits(model.step(input, slots, cache, adapter));
    take_tokens(0, all.narrow(0, 0, rows), done);
  }
};

Engine::Engine(const Qwen35Model& model, const EngineOptions& options) {
  if (options.slots <= 0 || options.capacity <= 0) {
    throw std::invalid_argument(fmt::format("engine: expected positive slots and capacity, got {}, {}",
                                            options.slots, options.capacity));
  }
  impl_ = std::make_unique<Impl>(model, options);
}

Engine::~Engine() = default;

void Engine::add(const GenerationRequest& request) {
  const auto needed = static_cast<std::int64_t>(request.prompt.size()) + request.max_new_tokens;
  if (request.prompt.empty() || request.max_new_tokens <= 0 || request.samples <= 0) {
    throw std::invalid_argument(
        fmt::format("request {}: expected a prompt, max_new_tokens and samples, got {} tokens, {}, {}",
                    request.id, request.prompt.size(), request.max_new_tokens, request.samples));
  }
  if (needed > impl_->options.capacity) {
    throw std::invalid_argument(fmt::format(
        "request {}: a prompt of {} tokens and {} new ones exceed the {} a slot holds", request.id,
        request.prompt.size(), request.max_new_tokens, impl_->options.capacity));
  }
  for (const auto id : request.prompt) {
    if (id < 0 || id >= impl_->model.config().vocab_size) {
      throw std::invalid_argument(fmt::format("request {}: token {} is outside the vocabulary of {}",
                                              request.id, id, impl_->model.config().vocab_size));
    }
  }
  impl_->queue.push_back({std::make_shared<const GenerationRequest>(request), 0, -1, {}});
}

std::vector<Completion> Engine::step(const LoraAdapter* adapter) {
  at::NoGradGuard no_grad;
  std::vector<Completion> done;
  impl_->admit(adapter, done);
  if (!impl_->running.empty()) impl_->decode(adapter, done);
  return done;
}

void Engine::cancel(std::uint64_t id) {
  auto& queue = impl_->queue;
  for (auto entry = queue.begin(); entry != queue.end();) {
    if (entry->request->id != id) {
      ++entry;
      continue;
    }
    if (entry->prompt_slot >= 0) impl_->release(entry->prompt_slot);
    entry = queue.erase(entry);
  }
  std::erase_if(impl_->running, [&](const Sequence& sequence) {
    if (sequence.completion.id != id) return false;
    impl_->release(sequence.slot);
    return true;
  });
}

bool Engine::idle() const { return impl_->queue.empty() && impl_->running.empty(); }

std::int64_t Engine::running() const { return static_cast<std::int64_t>(impl_->running.size()); }

}  // namespace cadforge::models
