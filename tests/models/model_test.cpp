// The model against transformers and PEFT: tests/data/models/make_goldens.py made the numbers.
#include "models/qwen35/model.h"

#include <ATen/ATen.h>

#include <catch2/catch.hpp>

#include "models/generation/state_cache.h"
#include "models/model_fixture.h"
#include "models/ops/token_logprob.h"

namespace {

using namespace cadforge::models;

std::vector<std::int64_t> greedy(const GoldenModel& f, const LoraAdapter* adapter, int count) {
  StateCache cache(f.model->config(), 2, 64, f.model->head());
  std::vector<std::int64_t> out;
  at::Tensor hidden = f.model->extend(f.ids(1), 1, cache, adapter);
  for (int i = 0; i < count; ++i) {
    out.push_back(f.logits(hidden).argmax().item<std::int64_t>());
    hidden = f.model->step(at::tensor({out.back()}, at::kLong), {1}, cache, adapter);
  }
  return out;
}

}  // namespace

TEST_CASE("logits equal transformers' with and without an adapter") {
  const GoldenModel f;
  at::NoGradGuard no_grad;
  for (int i = 0; i < kGoldenSequences; ++i) {
    for (const bool adapted : {false, true}) {
      const auto name = (adapted ? "adapter.logits." : "base.logits.") + std::to_string(i);
      const at::Tensor hidden =
          f.model->forward(pack({f.ids(i)}), adapted ? f.adapter.get() : nullptr);
      INFO(name);
      CHECK(close(f.logits(hidden), f.goldens.tensor(name)));
    }
  }
}

TEST_CASE("greedy continuations equal transformers'") {
  const GoldenModel f;
  for (const bool adapted : {false, true}) {
    const at::Tensor expected = f.goldens.tensor(adapted ? "adapter.greedy" : "base.greedy");
    const auto got = greedy(f, adapted ? f.adapter.get() : nullptr, expected.numel());
    CHECK(got == std::vector<std::int64_t>(expected.data_ptr<std::int64_t>(),
                                           expected.data_ptr<std::int64_t>() + expected.numel()));
  }
}

TEST_CASE("loss and every LoRA gradient equal PEFT's, packed and with recomputation") {
  const GoldenModel f;
  const bool recompute = GENERATE(false, true);
  PackedBatch batch;
  std::vector<std::int64_t> rows, targets;
  for (int i = 0; i < kGoldenSequences; ++i) {
    const auto ids = f.ids(i);
    for (std::size_t t = 0; t + 1 < ids.size(); ++t) {
      rows.push_back(static_cast<std::int64_t>(batch.tokens.size() + t));
      targets.push_back(ids[t + 1]);
    }
    batch.add(ids);
  }
  const at::Tensor hidden = f.model->forward(batch, f.adapter.get(), recompute);
  const auto result = token_logprob(hidden.index_select(0, at::tensor(rows, at::kLong)),
                                    f.model->head(), at::tensor(targets, at::kLong), 1.0, 50);
  const at::Tensor loss = -result.logprob.sum();
  CHECK(loss.item<double>() ==
        Approx(f.goldens.tensor("adapter.loss").item<double>()).epsilon(1e-5));
  loss.backward();

  // The saved adapter has the factors in the flat buffer's order, which is the gradient's order
  // too.
  const auto folder = fresh_folder("gradient-order");
  f.adapter->save(folder, "base");
  std::int64_t offset = 0;
  for (const auto& module : f.model->linear_modules()) {
    for (const char* side : {"A", "B"}) {
      const auto name = "base_model.model." + module.path + ".lora_" + side + ".weight";
      const at::Tensor expected = f.goldens.tensor("grad." + name);
      const at::Tensor got =
          f.adapter->gradients().narrow(0, offset, expected.numel()).view(expected.sizes());
      offset += expected.numel();
      INFO(name);
      CHECK((got - expected).norm().item<double>() < 1e-3 * expected.norm().item<double>());
    }
  }
  CHECK(offset == f.adapter->parameters().numel());
}

