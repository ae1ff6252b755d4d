// The engine: what a sample is may depend on nothing but its request and the weights.
#include "models/generation/engine.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <map>

#include "models/model_fixture.h"
#include "models/ops/token_logprob.h"

namespace {

using namespace cadforge::models;
using Ids = std::vector<std::int64_t>;
using Outcomes = std::map<std::pair<std::uint64_t, int>, Completion>;

constexpr EngineOptions kRoomy{16, 256};

void take(std::vector<Completion> ended, Outcomes& outcomes) {
  for (auto& completion : ended) {
    const auto key = std::make_pair(completion.id, completion.sample);
    REQUIRE(outcomes.emplace(key, std::move(completion)).second);
  }
}

Outcomes drain(Engine& engine, const LoraAdapter* adapter) {
  Outcomes outcomes;
  while (!engine.idle()) take(engine.step(adapter), outcomes);
  CHECK(engine.running() == 0);
  return outcomes;
}

Outcomes run(const GoldenModel& f, const std::vector<GenerationRequest>& requests,
             const EngineOptions& options = kRoomy) {
  Engine engine(*f.model, options);
  for (const auto& request : requests) engine.add(request);
  return drain(engine, f.adapter.get());
}

void check_same(const Completion& got, const Completion& expected) {
  INFO("request " << expected.id << ", sample " << expected.sample);
  CHECK(got.ids == expected.ids);
  CHECK(got.logprobs == expected.logprobs);  // bit for bit
  CHECK(got.finish == expected.finish);
}

void check_same(const Outcomes& got, const Outcomes& expected) {
  REQUIRE(got.size() == expected.size());
  for (const auto& [key, completion] : expected) check_same(got.at(key), completion);
}

GenerationRequest request_of(std::uint64_t id, const Ids& prompt, int max_new_tokens) {
  GenerationRequest request;
  request.id = id;
  request.prompt = prompt;
  request.max_new_tokens = max_new_tokens;
  request.key = {99, 4, static_cast<std::uint32_t>(id)};
  return request;
}

// Prompts, lengths, temperatures, group sizes and ends of all kinds.
std::vector<GenerationRequest> mixture(const GoldenModel& f) {
  std::vector<GenerationRequest> requests;
  for (int i = 0; i < 11; ++i) {
    auto request = request_of(i, f.ids(i % kGoldenSequences), 3 + 5 * (i % 5));
    request.samples = 1 + (i * 3) % 5;
    request.first_sample = i % 2 ? 8 : 0;
    request.temperature = i % 4 == 0 ? 0 : 0.5 + 0.15 * i;
    if (i % 3 == 1) request.top_p = 0.9;
    if (i % 3 != 0) request.stop_tokens = {2, 7, 11, 30, 31, 32};
    requests.push_back(request);
  }
  return requests;
}

Outcomes each_alone(const GoldenModel& f, const std::vector<GenerationRequest>& requests) {
  Outcomes outcomes;
  for (const auto& request : requests) outcomes.merge(run(f, {request}));
  return outcomes;
}

}  // namespace

TEST_CASE("greedy completions equal transformers', each alone and side by side") {
  const GoldenModel f;
  const bool adapted = GENERATE(false, true);
  const std::string kind = adapted ? "adapter." : "base.";
  const at::Tensor greedy = f.goldens.tensor(kind + "greedy");
  Engine engine(*f.model, kRoomy);
  for (int i = 0; i < kGoldenSequences; ++i) {
    auto request = request_of(i, f.ids(i), i == 1 ? static_cast<int>(greedy.numel()) : 1);
    request.temperature = 0;
    engine.add(request);
  }
  const auto outcomes = drain(engine, adapted ? f.adapter.get() : nullptr);
  const auto& ids = outcomes.at({1, 0}).ids;
  CHECK(at::equal(at::tensor(ids, at::kLong), greedy));
  for (int i = 0; i < kGoldenSequences; ++i) {
    const at::Tensor last = f.goldens.tensor(kind + "logits." + std::to_string(i))[-1];
    const auto& completion = outcomes.at({i, 0});
    CHECK(completion.ids[0] == last.argmax().item<std::int64_t>());
    CHECK(completion.logprobs[0] ==
          Approx(last.log_softmax(-1)[completion.ids[0]].item<double>()).margin(2e-4));
  }
}

TEST_CASE("a request's samples do not depend on neighbours, slots or the order of adding") {
  const GoldenModel f;
  auto requests = mixture(f);
  const auto alone = each_alone(f, requests);
  const auto slots = GENERATE(1, 2, 3, 7, 8, 9, 40);
  CAPTURE(slots);
  check_same(run(f, requests, {slots, 256}), alone);
  std::reverse(requests.begin(), requests.end());
  check_same(run(f, requests, {slots, 160}), alone);
}

