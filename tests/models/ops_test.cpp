// The operators against their formulas, written out plainly in float64.
#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <mutex>
#include <numeric>
#include <set>
#include <thread>

#include "models/ops/attention.h"
#include "models/ops/causal_conv1d.h"
#include "models/ops/gated_delta_rule.h"
#include "models/ops/rms_norm.h"
#include "models/ops/rope.h"
#include "models/ops/token_logprob.h"

namespace {

using namespace cadforge::models;
using Lengths = std::vector<std::int64_t>;

double largest(const at::Tensor& a, const at::Tensor& b) {
  return (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
}

at::Tensor draw(at::IntArrayRef shape, std::uint64_t seed) {
  return at::empty(shape, at::kFloat).normal_(0, 1, at::make_generator<at::CPUGeneratorImpl>(seed));
}

Lengths ends(const Lengths& lengths) {
  Lengths cu{0};
  for (const auto n : lengths) cu.push_back(cu.back() + n);
  return cu;
}

// Inputs of the delta rule: 2 key heads of 6, 4 value heads of 5, decays from almost none to almost
// all.
struct DeltaInputs {
  at::Tensor q, k, v, g, beta, state;

  DeltaInputs(std::int64_t tokens, std::int64_t sequences)
      : q(draw({tokens, 2, 6}, 1)),
        k(draw({tokens, 2, 6}, 2)),
        v(draw({tokens, 4, 5}, 3)),
        g(-draw({tokens, 4}, 4).exp() * 0.2),
        beta(draw({tokens, 4}, 5).sigmoid()),
        state(draw({sequences, 4, 6, 5}, 6)) {}

  std::vector<at::Tensor*> all() { return {&q, &k, &v, &g, &beta, &state}; }
};

// The recurrence of gated_delta_rule.h for one sequence, token by token, in float64.
DeltaRuleResult written_out(const at::Tensor& q_in, const at::Tensor& k_in, const at::Tensor& v_in,
                            const at::Tensor& g_in, const at::Tensor& beta_in, at::Tensor state) {
  const auto unit = [&](const at::Tensor& x) {
    const at::Tensor heads = x.to(at::kDouble).repeat_interleave(v_in.size(1) / x.size(1), 1);
    return heads / (heads.square().sum(-1, true) + 1e-6).sqrt();
  };
  const at::Tensor q = unit(q_in) / std::sqrt(static_cast<double>(q_in.size(2))), k = unit(k_in);
  const at::Tensor v = v_in.to(at::kDouble), g = g_in.to(at::kDouble);
  const at::Tensor beta = beta_in.to(at::kDouble);
  state = state.to(at::kDouble);
  std::vector<at::Tensor> outputs;
  for (std::int64_t t = 0; t < q.size(0); ++t) {
    state = state * g[t].exp().view({-1, 1, 1});
    const at::Tensor recalled = at::einsum("hkv,hk->hv", {state, k[t]});
    const at::Tensor delta = beta[t].unsqueeze(-1) * (v[t] - recalled);
    state = state + at::einsum("hk,hv->hkv", {k[t], delta});
    outputs.push_back(at::einsum("hkv,hk->hv", {state, q[t]}));
  }
  return {at::stack(outputs), state};
}

const Lengths kEdgeLengths{1, 2, 63, 64, 65, 130};

}  // namespace

TEST_CASE("the chunked delta rule equals its recurrence at every edge of a chunk, gradients too") {
  const auto cu = ends(kEdgeLengths);
  const auto sequences = static_cast<std::int64_t>(kEdgeLengths.size());
  DeltaInputs in(cu.back(), sequences);
  for (auto* tensor : in.all()) tensor->requires_grad_(true);
  const auto got = gated_delta_rule(in.q, in.k, in.v, in.g, in.beta, cu, &in.state);

  std::vector<at::Tensor> outputs, states;
  for (std::int64_t s = 0; s < sequences; ++s) {
    const auto part = [&](const at::Tensor& x) { return x.narrow(0, cu[s], cu[s + 1] - cu[s]); };
    const auto one =
        written_out(part(in.q), part(in.k), part(in.v), part(in.g), part(in.beta), in.state[s]);
    outputs.push_back(one.output);
    states.push_back(one.final_state);
  }
  const at::Tensor output = at::cat(outputs), state = at::stack(states);
  CHECK(largest(got.output, output) < 1e-5);
  CHECK(largest(got.final_state, state) < 1e-5);

  const at::Tensor output_weight = draw(output.sizes(), 7), state_weight = draw(state.sizes(), 8);
  ((got.output * output_weight).sum() + (got.final_state * state_weight).sum()).backward();
  std::vector<at::Tensor> gradients;
  for (auto* tensor : in.all()) {
    gradients.push_back(tensor->grad().clone());
    tensor->mutable_grad() = at::Tensor();
  }
  ((output * output_weight).sum() + (state * state_weight).sum()).backward();
  for (std::size_t i = 0; i < gradients.size(); ++i) {
    INFO("input " << i);
    const at::Tensor expected = in.all()[i]->grad();
    CHECK((gradients[i] - expected).norm().item<double>() < 1e-5 * expected.norm().item<double>());
  }
}

TEST_CASE("delta-rule steps give what the chunked rule gives, and leave other slots alone") {
  const std::int64_t tokens = 70;
  DeltaInputs in(tokens, 1);
  const auto whole = gated_delta_rule(in.q, in.k, in.v, in.g, in.beta, {0, tokens}, &in.state);
  at::Tensor states = draw({3, 4, 6, 5}, 9);
  const at::Tensor untouched = states[1].clone();
  states[2].copy_(in.state[0]);
  states[0].copy_(in.state[0]);
  for (std::int64_t t = 0; t < tokens; ++t) {
    const auto twice = [&](const at::Tensor& x) { return at::stack({x[t], x[t]}); };
    const at::Tensor out = gated_delta_rule_step(twice(in.q), twice(in.k), twice(in.v), twice(in.g),
                                                 twice(in.beta), states, {2, 0});
    REQUIRE(largest(out[0], whole.output[t]) < 1e-5);
    REQUIRE(at::equal(out[0], out[1]));
  }
  CHECK(largest(states[2], whole.final_state[0]) < 1e-5);
  CHECK(at::equal(states[1], untouched));
}

TEST_CASE("the delta rule goes on from a state where another call stopped") {
  const std::int64_t tokens = 150;
  DeltaInputs in(tokens, 1);
  const auto whole = gated_delta_rule(in.q, in.k, in.v, in.g, in.beta, {0, tokens}, &in.state);
  const std::int64_t cut = GENERATE(1, 63, 64, 65, 149);
  const auto run = [&](std::int64_t first, std::int64_t count, const at::Tensor& state) {
    const auto part = [&](const at::Tensor& x) { return x.narrow(0, first, count); };
    return gated_delta_rule(part(in.q), part(in.k), part(in.v), part(in.g), part(in.beta),
                            {0, count}, &state);
  };
  const auto head = run(0, cut, in.state);
  const auto tail = run(cut, tokens - cut, head.final_state);
  CHECK(largest(at::cat({head.output, tail.output}), whole.output) < 1e-5);
  CHECK(largest(tail.final_state, whole.final_state) < 1e-5);
}

TEST_CASE("a sequence's delta rule is the same bits whatever its neighbours hold") {
  const Lengths lengths{65, 130, 7};
  const auto cu = ends(lengths);
  const DeltaInputs in(cu.back(), 3);
  const auto before = gated_delta_rule(in.q, in.k, in.v, in.g, in.beta, cu, nullptr).output;
  DeltaInputs changed(cu.back(), 3);
  for (auto* tensor : {&changed.q, &changed.k, &changed.v}) {
    tensor->narrow(0, 0, 65).mul_(3);
    tensor->narrow(0, 195, 7).neg_();
  }
  const auto after =
      gated_delta_rule(changed.q, changed.k, changed.v, changed.g, changed.beta, cu, nullptr)
          .output;
  CHECK(at::equal(before.narrow(0, 65, 130), after.narrow(0, 65, 130)));
  CHECK_FALSE(at::equal(before.narrow(0, 0, 65), after.narrow(0, 0, 65)));
}

TEST_CASE("a decay to nothing within a chunk gives finite outputs and gradients") {
  DeltaInputs in(130, 1);
  in.g.fill_(-40);
  for (auto* tensor : in.all()) tensor->requires_grad_(true);
  const auto got = gated_delta_rule(in.q, in.k, in.v, in.g, in.beta, {0, 130}, &in.state);
  (got.output.sum() + got.final_state.sum()).backward();
  CHECK(got.output.isfinite().all().item<bool>());
  for (auto* tensor : in.all()) CHECK(tensor->grad().isfinite().all().item<bool>());
}

TEST_CASE("the packed convolution equals its sum, continues from a tail and from steps") {
  const Lengths lengths{1, 2, 3, 4, 9};
  const auto cu = ends(lengths);
  const std::int64_t channels = 5, taps = 4;
  const at::Tensor x = draw({cu.back(), channels}, 1), weight = draw({channels, taps}, 2);
  at::Tensor expected = at::zeros_like(x);
  for (std::size_t s = 0; s < lengths.size(); ++s) {
    for (std::int64_t t = 0; t < lengths[s]; ++t) {
      for (std::int64_t j = std::max<std::int64_t>(0, taps - 1 - t); j < taps; ++j) {
        expected[cu[s] + t] += weight.select(1, j) * x[cu[s] + t - (taps - 1) + j];
      }
    }
  }
  expected = expected * expected.sigmoid();
  CHECK(largest(causal_conv1d(x, weight, cu, nullptr), expected) < 1e-6);

  const at::Tensor last = x.narrow(0, cu[4], 9), wanted = expected.narrow(0, cu[4], 9);
  const at::Tensor tail = last.narrow(0, 2, 3);
  CHECK(largest(causal_conv1d(last.narrow(0, 5, 4), weight, {0, 4}, &tail),
                wanted.narrow(0, 5, 4)) < 1e-6);

  at::Tensor tails = draw({3, taps - 1, channels}, 3);
  const at::Tensor untouched = tails[0].clone();
  tails[2].zero_();
  for (std::int64_t t = 0; t < 9; ++t) {
    const at::Tensor y = causal_conv1d_step(last.narrow(0, t, 1), weight, tails, {2});
    CHECK(largest(y[0], wanted[t]) < 1e-6);
  }
  CHECK(at::equal(tails[2], last.narrow(0, 6, 3)));
  CHECK(at::equal(tails[0], untouched));
}

TEST_CASE("packed attention equals a masked softmax a sequence, and is the same bits alone") {
  const Lengths lengths{1, 7, 33};
  const auto cu = ends(lengths);
  const at::Tensor q = draw({cu.back(), 4, 8}, 1), k = draw({cu.back(), 2, 8}, 2);
  const at::Tensor v = draw({cu.back(), 2, 8}, 3);
  const at::Tensor got = causal_attention(q, k, v, cu);
  for (std::size_t s = 0; s < lengths.size(); ++s) {
    const auto n = lengths[s];
    const auto part = [&](const at::Tensor& x) { return x.narrow(0, cu[s], n); };
    const at::Tensor keys = part(k).repeat_interleave(2, 1),
                     values = part(v).repeat_interleave(2, 1);
    at::Tensor scores = at::einsum("qhd,khd->hqk", {part(q), keys}) / std::sqrt(8.0);
    scores = scores.masked_fill(at::ones({n, n}, at::kBool).triu(1), -INFINITY).softmax(-1);
    CHECK(largest(part(got), at::einsum("hqk,khd->qhd", {scores, values})) < 1e-5);
    CHECK(at::equal(part(got), causal_attention(part(q), part(k), part(v), {0, n})));
  }
}

TEST_CASE("attention continued or stepped over a cache equals the packed pass") {
  const std::int64_t tokens = 21, capacity = 40;
  const at::Tensor q = draw({tokens, 4, 12}, 1), k = draw({tokens, 2, 12}, 2);
  const at::Tensor v = draw({tokens, 2, 12}, 3);
  const at::Tensor whole = causal_attention(q, k, v, {0, tokens});
  CHECK(largest(continued_attention(q.narrow(0, 15, 6), k, v), whole.narrow(0, 15, 6)) < 1e-6);

  // Slot 1 holds the sequence; what lies past a row's length must not count.
  at::Tensor keys = draw({2, 2, capacity, 12}, 4) * 50, values = draw({2, 2, capacity, 12}, 5) * 50;
  keys[1].narrow(1, 0, tokens).copy_(k.transpose(0, 1));
  values[1].narrow(1, 0, tokens).copy_(v.transpose(0, 1));
  for (std::int64_t t = 0; t < tokens; ++t) {
    const at::Tensor got = attention_step(q.narrow(0, t, 1), keys, values, {1}, {t + 1});
    CHECK(largest(got[0], whole[t]) < 1e-5);
  }
}

TEST_CASE("rotary embedding turns pairs by their angle and passes the rest through") {
  const at::Tensor positions = at::tensor({0, 1, 77}, at::kLong);
  const at::Tensor angles = rope_angles(positions, 4, 10000.0);
  const at::Tensor x = draw({3, 2, 10}, 1);
  const at::Tensor y = apply_rope(x, angles);
  for (int t = 0; t < 3; ++t) {
    for (int i = 0; i < 2; ++i) {
      const double angle = positions[t].item<double>() * std::pow(10000.0, -2.0 * i / 4);
      const auto a = x[t][1][i].item<double>(), b = x[t][1][i + 2].item<double>();
      CHECK(y[t][1][i].item<double>() ==
            Approx(a * std::cos(angle) - b * std::sin(angle)).margin(1e-5));
      CHECK(y[t][1][i + 2].item<double>() ==
            Approx(b * std::cos(angle) + a * std::sin(angle)).margin(1e-5));
    }
  }
  CHECK(at::equal(y.narrow(2, 4, 6), x.narrow(2, 4, 6)));
}

TEST_CASE("norms equal their formulas with and without a graph, strided inputs included") {
  const at::Tensor x = draw({9, 3, 34}, 1).narrow(2, 3, 17), gate = draw({9, 3, 17}, 2);
  const at::Tensor weight = draw({17}, 3);
  const at::Tensor wide = x.to(at::kDouble), z = gate.to(at::kDouble);
  const at::Tensor unit = wide / (wide.square().mean(-1, true) + 1e-6).sqrt();
  const bool graph = GENERATE(false, true);
  at::AutoGradMode mode(graph);
  CHECK(largest(rms_norm(x, weight, 1e-6), unit * (1 + weight.to(at::kDouble))) < 1e-5);
  CHECK(largest(gated_rms_norm(x, gate, weight, 1e-6),
                unit * weight.to(at::kDouble) * z * z.sigmoid()) < 1e-5);
}

TEST_CASE("token log-probabilities do not depend on the chunk size and stay right in bfloat16") {
  const at::Tensor hidden = draw({31, 16}, 1), head = draw({50, 16}, 2);
  const at::Tensor targets = at::arange(31, at::kLong);
  const auto whole = token_logprob(hidden, head, targets, 1.3, 1000);
  const auto chunked = token_logprob(hidden, head, targets, 1.3, 4);
  CHECK(largest(whole.logprob, chunked.logprob) < 1e-5);
  CHECK(largest(whole.entropy, chunked.entropy) < 1e-5);

  const at::Tensor low_hidden = hidden.to(at::kBFloat16), low_head = head.to(at::kBFloat16);
  const auto low = token_logprob(low_hidden, low_head, targets, 1.3, 8);
  CHECK(low.logprob.scalar_type() == at::kFloat);
  const auto exact =
      token_logprob(low_hidden.to(at::kFloat), low_head.to(at::kFloat), targets, 1.3);
  CHECK((low.logprob - exact.logprob).abs().mean().item<double>() < 0.02);
}

TEST_CASE("log-probability and entropy of 4,096 tokens over 248,320 entries take less than 1 GB") {
  const at::Tensor hidden = draw({4096, 8}, 1).requires_grad_(true), head = draw({248320, 8}, 2);
  const at::Tensor targets = at::arange(4096, at::kLong) * 60;
  const auto peak = [] {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
      if (line.starts_with("VmHWM:")) return std::stoll(line.substr(6)) * 1024;
    }
    return 0LL;
  };
  std::ofstream("/proc/self/clear_refs") << "5";  // the peak so far is forgotten
  const auto before = peak();
  token_logprob(hidden, head, targets, 1.0).logprob.sum().backward();
  CHECK(peak() - before < 1'000'000'000);
  CHECK(hidden.grad().isfinite().all().item<bool>());
}

TEST_CASE("log-probabilities of huge logits are finite") {
  const at::Tensor hidden = draw({4, 8}, 1) * 1e4, head = draw({20, 8}, 2);
  const auto got = token_logprob(hidden, head, at::zeros({4}, at::kLong), 0.1);
  CHECK(got.logprob.isfinite().all().item<bool>());
  CHECK(got.entropy.isfinite().all().item<bool>());
}

TEST_CASE("our own loops run on as many threads as tensors have") {
  const auto before = at::get_num_threads();
  at::set_num_threads(2);
  std::mutex guard;
  std::set<std::thread::id> threads;
  at::parallel_for(0, 2, 1, [&](std::int64_t, std::int64_t) {
    const std::lock_guard lock(guard);
    threads.insert(std::this_thread::get_id());
  });
  at::set_num_threads(before);
#ifdef __clang__
  CHECK(threads.size() == 1);  // see scripts/cmake/torch.cmake
#else
  CHECK(threads.size() == 2);
#endif
}
