#include <ATen/ATen.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>

#include "models/io/safetensors.h"
#include "trainer/grpo/training.h"
#include "trainer/metrics/run_log.h"

using namespace cadforge;
using namespace cadforge::trainer;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Pays the share of a completion's tokens that are below 32, at once; or never answers.
class ToyScorer : public Scorer {
 public:
  void prepare(const env::Task&) override {}
  std::future<env::Evaluation> score(const env::Task&, const std::string& text, bool,
                                     std::uint64_t) override {
    ++asked;
    std::istringstream ids(text);
    double low = 0, count = 0;
    for (std::int64_t id; ids >> id; ++count) low += id < 32;
    env::Evaluation evaluation;
    evaluation.reward.build = 1;
    evaluation.reward.total = equal ? 0.5 : low / count;
    evaluation.build.error_class = "ok";
    evaluation.build.brep.resize(3);
    std::promise<env::Evaluation> promise;
    auto future = promise.get_future();
    if (silent) {
      unanswered.push_back(std::move(promise));
    } else {
      promise.set_value(std::move(evaluation));
    }
    return future;
  }
  int asked = 0;
  bool equal = false, silent = false;
  std::vector<std::promise<env::Evaluation>> unanswered;
};

RunConfig toy_config() {
  RunConfig config;
  config.rollout.prompts_per_step = 2;
  config.rollout.group_size = 4;
  config.rollout.max_new_tokens = 6;
  config.rollout.slots = 8;
  config.optim.lr = 0.02;
  config.schedule.max_steps = 6;
  config.train.micro_batch_tokens = 40;
  config.checkpoint.every = 2;
  config.lora.rank = 4;
  config.model = std::string(CADFORGE_TEST_DATA) + "/models/base";
  config.device = "cpu";
  return config;
}

fs::path fresh_folder(const std::string& name) {
  const auto folder = fs::temp_directory_path() / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

std::vector<std::shared_ptr<const GrpoPrompt>> toy_prompts() {
  std::vector<std::shared_ptr<const GrpoPrompt>> prompts;
  for (std::int64_t i = 0; i < 5; ++i) {
    GrpoPrompt prompt;
    prompt.task.id = fmt::format("toy:{}", i);
    prompt.ids = {10 + i, 20, 30 + i};
    prompts.push_back(std::make_shared<GrpoPrompt>(prompt));
  }
  return prompts;
}

using OnProgress = std::function<void(const ProgressState&)>;

/// A whole run on the toy reward, in a process of its own as far as its state goes.
GrpoResult toy_run(
    const RunConfig& config, const fs::path& out, bool resume, ToyScorer& scorer,
    std::atomic<bool>& stop, const OnProgress& progress = [](const auto&) {}) {
  Session session = open_session(config);
  Journal journal(out / "journal.jsonl");
  const auto rollouts = make_sampled_rollouts(
      config, {*session.model,
               {},
               toy_prompts(),
               [](const auto& ids, bool) { return fmt::format("{}", fmt::join(ids, " ")); },
               scorer,
               journal});
  return train_grpo(config, {session, *rollouts, nullptr}, out, resume, progress, stop);
}

GrpoResult toy_run(const RunConfig& config, const fs::path& out, bool resume = false) {
  ToyScorer scorer;
  std::atomic<bool> stop = false;
  return toy_run(config, out, resume, scorer, stop);
}

std::vector<json> lines(const fs::path& path) {
  std::ifstream file(path);
  std::vector<json> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(json::parse(line));
  return lines;
}

/// metrics.jsonl without what a clock says.
std::vector<json> timeless_metrics(const fs::path& run) {
  auto all = lines(run / "metrics.jsonl");
  for (auto& line : all) {
    for (const char* key :
         {"time/rollout", "time/reward_wait", "time/train", "step_time", "tokens_per_second"}) {
      line.erase(key);
    }
  }
  return all;
}

std::string bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string adapter_bytes(const fs::path& run) {
  return bytes(run / "adapter" / "adapter_model.safetensors");
}

struct Crash {};

}  // namespace