TEST_CASE("samples do not depend on neighbours where a GEMM of few rows sums differently") {
  // Inner sizes of 384 and 2048 on one thread are such: 8 rows give other bits than 16.
  const auto width = GENERATE(384, 2048);
  const int threads = GENERATE(1, 2);
  CAPTURE(width, threads);
  const int before = at::get_num_threads();
  at::set_num_threads(threads);
  auto config =
      Qwen35Config::from_folder(std::filesystem::path(CADFORGE_SOURCE_DIR) / "models/tiny");
  config.intermediate_size = width;
  const auto model = Qwen35Model::random(config, 5, {"cpu", "float32", false});
  const auto drained = [&](std::int64_t slots, int samples) {
    Engine engine(*model, {slots, 32});
    auto request = request_of(1, {5, 6, 7}, 4);
    request.samples = samples;
    engine.add(request);
    return drain(engine, nullptr);
  };
  const auto many = drained(120, 110);
  check_same(drained(40, 110), many);
  check_same(drained(17, 110), many);
  check_same(drained(1, 1).at({1, 0}), many.at({1, 0}));
  at::set_num_threads(before);
}

TEST_CASE("a request's samples do not depend on when others come and end") {
  const GoldenModel f;
  const auto requests = mixture(f);
  const auto alone = each_alone(f, requests);
  const std::size_t steps_between = GENERATE(1, 2, 5);
  Engine engine(*f.model, {6, 256});
  Outcomes outcomes;
  for (const auto& request : requests) {
    engine.add(request);
    for (std::size_t i = 0; i < steps_between; ++i) take(engine.step(f.adapter.get()), outcomes);
  }
  outcomes.merge(drain(engine, f.adapter.get()));
  check_same(outcomes, alone);
}

TEST_CASE("an engine that has run other requests gives what a new one gives") {
  const GoldenModel f;
  const auto requests = mixture(f);
  Engine engine(*f.model, {5, 256});
  for (const auto& request : requests) engine.add(request);
  const auto first = drain(engine, f.adapter.get());
  for (const auto& request : requests) engine.add(request);
  check_same(drain(engine, f.adapter.get()), first);
}

TEST_CASE("samples forked from one prompt equal separately prefilled ones") {
  const GoldenModel f;
  auto group = request_of(3, f.ids(4), 12);
  group.samples = 9;
  std::vector<GenerationRequest> singles;
  for (int sample = 0; sample < group.samples; ++sample) {
    singles.push_back(group);
    singles.back().samples = 1;
    singles.back().first_sample = sample;
  }
  const auto forked = run(f, {group}, {4, 256});
  check_same(forked, run(f, singles));
  CHECK(forked.at({3, 0}).ids != forked.at({3, 1}).ids);
}

TEST_CASE("a sample depends on seed, step and prompt number") {
  const GoldenModel f;
  const auto request = request_of(1, f.ids(2), 20);
  const auto first = run(f, {request}).at({1, 0}).ids;
  for (int part = 0; part < 3; ++part) {
    auto other = request;
    if (part == 0) other.key.seed += 1;
    if (part == 1) other.key.step += 1;
    if (part == 2) other.key.prompt += 1;
    CHECK(run(f, {other}).at({1, 0}).ids != first);
  }
}

TEST_CASE("log-probabilities of samples are those of the training pass") {
  const GoldenModel f;
  const auto requests = mixture(f);
  at::NoGradGuard no_grad;
  double total = 0, worst = 0;
  std::int64_t count = 0;
  for (const auto& [key, completion] : run(f, requests)) {
    const auto& request = requests[key.first];
    auto ids = request.prompt;
    ids.insert(ids.end(), completion.ids.begin(), completion.ids.end());
    const auto length = static_cast<std::int64_t>(completion.ids.size());
    const at::Tensor hidden =
        f.model->forward(pack({ids}), f.adapter.get()).narrow(0, request.prompt.size() - 1, length);
    const double temperature = request.temperature == 0 ? 1 : request.temperature;
    const at::Tensor expected =
        token_logprob(hidden, f.model->head(), at::tensor(completion.ids, at::kLong), temperature,
                      256)
            .logprob;
    const at::Tensor apart = (at::tensor(completion.logprobs) - expected).abs();
    total += apart.sum().item<double>();
    worst = std::max(worst, apart.max().item<double>());
    count += length;
  }
  CHECK(count > 200);
  CHECK(total / count < 1e-5);
  CHECK(worst < 2e-4);
}

TEST_CASE("a stop token ends a sample, is part of it and changes nothing before it") {
  const GoldenModel f;
  const auto free = request_of(1, f.ids(3), 30);
  const auto whole = run(f, {free}).at({1, 0});
  REQUIRE(whole.finish == FinishReason::kLength);
  REQUIRE(whole.ids.size() == 30);
  for (const std::size_t at : {0, 1, 13, 29}) {
    auto stopped = free;
    stopped.stop_tokens = {95, whole.ids[at]};
    const auto end = std::find_first_of(whole.ids.begin(), whole.ids.end(),
                                        stopped.stop_tokens.begin(), stopped.stop_tokens.end());
    const auto length = end - whole.ids.begin() + 1;
    const auto got = run(f, {stopped}).at({1, 0});
    CHECK(got.finish == FinishReason::kStop);
    CHECK(got.ids == Ids(whole.ids.begin(), whole.ids.begin() + length));
    CHECK(got.logprobs ==
          std::vector<float>(whole.logprobs.begin(), whole.logprobs.begin() + length));
  }
}

