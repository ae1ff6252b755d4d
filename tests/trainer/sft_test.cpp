#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "models/io/safetensors.h"
#include "models/lora/lora_adapter.h"
#include "models/qwen35/model.h"
#include "trainer/sft/dataset.h"
#include "trainer/sft/loop.h"

using namespace cadforge::trainer;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

fs::path fresh_folder(const std::string& name) {
  const auto folder = fs::temp_directory_path() / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

std::string write_rows(const fs::path& folder, const std::string& text) {
  std::ofstream(folder / "rows.jsonl") << text;
  return (folder / "rows.jsonl").string();
}

/// Four rows, each a prompt with one right answer.
RunConfig copying_config(const fs::path& folder) {
  RunConfig config;
  config.model = std::string(CADFORGE_TEST_DATA) + "/models/base";
  config.device = "cpu";
  config.data.files = {write_rows(folder, R"({"prompt_ids": [5, 6], "completion_ids": [11, 12, 13]}
{"prompt_ids": [7, 6], "completion_ids": [21, 22]}
{"prompt_ids": [8, 6], "completion_ids": [31]}
{"prompt_ids": [9], "completion_ids": [41, 42, 43, 44]}
)")};
  config.data.rows_per_step = 3;
  config.schedule.max_steps = 40;
  config.schedule.type = "constant";
  config.optim.lr = 0.01;  // at 0.02 it depends on how a processor rounds whether it oscillates
  config.checkpoint.every = 0;
  return config;
}

std::vector<json> metrics(const fs::path& run) {
  std::ifstream file(run / "metrics.jsonl");
  std::vector<json> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(json::parse(line));
    lines.back().erase("step_time");
  }
  return lines;
}

std::string bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

SftResult run(const RunConfig& config, const fs::path& out, int stop_after = 0,
              bool resume = false) {
  std::atomic<bool> stop = false;
  return run_sft(
      config, out, [&](const ProgressState& state) { stop = state.step == stop_after; }, stop,
      resume);
}

}  // namespace

TEST_CASE("SFT learns a tiny set by heart, with an adapter and with every parameter") {
  for (const bool full : {false, true}) {
    const auto out = fresh_folder(full ? "full" : "lora");
    auto config = copying_config(out);
    config.train.full_parameters = full;
    const auto result = run(config, out);
    CHECK(result.steps == 40);
    CHECK(metrics(out).front()["loss"].get<double>() > 3);
    CHECK(result.last_loss < 0.1);
    CHECK(
        fs::exists(out / (full ? "model/model.safetensors" : "adapter/adapter_model.safetensors")));
  }
}

TEST_CASE("a step's loss is the mean over its tokens, however the rows are packed") {
  const auto out = fresh_folder("packing");
  auto config = copying_config(out);
  config.schedule.max_steps = 1;
  config.train.micro_batch_tokens = 1;
  run(config, out / "apart");
  config.train.micro_batch_tokens = 1000;
  run(config, out / "together");
  const auto apart = metrics(out / "apart")[0], together = metrics(out / "together")[0];
  CHECK(apart["loss"].get<double>() == Approx(together["loss"].get<double>()).epsilon(1e-6));
  CHECK(apart["grad_norm"].get<double>() ==
        Approx(together["grad_norm"].get<double>()).epsilon(1e-5));
  CHECK(apart["num_tokens"] == together["num_tokens"]);
}

TEST_CASE("SFT resumed equals SFT uninterrupted bit for bit") {
  for (const bool full : {false, true}) {
    const auto out = fresh_folder(full ? "resume_full" : "resume_lora");
    auto config = copying_config(out);
    config.schedule.max_steps = 7;
    config.schedule.type = "cosine";
    config.checkpoint.every = 2;
    config.train.full_parameters = full;
    run(config, out / "whole");
    CHECK(run(config, out / "parts", 3).stopped);
    CHECK(run(config, out / "parts", 0, true).steps == 7);
    CHECK(metrics(out / "parts") == metrics(out / "whole"));
    const char* weights = full ? "model/model.safetensors" : "adapter/adapter_model.safetensors";
    CHECK(bytes(out / "parts" / weights) == bytes(out / "whole" / weights));
  }
}