TEST_CASE("GRPO raises a reward that pays for certain tokens") {
  auto config = toy_config();
  config.schedule.max_steps = 24;
  config.schedule.type = "constant";
  const auto out = fresh_folder("learns");
  CHECK(toy_run(config, out).steps == 24);
  const auto metrics = lines(out / "metrics.jsonl");
  REQUIRE(metrics.size() == 24);
  // Four steps at either end: eight samples a step are few.
  double before = 0, after = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    before += metrics[i]["reward"].get<double>() / 4;
    after += metrics[20 + i]["reward"].get<double>() / 4;
  }
  INFO("reward " << before << " -> " << after);
  CHECK(after > before + 0.3);
  // On policy, in fp32: sampler and trainer agree.
  CHECK(metrics[0]["sampling/sampling_logp_difference/mean"].get<double>() < 1e-5);
  CHECK(metrics[0]["sampling/sampling_logp_difference/max"].get<double>() < 2e-4);
}

TEST_CASE("a stopped and resumed run equals an uninterrupted one bit for bit") {
  const auto config = toy_config();
  const auto whole = fresh_folder("whole"), parts = fresh_folder("parts");
  toy_run(config, whole);
  ToyScorer scorer;
  std::atomic<bool> stop = false;
  const auto stopped = toy_run(config, parts, false, scorer, stop, [&](const ProgressState& state) {
    if (state.step == 3) stop = true;
  });
  CHECK(stopped.stopped);
  CHECK(stopped.steps == 3);
  CHECK(lines(parts / "completions.jsonl").size() == 3 * 8);
  CHECK(fs::exists(parts / "checkpoints" / "step-3" / "state.json"));
  CHECK(adapter_bytes(parts) != adapter_bytes(whole));

  CHECK(toy_run(config, parts, true).steps == 6);
  CHECK(adapter_bytes(parts) == adapter_bytes(whole));
  CHECK(timeless_metrics(parts) == timeless_metrics(whole));
  CHECK(bytes(parts / "completions.jsonl") == bytes(whole / "completions.jsonl"));
  CHECK(lines(parts / "shapes" / "index.jsonl").size() ==
        lines(whole / "shapes" / "index.jsonl").size());
}

TEST_CASE("after a crash the steps since the checkpoint are gone over with the verdicts they had") {
  const auto config = toy_config();
  const auto whole = fresh_folder("uncrashed"), parts = fresh_folder("crashed");
  toy_run(config, whole);
  ToyScorer scorer;
  std::atomic<bool> stop = false;
  CHECK_THROWS_AS(toy_run(config, parts, false, scorer, stop,
                          [](const ProgressState& state) {
                            if (state.step == 3) throw Crash();
                          }),
                  Crash);
  CHECK(lines(parts / "metrics.jsonl").size() == 3);

  // Other rewards would now be given: the third step must not ask for them.
  ToyScorer other;
  int third_step_asked = 0;
  toy_run(config, parts, true, other, stop, [&](const ProgressState& state) {
    if (state.step == 2) third_step_asked = other.asked;
  });
  CHECK(third_step_asked == 0);
  CHECK(other.asked > 0);
  CHECK(adapter_bytes(parts) == adapter_bytes(whole));
  CHECK(timeless_metrics(parts) == timeless_metrics(whole));
  CHECK(bytes(parts / "completions.jsonl") == bytes(whole / "completions.jsonl"));
}

TEST_CASE("equal rewards change nothing, and the step still counts") {
  auto config = toy_config();
  config.schedule.max_steps = 1;
  const auto out = fresh_folder("flat");
  ToyScorer scorer;
  scorer.equal = true;
  std::atomic<bool> stop = false;
  toy_run(config, out, false, scorer, stop);
  const auto metrics = lines(out / "metrics.jsonl");
  REQUIRE(metrics.size() == 1);
  CHECK(metrics[0]["loss"] == 0);
  CHECK(metrics[0]["grad_norm"] == 0);
  CHECK(metrics[0]["frac_reward_zero_std"] == 1);
  CHECK(metrics[0]["trained_tokens"] == 0);
  const models::SafetensorsFile adapter(out / "adapter" / "adapter_model.safetensors");
  for (const auto& name : adapter.names()) {
    if (name.find("lora_B") != std::string::npos) {
      CHECK(adapter.tensor(name).abs().max().item<float>() == 0);
    }
  }
}

