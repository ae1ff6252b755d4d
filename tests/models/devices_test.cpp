// The same claims on every device and in every number format; the tolerance goes with the format.
#include <ATen/ATen.h>

#include <catch2/catch.hpp>
#include <iostream>

#include "models/device.h"
#include "models/generation/engine.h"
#include "models/generation/state_cache.h"
#include "models/model_fixture.h"
#include "models/ops/gated_delta_rule.h"
#include "models/ops/rms_norm.h"
#include "models/ops/token_logprob.h"

namespace {

using namespace cadforge::models;

struct Format {
  const char* name;
  at::ScalarType type;
  double op;       ///< largest difference of one operator from float64
  double hidden;   ///< mean difference of the model's hidden states from float32's
  double logprob;  ///< mean difference of sampled log-probabilities from the training pass's
};

const Format kFormats[] = {{"float32", at::kFloat, 2e-5, 2e-5, 5e-5},
                           {"float16", at::kHalf, 1e-2, 2e-2, 2e-2},
                           {"bfloat16", at::kBFloat16, 8e-2, 1e-1, 1e-1}};

// Runs the body for "cpu", and for "cuda" where there is one; says so where there is none.
template <class Body>
void on_every_device(const Body& body) {
  for (const char* device : {"cpu", "cuda"}) {
    try {
      resolve_device(device);
    } catch (const std::invalid_argument& none) {
      std::cout << "skipped on " << device << ": " << none.what() << "\n";
      continue;
    }
    for (const auto& format : kFormats) {
      INFO(device << ", " << format.name);
      body(resolve_device(device), std::string(device), format);
    }
  }
}

double largest_apart(const at::Tensor& got, const at::Tensor& expected) {
  return (got.to(at::kCPU, at::kDouble) - expected.to(at::kCPU, at::kDouble))
      .abs()
      .max()
      .item<double>();
}

double mean_apart(const at::Tensor& got, const at::Tensor& expected) {
  return (got.to(at::kCPU, at::kFloat) - expected).abs().mean().item<double>();
}

}  // namespace

TEST_CASE("operators stay within their format's rounding on every device", "[gpu]") {
  on_every_device([](c10::Device device, const std::string&, const Format& format) {
    at::NoGradGuard no_grad;
    const at::Tensor x = at::randn({7, 3, 32}).to(format.type), w = at::randn({32}).to(format.type);
    const at::Tensor wide = x.to(at::kDouble);
    const at::Tensor normed =
        wide / (wide.square().mean(-1, true) + 1e-6).sqrt() * (1 + w.to(at::kDouble));
    const at::Tensor got = rms_norm(x.to(device), w.to(device), 1e-6);
    CHECK(got.scalar_type() == format.type);
    CHECK(largest_apart(got, normed) < format.op * 4);

    const at::Tensor hidden = at::randn({9, 24}).to(format.type) / 5;
    const at::Tensor head = at::randn({40, 24}).to(format.type);
    const at::Tensor targets = at::arange(9, at::kLong);
    const at::Tensor logp =
        (hidden.to(at::kDouble).matmul(head.to(at::kDouble).t())).log_softmax(-1);
    const auto result = token_logprob(hidden.to(device), head.to(device), targets.to(device), 1.0);
    CHECK(largest_apart(result.logprob, logp.gather(1, targets.unsqueeze(1)).squeeze(1)) <
          format.op);

    // The chunked delta rule against its own steps: fp32 inside, whatever comes in.
    const auto draw = [&](at::IntArrayRef shape) {
      return at::randn(shape).to(device, format.type);
    };
    const at::Tensor q = draw({70, 2, 8}), k = draw({70, 2, 8}), v = draw({70, 4, 8});
    const at::Tensor g = -draw({70, 4}).to(at::kFloat).exp() * 0.1, beta = draw({70, 4}).sigmoid();
    const auto whole = gated_delta_rule(q, k, v, g, beta, {0, 70}, nullptr);
    at::Tensor states = at::zeros({2, 4, 8, 8}, g.options());
    for (std::int64_t t = 0; t < 70; ++t) {
      const auto row = [&](const at::Tensor& y) { return y.narrow(0, t, 1); };
      const at::Tensor out =
          gated_delta_rule_step(row(q), row(k), row(v), row(g), row(beta), states, {1});
      REQUIRE(largest_apart(out[0], whole.output[t].cpu()) < 1e-4);
    }
  });
}

TEST_CASE("the model stays near float32's numbers, in one pass and step by step, on every device",
          "[gpu]") {
  const GoldenModel f;
  on_every_device([&](c10::Device device, const std::string& name, const Format& format) {
    at::NoGradGuard no_grad;
    const auto model = Qwen35Model::load(kModelData / "base", {name, format.name, false});
    const auto adapter = LoraAdapter::load(*model, kModelData / "adapter");
    const auto ids = f.ids(4);
    const at::Tensor exact = f.model->forward(pack({ids}), f.adapter.get());
    const at::Tensor whole = model->forward(pack({ids}), adapter.get());
    CHECK(whole.scalar_type() == format.type);
    CHECK(mean_apart(whole, exact) < format.hidden);

    StateCache cache(model->config(), 1, 80, model->head());
    model->extend({ids.begin(), ids.begin() + 40}, 0, cache, adapter.get());
    std::vector<at::Tensor> steps;
    for (std::size_t t = 40; t < ids.size(); ++t) {
      steps.push_back(
          model->step(at::tensor({ids[t]}, at::kLong).to(device), {0}, cache, adapter.get()));
    }
    CHECK(mean_apart(at::cat(steps), exact.slice(0, 40)) < format.hidden);
  });
}

TEST_CASE("sampled log-probabilities are the training pass's within the format, on every device",
          "[gpu]") {
  on_every_device([](c10::Device device, const std::string& name, const Format& format) {
    at::NoGradGuard no_grad;
    const auto model = Qwen35Model::load(kModelData / "base", {name, format.name, false});
    Engine engine(*model, {4, 64});
    GenerationRequest request;
    request.prompt = {5, 6, 7, 8, 9};
    request.samples = 4;
    request.max_new_tokens = 40;
    engine.add(request);
    double total = 0, count = 0;
    while (!engine.idle()) {
      for (const auto& completion : engine.step(nullptr)) {
        auto ids = request.prompt;
        ids.insert(ids.end(), completion.ids.begin(), completion.ids.end());
        const at::Tensor hidden = model->forward(pack({ids}), nullptr).narrow(0, 4, 40);
        const auto scored = token_logprob(hidden, model->head(),
                                          at::tensor(completion.ids, at::kLong).to(device), 1.0);
        total += mean_apart(scored.logprob, at::tensor(completion.logprobs)) * 40;
        count += 40;
      }
    }
    CHECK(count == 160);
    CHECK(total / count < format.logprob);
  });
}