TEST_CASE("extending and stepping give what one forward pass gives") {
  const GoldenModel f;
  at::NoGradGuard no_grad;
  const auto ids = f.ids(5);
  const at::Tensor whole = f.model->forward(pack({ids}), f.adapter.get());
  const std::size_t cut = GENERATE(1, 2, 63, 64, 65, 100);
  StateCache cache(f.model->config(), 3, 160, f.model->head());
  f.model->extend({ids.begin(), ids.begin() + cut}, 0, cache, f.adapter.get());
  const at::Tensor extended =
      f.model->extend({ids.begin() + cut, ids.begin() + cut + 20}, 0, cache, f.adapter.get());
  CHECK(close(extended[0], whole[cut + 19]));
  cache.fork(0, 2);
  std::vector<at::Tensor> forked;
  for (std::size_t t = cut + 20; t < ids.size(); ++t) {
    const at::Tensor hidden =
        f.model->step(at::tensor({ids[t], ids[t]}, at::kLong), {2, 0}, cache, f.adapter.get());
    CHECK(at::equal(hidden[0], hidden[1]));
    forked.push_back(hidden[0]);
  }
  CHECK(close(at::stack(forked), whole.slice(0, cut + 20)));
}

TEST_CASE("token log-probabilities and entropy equal log_softmax, gradients too") {
  at::Tensor hidden = at::randn({37, 12}).requires_grad_(true);
  at::Tensor head = at::randn({29, 12}).requires_grad_(true);
  const at::Tensor targets = at::randint(29, {37}, at::kLong);
  const at::Tensor weights = at::randn({37});
  const double temperature = 0.7;
  const auto got = token_logprob(hidden, head, targets, temperature, 8);
  const at::Tensor logp = (hidden.matmul(head.t()) / temperature).log_softmax(-1);
  const at::Tensor expected = logp.gather(1, targets.unsqueeze(1)).squeeze(1);
  CHECK(largest(got.logprob, expected) < 1e-5);
  CHECK(largest(got.entropy, -(logp.exp() * logp).sum(-1)) < 5e-5);

  (got.logprob * weights).sum().backward();
  const at::Tensor hidden_gradient = hidden.grad().clone(), head_gradient = head.grad().clone();
  hidden.mutable_grad() = at::Tensor();
  head.mutable_grad() = at::Tensor();
  (expected * weights).sum().backward();
  CHECK(largest(hidden_gradient, hidden.grad()) < 1e-4);
  CHECK(largest(head_gradient, head.grad()) < 1e-4);
}

TEST_CASE("an adapter and a model come back from their files bit for bit") {
  const GoldenModel f;
  const auto folder = fresh_folder("round-trip");
  f.adapter->save(folder / "adapter", "base");
  CHECK(at::equal(LoraAdapter::load(*f.model, folder / "adapter")->parameters(),
                  f.adapter->parameters()));
  f.model->save(folder / "model", "float32");
  const auto again = Qwen35Model::load(folder / "model", {"cpu", "float32", false});
  const auto before = f.model->named_parameters(), after = again->named_parameters();
  for (std::size_t i = 0; i < before.size(); ++i)
    CHECK(at::equal(before[i].second, after[i].second));
}

TEST_CASE("wrong adapters and checkpoints are refused by name") {
  const GoldenModel f;
  CHECK_THROWS_WITH(LoraAdapter::create(*f.model, {4, 8, false, {"no_such_proj"}}, 1),
                    Catch::Contains("no_such_proj") && Catch::Contains("q_proj"));
  CHECK_THROWS_WITH(Qwen35Model::load(kModelData / "nothing", {"cpu", "auto", false}),
                    Catch::Contains("nothing"));

  const auto folder = fresh_folder("bad-checkpoint");
  std::filesystem::copy_file(kModelData / "base" / "config.json", folder / "config.json",
                             std::filesystem::copy_options::overwrite_existing);
  auto tensors = read_checkpoint(kModelData / "base");
  const auto saved = tensors.back();
  tensors.back().second = at::zeros({3, 3});
  write_safetensors(folder / "model.safetensors", tensors);
  CHECK_THROWS_WITH(Qwen35Model::load(folder, {"cpu", "auto", false}),
                    Catch::Contains(saved.first) && Catch::Contains("[3, 3]"));
  tensors.pop_back();
  write_safetensors(folder / "model.safetensors", tensors);
  CHECK_THROWS_WITH(Qwen35Model::load(folder, {"cpu", "auto", false}),
                    Catch::Contains(saved.first) && Catch::Contains("missing"));
  const auto size = std::filesystem::file_size(folder / "model.safetensors");
  std::filesystem::resize_file(folder / "model.safetensors", size - 1);
  CHECK_THROWS_WITH(Qwen35Model::load(folder, {"cpu", "auto", false}),
                    Catch::Contains("truncated"));
}
