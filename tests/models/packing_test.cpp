// What must change no bit: neighbours in a packed batch, and recomputation in the backward pass.
#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <catch2/catch.hpp>
#include <numeric>

#include "models/model_fixture.h"
#include "models/ops/sampling.h"
#include "models/ops/token_logprob.h"

namespace {

using namespace cadforge::models;
using Ids = std::vector<std::int64_t>;

// Around the chunk of 64, around registers of 8 and 16, and odd.
const std::vector<std::int64_t> kLengths = {63, 1, 130, 2, 64, 17, 65, 3, 129, 31, 127, 8, 128, 5};

std::vector<Ids> sequences() {
  std::vector<Ids> all;
  std::int64_t next = 7;
  for (const auto length : kLengths) {
    Ids ids;
    for (std::int64_t t = 0; t < length; ++t) ids.push_back(3 + (next = next * 31 % 10007) % 93);
    all.push_back(ids);
  }
  return all;
}

std::array<std::uint32_t, 2> stream_of(std::size_t sequence) {
  return sample_stream(5, 1, static_cast<std::uint32_t>(sequence), 0);
}

PackedBatch batch_of(const std::vector<Ids>& all, const std::vector<std::size_t>& chosen,
                     bool dropout) {
  PackedBatch batch;
  for (const auto s : chosen) {
    batch.add(all[s]);
    if (dropout) batch.dropout_streams.push_back(stream_of(s));
  }
  return batch;
}

struct Run {
  at::Tensor hidden, logprob, entropy;
};

Run run(const Qwen35Model& model, const LoraAdapter* adapter, const PackedBatch& batch,
        double temperature) {
  const at::Tensor hidden = model.forward(batch, adapter);
  const auto result =
      token_logprob(hidden, model.head(), at::tensor(batch.tokens, at::kLong), temperature);
  return {hidden.detach(), result.logprob.detach(), result.entropy};
}

std::unique_ptr<LoraAdapter> dropping_adapter(const Qwen35Model& model, std::uint64_t seed = 3) {
  LoraOptions options{4, 8, false, {"all-linear"}};
  options.dropout = 0.3;
  auto adapter = LoraAdapter::create(model, options, seed);
  adapter->parameters().normal_(0, 0.1, at::make_generator<at::CPUGeneratorImpl>(9));
  return adapter;
}

}  // namespace

TEST_CASE("a sequence is the same bits alone and packed, with and without a graph") {
  const auto* dtype = GENERATE("float32", "bfloat16", "float16");
  const bool graph = GENERATE(false, true), dropout = GENERATE(false, true);
  const int threads = GENERATE(1, 2, 3);
  CAPTURE(dtype, graph, dropout, threads);
  const int before = at::get_num_threads();
  at::set_num_threads(threads);
  const auto model = Qwen35Model::load(kModelData / "base", {"cpu", dtype, false});
  const auto adapter = dropping_adapter(*model);
  at::AutoGradMode mode(graph);
  const auto all = sequences();
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), 0);
  const Run packed = run(*model, adapter.get(), batch_of(all, order, dropout), 0.7);
  std::int64_t first = 0;
  for (const auto s : order) {
    const auto length = kLengths[s];
    CAPTURE(length);
    const Run alone = run(*model, adapter.get(), batch_of(all, {s}, dropout), 0.7);
    CHECK(at::equal(packed.hidden.narrow(0, first, length), alone.hidden));
    CHECK(at::equal(packed.logprob.narrow(0, first, length), alone.logprob));
    CHECK(at::equal(packed.entropy.narrow(0, first, length), alone.entropy));
    first += length;
  }
  at::set_num_threads(before);
}

TEST_CASE("the tiny model's sequences are the same bits alone and packed") {
  const auto model = Qwen35Model::load(std::filesystem::path(CADFORGE_SOURCE_DIR) / "models/tiny",
                                       {"cpu", "float32", false});
  at::AutoGradMode graph(GENERATE(false, true));
  const auto all = sequences();
  std::vector<std::size_t> order(all.size());
  std::iota(order.rbegin(), order.rend(), 0);
  const Run packed = run(*model, nullptr, batch_of(all, order, false), 1);
  std::int64_t first = 0;
  for (const auto s : order) {
    const Run alone = run(*model, nullptr, batch_of(all, {s}, false), 1);
    CHECK(at::equal(packed.logprob.narrow(0, first, kLengths[s]), alone.logprob));
    first += kLengths[s];
  }
}