TEST_CASE("a verdict that never comes becomes a timeout") {
  auto config = toy_config();
  config.schedule.max_steps = 1;
  config.reward.deadline_s = 1;
  const auto out = fresh_folder("silent");
  ToyScorer scorer;
  scorer.silent = true;
  std::atomic<bool> stop = false;
  toy_run(config, out, false, scorer, stop);
  for (const auto& line : lines(out / "completions.jsonl")) {
    CHECK(line["error_class"] == "timeout");
    CHECK(line["reward"] == config.reward.failure);
  }
  CHECK(lines(out / "metrics.jsonl")[0]["cad/error/timeout"] == 1);
}

TEST_CASE("a stop in the middle of a rollout leaves the logs at the last whole step") {
  const auto config = toy_config();
  const auto out = fresh_folder("interrupted");
  ToyScorer scorer;
  std::atomic<bool> stop = false;
  int calls = 0;
  const auto result = toy_run(config, out, false, scorer, stop, [&](const ProgressState& state) {
    if (state.step == 1 && ++calls == 3) stop = true;  // the second step has drawn a token or two
  });
  CHECK(result.stopped);
  CHECK(result.steps == 1);
  CHECK(lines(out / "metrics.jsonl").size() == 1);
  CHECK(lines(out / "completions.jsonl").size() == 8);
  CHECK(fs::exists(out / "adapter" / "adapter_config.json"));
}

TEST_CASE("micro-batches change no gradient: one completion at a time equals all at once") {
  auto config = toy_config();
  config.schedule.max_steps = 2;
  const auto apart = fresh_folder("apart"), together = fresh_folder("together");
  config.train.micro_batch_tokens = 1;
  toy_run(config, apart);
  config.train.micro_batch_tokens = 100000;
  toy_run(config, together);
  const auto a = lines(apart / "metrics.jsonl"), b = lines(together / "metrics.jsonl");
  CHECK(a[0]["micro_batches"] == 8);
  CHECK(b[0]["micro_batches"] == 1);
  CHECK(a[0]["grad_norm"].get<double>() == Approx(b[0]["grad_norm"].get<double>()).epsilon(1e-4));
  CHECK(a[0]["loss"].get<double>() == Approx(b[0]["loss"].get<double>()).margin(1e-6));
}

TEST_CASE("the choice of tokens by entropy does not depend on micro-batches") {
  auto config = toy_config();
  config.loss.top_entropy = 0.3;
  const auto apart = fresh_folder("chosen_apart"), together = fresh_folder("chosen_together");
  config.schedule.max_steps = 1;
  config.train.micro_batch_tokens = 1;
  toy_run(config, apart);
  config.train.micro_batch_tokens = 10000;
  toy_run(config, together);
  const double one = lines(apart / "metrics.jsonl")[0]["grad_norm"];
  const double all = lines(together / "metrics.jsonl")[0]["grad_norm"];
  CHECK(one == Approx(all).epsilon(1e-3));
  config.loss.top_entropy = 1;
  const auto whole = fresh_folder("chosen_all");
  toy_run(config, whole);
  CHECK(lines(whole / "metrics.jsonl")[0]["grad_norm"].get<double>() != Approx(all).epsilon(1e-2));
}

TEST_CASE("a weight on what went badly scales its advantage alone") {
  auto config = toy_config();
  config.schedule.max_steps = 1;
  const auto loss = [&](double weight) {
    config.loss.negative_weight = weight;
    const auto out = fresh_folder("weighted");
    toy_run(config, out);
    return lines(out / "metrics.jsonl")[0]["loss"].get<double>();
  };
  // The loss is linear in the weight, and by group the advantages add up to nothing.
  const double none = loss(0), half = loss(0.5), full = loss(1);
  CHECK(half == Approx((none + full) / 2).epsilon(1e-4));
  CHECK(none < full);
}

TEST_CASE("every stretch of an epoch shows every family") {
  std::vector<std::shared_ptr<const GrpoPrompt>> prompts;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < 60; ++i) {
    GrpoPrompt prompt;
    prompt.task.family = i < 30 ? "many" : i < 45 ? "some" : "few";
    prompts.push_back(std::make_shared<GrpoPrompt>(prompt));
    order.push_back(i);
  }
  const auto spread = spread_families(prompts, order);
  CHECK(std::set<std::size_t>(spread.begin(), spread.end()).size() == 60);
  for (std::size_t first = 0; first + 8 <= 60; ++first) {
    std::map<std::string, int> count;
    for (auto i = first; i < first + 8; ++i) ++count[prompts[spread[i]]->task.family];
    CHECK(count["many"] >= 3);
    CHECK(count["some"] >= 1);
    CHECK(count["few"] >= 1);
  }
}

