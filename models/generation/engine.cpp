#include "models/generation/engine.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "models/generation/state_cache.h"
#include "models/ops/sampling.h"
#include "models/qwen35/model.h"

namespace cadforge::models {
namespace {

// How many rows of a decode batch run together. A row's result must not depend on how many others
// run, but a GEMM may sum differently for another number of rows or at another place among them:
// MKL's AVX2 kernel takes six rows at a time and sums a rest of fewer otherwise, its AVX-512 kernel
// does so with fewer than 16, and threads divide other numbers of rows in other ways. So on a CPU
// all float32 blocks have one size, which leaves no rest to one, two or four threads. A GPU, and a
// CPU in lower precision, gets whole batches, rounded up to few shapes.
constexpr std::int64_t kCpuRows = 24;

std::int64_t block_rows(bool fixed, std::int64_t running) {
  return fixed ? kCpuRows : (running + 7) / 8 * 8;
}

// A model of which two threads compute one block no sooner than one does: waking the other takes
// longer than its share of a GEMM. Its blocks take a thread each.
constexpr std::int64_t kSmallModel = 20'000'000;  // parameters

bool is_small(const Qwen35Model& model) {
  std::int64_t parameters = 0;
  for (const auto& [_, tensor] : model.named_parameters()) parameters += tensor.numel();
  return parameters <= kSmallModel;
}

// Sequences running[first] to running[first + count].
struct Block {
  std::int64_t first, count;
};

// Below this, logits divided by the temperature leave float32's range.
constexpr double kLeastTemperature = 1e-4;

template <class Expected, class Got>
void require(bool holds, const GenerationRequest& request, std::string_view name,
             const Expected& expected, const Got& got) {
  if (holds) return;
  throw std::invalid_argument(
      fmt::format("request {}: {}: expected {}, got {}", request.id, name, expected, got));
}

void check(const GenerationRequest& request, std::int64_t capacity, std::int64_t vocabulary) {
  const auto length = static_cast<std::int64_t>(request.prompt.size());
  require(length > 0, request, "prompt", "at least 1 token", 0);
  require(request.max_new_tokens > 0, request, "max_new_tokens", "1 or more",
          request.max_new_tokens);
  require(length + request.max_new_tokens <= capacity, request, "prompt and max_new_tokens",
          fmt::format("at most the {} tokens of a slot", capacity),
          fmt::format("{} + {}", length, request.max_new_tokens));
  require(request.samples > 0, request, "samples", "1 or more", request.samples);
  require(request.temperature == 0 ||
              (request.temperature >= kLeastTemperature && std::isfinite(request.temperature)),
          request, "temperature", fmt::format("0, or {} or more", kLeastTemperature),
          request.temperature);
  require(request.top_k >= 0, request, "top_k", "0 or more", request.top_k);
  require(request.top_p >= 0 && request.top_p <= 1, request, "top_p", "0 to 1", request.top_p);
  for (std::int64_t i = 0; i < length; ++i) {
    const auto id = request.prompt[i];
    if (id >= 0 && id < vocabulary) continue;
    require(false, request, fmt::format("prompt[{}]", i),
            fmt::format("an id of the vocabulary of {}", vocabulary), id);
  }
}

/// A queued request whose samples are being admitted.
struct Group {
  std::shared_ptr<const GenerationRequest> request;
  int admitted = 0;
  std::int64_t prompt_slot =
      -1;                    ///< holds the prefilled prompt from the first admission to the last
  at::Tensor prompt_logits;  ///< (1, V): what every sample's first token is drawn from
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
  bool fixed_rows, small;
  StateCache cache;  // after options.slots come those of nobody, which fill up the last block
  std::deque<Group> queue;
  std::vector<Sequence> running;
  std::vector<std::int64_t> free_slots;

  // Two slots at least: a prompt waits in one while its samples pass through the other.
  Impl(const Qwen35Model& m, const EngineOptions& o)
      : model(m),
        options{std::max<std::int64_t>(o.slots, 2), o.capacity},
        fixed_rows{m.head().is_cpu() && m.head().scalar_type() == at::kFloat},
        small{fixed_rows && is_small(m)},
        cache(m.config(), options.slots + (fixed_rows ? kCpuRows : 8) - 1, o.capacity, m.head()) {
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
  void take_tokens(std::size_t first, const at::Tensor& rows_logits,
                   std::vector<Completion>& done) {
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

  std::vector<Block> blocks() const {
    const auto count = static_cast<std::int64_t>(running.size());
    const auto most = block_rows(fixed_rows, count);
    std::vector<Block> parts;
    for (std::int64_t first = 0; first < count; first += most) {
      parts.push_back({first, std::min(most, count - first)});
    }
    return parts;
  }

  at::Tensor decode_block(const Block& block, const LoraAdapter* adapter) {
    const auto rows = block_rows(fixed_rows, block.count);
    std::vector<std::int64_t> slots, tokens;
    for (auto row = block.first; row < block.first + block.count; ++row) {
      slots.push_back(running[row].slot);
      tokens.push_back(running[row].completion.ids.back());
    }
    for (auto spare = options.slots; static_cast<std::int64_t>(slots.size()) < rows; ++spare) {
      cache.empty(spare);
      slots.push_back(spare);
      tokens.push_back(0);
    }
    const at::Tensor input = at::tensor(tokens, at::kLong).to(model.head().device());
    return logits(model.step(input, slots, cache, adapter)).narrow(0, 0, block.count);
  }

  void decode(const LoraAdapter* adapter, std::vector<Completion>& done) {
    const auto parts = blocks();
    const auto count = static_cast<std::int64_t>(parts.size());
    std::vector<at::Tensor> rows(parts.size());
    const auto run = [&](std::int64_t begin, std::int64_t end) {
      at::NoGradGuard no_grad;  // each thread's own
      for (auto i = begin; i < end; ++i) rows[i] = decode_block(parts[i], adapter);
    };
    if (small) {
      // Two at least: within a parallel region, and only there, a GEMM keeps to its own thread.
      at::parallel_for(
          0, std::max<std::int64_t>(count, 2), 1,
          [&](std::int64_t begin, std::int64_t end) { run(begin, std::min(end, count)); });
    } else {
      run(0, count);
    }
    take_tokens(0, count == 1 ? rows[0] : at::cat(rows), done);
  }
};

Engine::Engine(const Qwen35Model& model, const EngineOptions& options) {
  if (options.slots <= 0 || options.capacity <= 0) {
    throw std::invalid_argument(
        fmt::format("engine: expected positive slots and capacity, got {}, {}", options.slots,
                    options.capacity));
  }
  impl_ = std::make_unique<Impl>(model, options);
}

Engine::~Engine() = default;

void Engine::add(const GenerationRequest& request) {
  check(request, impl_->options.capacity, impl_->model.config().vocab_size);
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
