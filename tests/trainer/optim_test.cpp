#include <ATen/ATen.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "trainer/optim/adamw.h"

using namespace cadforge::trainer;

namespace {

RunConfig::Optim options(double decay, double max_norm) {
  RunConfig::Optim o;
  o.weight_decay = decay;
  o.max_grad_norm = max_norm;
  return o;
}

Trainable trainable(std::vector<float> value) {
  const auto tensor = at::tensor(value, at::kFloat);
  return {tensor, at::zeros_like(tensor)};
}

}  // namespace

TEST_CASE("AdamW is decoupled decay, then the bias-corrected step") {
  auto p = trainable({1.0f, -2.0f});
  AdamW adam({p}, options(0.1, 0));
  double value[2] = {1, -2}, m[2] = {}, v[2] = {};
  const double gradients[3][2] = {{0.5, -1}, {0.25, 2}, {-3, 0}};
  for (int t = 1; t <= 3; ++t) {
    const double lr = 0.01 * t;
    for (int i = 0; i < 2; ++i) {
      const double g = gradients[t - 1][i];
      p.gradient[i] = g;
      value[i] *= 1 - lr * 0.1;
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g * g;
      value[i] -= lr * (m[i] / (1 - std::pow(0.9, t))) /
                  (std::sqrt(v[i] / (1 - std::pow(0.999, t))) + 1e-8);
    }
    adam.step(lr);
    for (int i = 0; i < 2; ++i) CHECK(p.value[i].item<double>() == Approx(value[i]).epsilon(1e-5));
    CHECK(p.gradient.abs().max().item<double>() == 0);
  }
}

TEST_CASE("clipping scales all gradients together and reports the norm before it") {
  auto a = trainable({0.0f}), b = trainable({0.0f});
  AdamW adam({a, b}, options(0, 1));
  a.gradient[0] = 3;
  b.gradient[0] = 4;
  CHECK(adam.step(0.1) == Approx(5));
  // The first moment after one step is (1 - beta1) times the clipped gradient.
  for (const auto& [name, tensor] : adam.state()) {
    if (name == "exp_avg.0") CHECK(tensor.item<double>() == Approx(0.1 * 3 / (5 + 1e-6)));
    if (name == "exp_avg.1") CHECK(tensor.item<double>() == Approx(0.1 * 4 / (5 + 1e-6)));
  }
}

TEST_CASE("a gradient that is not finite stops the run and changes nothing") {
  auto p = trainable({1.0f});
  AdamW adam({p}, options(0.1, 1));
  p.gradient[0] = std::numeric_limits<float>::infinity();
  CHECK_THROWS_WITH(adam.step(0.1), Catch::Contains("norm is inf"));
  CHECK(p.value[0].item<float>() == 1.0f);
}

TEST_CASE("a restored optimiser goes on bit for bit") {
  auto p = trainable({1.0f, 2.0f, 3.0f}), q = trainable({1.0f, 2.0f, 3.0f});
  AdamW first({p}, options(0.01, 1));
  p.gradient.fill_(0.3);
  first.step(0.1);
  q.value.copy_(p.value);
  AdamW second({q}, options(0.01, 1));
  second.load_state(first.state());
  p.gradient.fill_(-0.7);
  q.gradient.fill_(-0.7);
  first.step(0.05);
  second.step(0.05);
  CHECK(at::equal(p.value, q.value));
  auto other = trainable({1.0f});
  AdamW third({other}, options(0, 1));
  CHECK_THROWS_AS(third.load_state(first.state()), std::invalid_argument);
}

TEST_CASE("schedules take their factor before the step") {
  RunConfig::Schedule s;
  s.type = "cosine";
  s.warmup_ratio = 0.25;
  CHECK(learning_rate(s, 1, 0, 10) == 0);  // ceil(2.5) = 3 warm-up steps
  CHECK(learning_rate(s, 1, 1, 10) == Approx(1.0 / 3));
  CHECK(learning_rate(s, 1, 3, 10) == Approx(1));
  CHECK(learning_rate(s, 1, 9, 10) == Approx(0.5 * (1 + std::cos(M_PI * 6 / 7))));
  s.warmup_ratio = 0;
  s.type = "linear";
  CHECK(learning_rate(s, 2, 5, 10) == Approx(1));
  CHECK(learning_rate(s, 2, 9, 10) == Approx(0.2));
  s.type = "constant";
  CHECK(learning_rate(s, 2, 9, 10) == 2);
}
