#include "trainer/grpo/loss.h"

#include <ATen/ATen.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace cadforge::trainer;

namespace {

at::Tensor floats(const nlohmann::json& values) {
  return at::tensor(values.get<std::vector<float>>(), at::kFloat);
}

nlohmann::json goldens() {
  std::ifstream file(std::string(CADFORGE_TEST_DATA) + "/trainer/loss_goldens.json");
  return nlohmann::json::parse(file);
}

PolicyBatch golden_batch(const nlohmann::json& golden) {
  PolicyBatch batch;
  batch.logprobs = floats(golden["logprobs"]);
  batch.logprobs.requires_grad_(true);
  batch.old = floats(golden["old"]);
  batch.reference = floats(golden["reference"]);
  batch.mask = floats(golden["mask"]);
  batch.advantages = golden["advantages"].get<std::vector<double>>();
  for (const std::int64_t length : golden["lengths"]) {
    batch.offsets.push_back(batch.offsets.back() + length);
  }
  return batch;
}

PolicyBatch on_policy(double advantage) {
  PolicyBatch batch;
  batch.logprobs = at::tensor({-1.0f, -2.0f}, at::kFloat);
  batch.logprobs.requires_grad_(true);
  batch.old = batch.logprobs.detach();
  batch.offsets = {0, 2};
  batch.advantages = {advantage};
  return batch;
}

}  // namespace

TEST_CASE("every loss, level, cap and KL weight gives numpy's value, sums and gradient") {
  const auto golden = goldens();
  REQUIRE(golden["cases"].size() == 32);
  const StepTotals totals{golden["rows"], golden["tokens"], golden["micro_batches"],
                          golden["max_completion_length"]};
  for (const auto& wanted : golden["cases"]) {
    RunConfig::Loss options;
    options.type = wanted["type"];
    options.level = wanted["level"];
    options.delta = wanted["delta"];
    options.beta = wanted["beta"];
    options.epsilon = golden["epsilon"];
    options.epsilon_high = golden["epsilon_high"];
    INFO(options.type << " " << options.level << " delta " << options.delta << " beta "
                      << options.beta);
    const PolicyBatch batch = golden_batch(golden);
    const PolicyLoss got = policy_loss(batch, options, totals);
    got.loss.backward();
    CHECK(got.loss.item<double>() == Approx(wanted["loss"].get<double>()).epsilon(1e-5));
    CHECK(got.sums.kl == Approx(wanted["kl"].get<double>()).epsilon(1e-5).margin(1e-9));
    CHECK(got.sums.ratio == Approx(wanted["ratio"].get<double>()).epsilon(1e-5));
    CHECK(got.sums.clip_low == wanted["clip_low"].get<double>());
    CHECK(got.sums.clip_high == wanted["clip_high"].get<double>());
    CHECK(got.sums.tokens == 12);
    const at::Tensor difference = (batch.logprobs.grad() - floats(wanted["gradient"])).abs().max();
    CHECK(difference.item<double>() < 2e-6);
  }
}

TEST_CASE("a step's loss is the sum over its micro-batches, however it is cut") {
  const auto golden = goldens();
  const StepTotals totals{4, 12, 1, 8};
  for (const char* type : {"grpo", "dr_grpo", "dapo"}) {
    RunConfig::Loss options;
    options.type = type;
    options.beta = 0.1;
    const PolicyBatch whole = golden_batch(golden);
    const double loss = policy_loss(whole, options, totals).loss.item<double>();
    double sum = 0;
    for (std::size_t row = 0; row < whole.advantages.size(); ++row) {
      const auto first = whole.offsets[row], length = whole.offsets[row + 1] - first;
      PolicyBatch part;
      part.logprobs = whole.logprobs.narrow(0, first, length);
      part.old = whole.old.narrow(0, first, length);
      part.reference = whole.reference.narrow(0, first, length);
      part.mask = whole.mask.narrow(0, first, length);
      part.offsets = {0, length};
      part.advantages = {whole.advantages[row]};
      sum += policy_loss(part, options, totals).loss.item<double>();
    }
    CHECK(sum == Approx(loss).epsilon(1e-5));
  }
}

TEST_CASE("on policy the loss is minus the advantage, its gradient minus the advantage a token") {
  const PolicyBatch batch = on_policy(0.5);
  const auto got = policy_loss(batch, {}, {1, 2, 1, 8});
  got.loss.backward();
  CHECK(got.loss.item<double>() == Approx(-0.5));
  CHECK(batch.logprobs.grad()[0].item<double>() == Approx(-0.25));
  CHECK(got.sums.clip_low + got.sums.clip_high == 0);
}

TEST_CASE("a token that is not chosen has no part in the policy's term") {
  PolicyBatch batch = on_policy(0.5);
  batch.chosen = at::tensor({1.0f, 0.0f});
  const auto got = policy_loss(batch, {}, {1, 2, 1, 8});
  got.loss.backward();
  CHECK(got.loss.item<double>() == Approx(-0.25));
  CHECK(batch.logprobs.grad()[0].item<double>() == Approx(-0.25));
  CHECK(batch.logprobs.grad()[1].item<double>() == 0);
}

TEST_CASE("rows that do not fit are refused with their sizes") {
  PolicyBatch batch = on_policy(1);
  batch.offsets = {0, 3};
  CHECK_THROWS_WITH(policy_loss(batch, {}, {1, 2, 1, 8}), Catch::Contains("offsets up to 2"));
  batch = on_policy(1);
  batch.old = at::zeros({3});
  CHECK_THROWS_WITH(policy_loss(batch, {}, {1, 2, 1, 8}),
                    Catch::Contains("old: expected 2 values, got 3"));
}