TEST_CASE("kept shapes are listed with what the report shows") {
  auto config = toy_config();
  const auto out = fresh_folder("shapes");
  toy_run(config, out);
  int watched = 0;
  for (const auto& line : lines(out / "shapes" / "index.jsonl")) {
    CHECK(fs::file_size(out / "shapes" / line["file"].get<std::string>()) == 3);
    CHECK(line.contains("total"));
    if (line["watched"] == true) {
      CHECK(line["task_id"] == "toy:0");
      ++watched;
    }
  }
  CHECK(watched == 4);
}

TEST_CASE("recorded groups are trained on as they are, and bad lines are named") {
  auto config = toy_config();
  config.schedule.max_steps = 1;
  config.rollout.prompts_per_step = 1;
  config.rollout.group_size = 2;
  config.reward.source = "replay";
  const auto out = fresh_folder("replay");
  const auto file = out / "groups.jsonl";
  config.data.files = {file.string()};
  std::ofstream(file)
      << R"({"prompt_ids": [1, 2], "completions": [{"ids": [3, 4], "logprobs": [-4, -4], "reward": 1, "truncated": false},
             {"ids": [5], "logprobs": [-4], "reward": 0, "truncated": true, "env_mask": [1]}]})"_json
             .dump()
      << "\n";
  Session session = open_session(config);
  const auto rollouts = make_recorded_rollouts(config);
  const std::atomic<bool> stop = false;
  train_grpo(
      config, {session, *rollouts, nullptr}, out, false, [](const auto&) {}, stop);
  const auto metrics = lines(out / "metrics.jsonl");
  CHECK(metrics.at(0)["reward"] == 0.5);
  CHECK(metrics.at(0)["trained_tokens"] == 3);
  CHECK(metrics.at(0)["completions/clipped_ratio"] == 0.5);
  CHECK(metrics.at(0)["grad_norm"].get<double>() > 0);

  std::ofstream(file, std::ios::app)
      << R"({"prompt_ids": [1], "completions": [{"ids": [3], "logprobs": [], "reward": 1, "truncated": false}]})"
      << "\n";
  CHECK_THROWS_WITH(make_recorded_rollouts(config),
                    Catch::Contains("groups.jsonl:2") && Catch::Contains("logprobs"));
}

TEST_CASE("a log is cut back to where its checkpoint stood") {
  const auto path = fresh_folder("log") / "log.jsonl";
  std::uint64_t mark = 0;
  {
    RunLog log(path, 0);
    log.append({{"a", 1}});
    mark = log.bytes();
    log.append({{"b", "\xff"}});  // not UTF-8: replaced, never thrown
  }
  CHECK(lines(path).size() == 2);
  RunLog log(path, mark);
  log.append({{"c", 3}});
  CHECK(bytes(path) == "{\"a\":1}\n{\"c\":3}\n");
}

TEST_CASE("the journal forgets a broken last line and tokens that differ") {
  const auto path = fresh_folder("journal") / "journal.jsonl";
  ScoredCompletion scored;
  scored.total = 0.25;
  scored.notes = {"note"};
  scored.terms = {{"build", 1}};
  {
    Journal journal(path);
    journal.add({1, 2, 3}, {7, 8}, scored);
  }
  std::ofstream(path, std::ios::app) << "{\"step\": 1, \"pro";
  Journal journal(path);
  const auto found = journal.find({1, 2, 3}, {7, 8});
  REQUIRE(found);
  CHECK(found->total == 0.25);
  CHECK(found->terms == scored.terms);
  CHECK_FALSE(journal.find({1, 2, 3}, {7, 9}));
  CHECK_FALSE(journal.find({1, 2, 4}, {7, 8}));
  journal.add({1, 2, 4}, {1}, scored);
  CHECK(Journal(path).find({1, 2, 4}, {1}));
}