TEST_CASE("six steps are TRL's: loss, gradient norm, every gradient, the adapter at the end") {
  using namespace cadforge::models;
  const fs::path data(CADFORGE_TEST_DATA), start = data / "models/adapter";
  const std::string name = GENERATE("constant", "cosine");
  INFO(name);
  const auto golden = json::parse(bytes(data / "trainer/sft" / (name + ".json")));
  const auto& settings = golden.at("settings");
  const auto out = fresh_folder("trl");
  RunConfig config;
  config.model = (data / "models/base").string();
  config.adapter = start.string();
  config.device = "cpu";
  config.data.files = {(data / "trainer/sft/rows.jsonl").string()};
  config.data.rows_per_step = 4;
  config.data.shuffle = false;
  config.train.micro_batch_tokens = 140;
  config.optim.lr = settings.at("learning_rate");
  config.optim.max_grad_norm = settings.at("max_grad_norm");
  config.optim.weight_decay = settings.at("weight_decay");
  config.schedule.type = settings.at("lr_scheduler_type").get<std::string>();
  config.schedule.warmup_ratio = settings.value("warmup_steps", 0) / 6.0;
  config.schedule.max_steps = 6;
  config.checkpoint.every = 1;
  config.checkpoint.keep = 6;
  run(config, out);

  const auto steps = metrics(out);
  REQUIRE(steps.size() == 6);
  for (std::size_t i = 0; i < 6; ++i) {
    const auto& expected = golden.at("steps")[i];
    const auto near = [&](const char* key, double relative) {
      INFO(i << " " << key);
      CHECK(steps[i].at(key).get<double>() ==
            Approx(expected.at(key).get<double>()).epsilon(relative));
    };
    near("loss", 1e-5);
    near("grad_norm", 1e-4);
    near("learning_rate", 1e-12);
  }

  // After one step Adam's first moment is a tenth of the gradient, in the adapter's flat order:
  // saved as an adapter it gets its names.
  const auto model = Qwen35Model::load(config.model, {"cpu", "float32", false});
  const auto named = LoraAdapter::load(*model, start);
  const SafetensorsFile optimizer(out / "checkpoints/step-1/optimizer.safetensors");
  at::NoGradGuard no_grad;
  named->parameters().copy_(optimizer.tensor("exp_avg.0") / 0.1);
  named->save(out / "gradients", "");
  const SafetensorsFile gradients(out / "gradients/adapter_model.safetensors");

  const SafetensorsFile theirs(data / "trainer/sft" / (name + ".safetensors"));
  const SafetensorsFile before(start / "adapter_model.safetensors");
  const SafetensorsFile after(out / "adapter/adapter_model.safetensors");
  const auto relative = [](const at::Tensor& got, const at::Tensor& expected) {
    return ((got - expected).norm() / expected.norm()).item<double>();
  };
  std::vector<double> apart;
  for (const auto& weight : before.names()) {
    INFO(weight);
    CHECK(relative(gradients.tensor(weight), theirs.tensor("grad." + weight)) < 1e-3);
    const at::Tensor begun = before.tensor(weight);
    apart.push_back(
        relative(after.tensor(weight) - begun, theirs.tensor("final." + weight) - begun));
  }
  std::sort(apart.begin(), apart.end());
  CHECK(apart[apart.size() / 2] < 1e-3);
  CHECK(apart.back() < 0.2);
}

TEST_CASE("an epoch's order holds every row once and depends on seed and epoch alone") {
  const auto order = epoch_order(50, 1, 0, true);
  CHECK(std::set<std::size_t>(order.begin(), order.end()).size() == 50);
  CHECK(order == epoch_order(50, 1, 0, true));
  CHECK(order != epoch_order(50, 1, 1, true));
  CHECK(order != epoch_order(50, 2, 0, true));
  CHECK(epoch_order(3, 1, 0, false) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("rows that cannot be read are named by file, line and reason") {
  const auto folder = fresh_folder("bad");
  const auto reading = [&](const std::string& text) {
    return read_sft_rows({write_rows(folder, text)}, nullptr, -1, 100);
  };
  CHECK_THROWS_WITH(reading("{\"prompt_ids\": [1], \"completion_ids\": [2]}\n{\"text\": 1}\n"),
                    Catch::Contains("rows.jsonl:2") && Catch::Contains("\"messages\""));
  CHECK_THROWS_WITH(reading("{\"prompt_ids\": [1], \"completion_ids\": []}\n"),
                    Catch::Contains("rows.jsonl:1") && Catch::Contains("one token"));
  CHECK_THROWS_WITH(reading("{\"prompt\": \"a\", \"completion\": \"b\"}\n"),
                    Catch::Contains("tokenizer"));
  CHECK_THROWS_WITH(reading("\n"), Catch::Contains("no rows"));
  CHECK_THROWS_WITH(read_sft_rows({"/nowhere.jsonl"}, nullptr, -1, 100),
                    Catch::Contains("/nowhere.jsonl"));
}