TEST_CASE("recomputation changes no bit of loss and gradients") {
  const auto* dtype = GENERATE("float32", "bfloat16");
  const bool all_parameters = GENERATE(false, true);
  if (all_parameters && std::string(dtype) != "float32") return;  // training everything is float32
  CAPTURE(dtype, all_parameters);
  const auto model = Qwen35Model::load(kModelData / "base", {"cpu", dtype, all_parameters});
  const auto adapter = dropping_adapter(*model);
  const auto batch = batch_of(sequences(), {0, 1, 2, 3, 9}, true);
  const auto gradients = [&](bool recompute) {
    adapter->gradients().zero_();
    for (const auto& [name, parameter] : model->named_parameters()) {
      parameter.mutable_grad() = at::Tensor();
    }
    const at::Tensor hidden = model->forward(batch, adapter.get(), recompute);
    const auto result =
        token_logprob(hidden, model->head(), at::tensor(batch.tokens, at::kLong), 1);
    const at::Tensor loss = -result.logprob.mean();
    loss.backward();
    std::vector<at::Tensor> values = {loss.detach(), adapter->gradients().clone()};
    for (const auto& [name, parameter] : model->named_parameters()) {
      if (parameter.grad().defined()) values.push_back(parameter.grad().clone());
    }
    return values;
  };
  const auto kept = gradients(false), again = gradients(true);
  REQUIRE(kept.size() == again.size());
  CHECK(kept.size() == (all_parameters ? 2 + model->named_parameters().size() : 2));
  CHECK(kept[1].abs().max().item<float>() > 0);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    INFO("value " << i);
    CHECK(at::equal(kept[i], again[i]));
  }
}

TEST_CASE("dropout drops its share of the low-rank path's input and scales the rest") {
  const GoldenModel f;
  LoraOptions options{2, 2, false, {"down_proj"}};
  options.dropout = 0.2;
  const auto adapter = LoraAdapter::create(*f.model, options, 1);
  at::NoGradGuard no_grad;
  adapter->parameters().fill_(1);
  const auto& modules = f.model->linear_modules();
  std::int64_t module = 0;
  while (!adapter->is_targeted(module)) ++module;
  // With factors of ones every output is the scale 1 times rank 2 times the sum of what was kept.
  const std::int64_t rows = 400, columns = modules[module].in_features;
  std::vector<DropoutRow> places;
  for (std::int64_t t = 0; t < rows; ++t) places.push_back({{7, 8}, static_cast<std::uint32_t>(t)});
  const at::Tensor x = at::ones({rows, columns}),
                   y = at::zeros({rows, modules[module].out_features});
  const at::Tensor kept = adapter->apply(module, x, y, places.data()).select(1, 0) / 2 * 0.8;
  CHECK(largest(kept, kept.round()) < 1e-3);
  CHECK(kept.sum().item<double>() / static_cast<double>(rows * columns) ==
        Approx(0.8).margin(0.01));
  CHECK(at::equal(adapter->apply(module, x, y, places.data()),
                  adapter->apply(module, x, y, places.data())));
  CHECK(largest(adapter->apply(module, x, y), at::full_like(y, 2 * columns)) < 1e-3);

  // Another sequence, place or module draws anew.
  auto other = places;
  for (auto& place : other) place.stream[0] = 9;
  CHECK_FALSE(at::equal(adapter->apply(module, x, y, other.data()),
                        adapter->apply(module, x, y, places.data())));
  CHECK_FALSE(at::equal(kept[0], kept[1]));
}

TEST_CASE("dropout is drawn for sequences that bring a stream, and for all or none") {
  const GoldenModel f;
  const auto adapter = dropping_adapter(*f.model);
  at::NoGradGuard no_grad;
  const auto all = sequences();
  const at::Tensor off = f.model->forward(batch_of(all, {0}, false), adapter.get());
  const at::Tensor on = f.model->forward(batch_of(all, {0}, true), adapter.get());
  CHECK(largest(on, off) > 1e-3);
  auto batch = batch_of(all, {0, 1}, true);
  batch.dropout_streams.pop_back();
  CHECK_THROWS_WITH(f.model->forward(batch, adapter.get()),
                    Catch::Contains("1 dropout streams for 2 sequences"));
}