TEST_CASE("max_new_tokens ends a sample for its length, up to the last place of a slot") {
  const GoldenModel f;
  const auto longest = run(f, {request_of(1, f.ids(3), 30)}).at({1, 0});
  for (const int count : {1, 2, 29}) {
    const auto got = run(f, {request_of(1, f.ids(3), count)}, {2, 64 + count}).at({1, 0});
    CHECK(got.finish == FinishReason::kLength);
    CHECK(got.ids == Ids(longest.ids.begin(), longest.ids.begin() + count));
    CHECK(got.logprobs.size() == got.ids.size());
  }
}

TEST_CASE("a cancelled request frees its slots and changes no other's samples") {
  const GoldenModel f;
  auto requests = mixture(f);
  auto victim = request_of(77, f.ids(5), 100);
  victim.samples = 6;  // with 4 slots the group is still being admitted when it is cancelled
  const int steps = GENERATE(0, 1, 4);
  const std::size_t place = GENERATE(0, 3);
  CAPTURE(steps, place);
  const auto alone = each_alone(f, requests);
  Engine engine(*f.model, {4, 256});
  Outcomes outcomes;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    if (i == place) engine.add(victim);
    engine.add(requests[i]);
  }
  for (int i = 0; i < steps; ++i) take(engine.step(f.adapter.get()), outcomes);
  const auto before = engine.running();
  engine.cancel(77);
  if (place == 0 && steps > 0) CHECK(before - engine.running() == 3);
  engine.cancel(77);
  engine.cancel(1234);
  outcomes.merge(drain(engine, f.adapter.get()));
  check_same(outcomes, alone);
}

TEST_CASE("after everything is cancelled the engine is idle and all its slots serve again") {
  const GoldenModel f;
  auto group = request_of(5, f.ids(1), 40);
  group.samples = 8;
  const auto expected = run(f, {group}, {3, 64});
  Engine engine(*f.model, {3, 64});
  for (int round = 0; round < 4; ++round) {
    engine.add(group);
    for (int i = 0; i < round; ++i) engine.step(f.adapter.get());
    engine.cancel(5);
    CHECK(engine.idle());
    CHECK(engine.running() == 0);
    CHECK(engine.step(f.adapter.get()).empty());
  }
  engine.add(group);
  engine.step(f.adapter.get());
  CHECK(engine.running() == 2);  // and the prompt waits in the third slot
  check_same(drain(engine, f.adapter.get()), expected);
}

TEST_CASE("a bad request is refused with the field, what it may be and what it is") {
  const GoldenModel f;
  Engine engine(*f.model, {2, 40});
  const auto refused = [&](const auto& change, const std::vector<std::string>& parts) {
    auto request = request_of(31, f.ids(1), 10);
    change(request);
    for (const auto& part : parts) {
      CHECK_THROWS_WITH(engine.add(request),
                        Catch::Contains(part) && Catch::Contains("request 31"));
    }
    CHECK_THROWS_AS(engine.add(request), std::invalid_argument);
    CHECK(engine.idle());
  };
  using Request = GenerationRequest;
  refused([](Request& r) { r.prompt.clear(); }, {"prompt: expected at least 1 token, got 0"});
  refused([](Request& r) { r.prompt[3] = 96; }, {"prompt[3]", "vocabulary of 96", "got 96"});
  refused([](Request& r) { r.prompt[0] = -1; }, {"prompt[0]", "got -1"});
  refused([](Request& r) { r.max_new_tokens = 0; }, {"max_new_tokens: expected 1 or more, got 0"});
  refused([](Request& r) { r.max_new_tokens = 36; }, {"at most the 40 tokens of a slot", "5 + 36"});
  refused([&](Request& r) { r.prompt = f.ids(5); }, {"at most the 40", "130 + 10"});
  refused([](Request& r) { r.max_new_tokens = std::numeric_limits<int>::max(); },
          {"5 + 2147483647"});
  refused([](Request& r) { r.samples = 0; }, {"samples: expected 1 or more, got 0"});
  refused([](Request& r) { r.temperature = -1; }, {"temperature", "got -1"});
  refused([](Request& r) { r.temperature = 1e-30; }, {"temperature", "got 1e-30"});
  refused([](Request& r) { r.temperature = std::numeric_limits<double>::quiet_NaN(); },
          {"temperature", "got nan"});
  refused([](Request& r) { r.top_k = -1; }, {"top_k: expected 0 or more, got -1"});
  refused([](Request& r) { r.top_p = 1.5; }, {"top_p: expected 0 to 1, got 1.5"});
  CHECK_THROWS_WITH(Engine(*f.model, {0, 8}), Catch::Contains("slots"));
  CHECK_THROWS_WITH(Engine(*f.model, {8, 0}), Catch::Contains("capacity"));

  engine.add(request_of(1, f.ids(1), 10));
  CHECK(drain(engine, nullptr).size() == 1);
}
