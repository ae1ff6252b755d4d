// Adapters as PEFT means them: initial values, scale, targets, files.
#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "models/lora/lora_adapter.h"
#include "models/model_fixture.h"

namespace {

using namespace cadforge::models;
using nlohmann::json;
using std::filesystem::path;
using Tensors = std::vector<std::pair<std::string, at::Tensor>>;

Tensors adapter_tensors() {
  const SafetensorsFile file(kModelData / "adapter" / "adapter_model.safetensors");
  Tensors tensors;
  for (const auto& name : file.names()) tensors.emplace_back(name, file.tensor(name));
  return tensors;
}

json adapter_config() {
  std::ifstream stream(kModelData / "adapter" / "adapter_config.json");
  return json::parse(stream);
}

path write_adapter(const std::string& name, const Tensors& tensors, const json& config) {
  const auto folder = fresh_folder("lora-" + name);
  write_safetensors(folder / "adapter_model.safetensors", tensors);
  std::ofstream(folder / "adapter_config.json") << config.dump();
  return folder;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a fresh adapter changes nothing, is drawn from its seed and lies within PEFT's bounds") {
  const GoldenModel f;
  at::NoGradGuard no_grad;
  const auto batch = pack({f.ids(2)});
  const auto adapter = LoraAdapter::create(*f.model, {4, 8, false, {"all-linear"}}, 11);
  CHECK(at::equal(f.model->forward(batch, adapter.get()), f.model->forward(batch, nullptr)));

  const auto same = LoraAdapter::create(*f.model, {4, 8, false, {"all-linear"}}, 11);
  const auto other = LoraAdapter::create(*f.model, {4, 8, false, {"all-linear"}}, 12);
  CHECK(at::equal(adapter->parameters(), same->parameters()));
  CHECK_FALSE(at::equal(adapter->parameters(), other->parameters()));

  // The first module reads the hidden state of 48: its A comes first in the flat buffer.
  const auto& first = f.model->linear_modules().front();
  REQUIRE(first.in_features == 48);
  const at::Tensor a = adapter->parameters().narrow(0, 0, 4 * 48);
  const double bound = 1 / std::sqrt(48.0);
  CHECK(a.abs().max().item<double>() <= bound);
  CHECK(a.std().item<double>() == Approx(bound / std::sqrt(3.0)).epsilon(0.15));
  CHECK(adapter->parameters().narrow(0, 4 * 48, first.out_features * 4).abs().max().item<float>() ==
        0);
}

TEST_CASE("an adapter is scaled by alpha over rank, or over its root") {
  const GoldenModel f;
  at::NoGradGuard no_grad;
  const bool rslora = GENERATE(false, true);
  const auto adapter = LoraAdapter::create(*f.model, {4, 8, rslora, {"q_proj"}}, 1);
  adapter->parameters().fill_(0.1);
  const auto& modules = f.model->linear_modules();
  std::int64_t module = 0;
  while (modules[module].path.find("q_proj") == std::string::npos) ++module;
  const at::Tensor x = at::ones({2, 48}), y = at::zeros({2, modules[module].out_features});
  // A x = 4.8 in each of 4 rows; B of that is 4 * 0.1 * 4.8.
  CHECK(largest(adapter->apply(module, x, y), at::full_like(y, (rslora ? 4 : 2) * 1.92)) < 1e-5);
  CHECK(at::equal(adapter->apply(module + 1, x, y), y));
}

TEST_CASE("targets are matched by the end of a module's path") {
  const GoldenModel f;
  const auto lines = [&](const std::vector<std::string>& targets) {
    return LoraAdapter::create(*f.model, {2, 4, false, targets}, 1)->target_counts();
  };
  using Lines = std::vector<std::string>;
  CHECK(lines({"q_proj", "up_proj"}) == Lines{"q_proj: 2 modules", "up_proj: 4 modules"});
  CHECK(lines({"layers.1.self_attn.o_proj"}) == Lines{"o_proj: 1 modules"});
  CHECK(lines({"all-linear"}).size() == 12);
  CHECK_THROWS_WITH(lines({"proj"}), Catch::Contains("\"proj\""));
  CHECK_THROWS_WITH(lines({"q_proj", "lm_head"}), Catch::Contains("\"lm_head\""));
  CHECK_THROWS_WITH(LoraAdapter::create(*f.model, {0, 4, false, {"q_proj"}}, 1),
                    Catch::Contains("lora.rank"));
}

TEST_CASE("an adapter saved for part of the modules comes back with the same targets") {
  const GoldenModel f;
  const auto folder = fresh_folder("lora-partial");
  const auto adapter =
      LoraAdapter::create(*f.model, {2, 4, true, {"layers.1.self_attn.o_proj", "up_proj"}}, 1);
  adapter->save(folder, "some/base");
  const auto again = LoraAdapter::load(*f.model, folder);
  CHECK(again->target_counts() == adapter->target_counts());
  CHECK(at::equal(again->parameters(), adapter->parameters()));
  CHECK(again->options().rslora);
  std::ifstream stream(folder / "adapter_config.json");
  const json config = json::parse(stream);
  CHECK(config["base_model_name_or_path"] == "some/base");
  CHECK(config["target_modules"].size() == 5);
}

TEST_CASE("an adapter of the multimodal key layout is the same adapter") {
  const GoldenModel f;
  auto tensors = adapter_tensors();
  for (auto& [name, tensor] : tensors) {
    name = replaced(name, "base_model.model.model.", "base_model.model.model.language_model.");
  }
  const auto folder = write_adapter("nested", tensors, adapter_config());
  CHECK(at::equal(LoraAdapter::load(*f.model, folder)->parameters(), f.adapter->parameters()));
}

TEST_CASE("an adapter that does not fit is refused by tensor or by feature") {
  const GoldenModel f;
  const auto refused = [&](const Tensors& tensors, const json& config, const std::string& why) {
    const auto folder = write_adapter("bad", tensors, config);
    CHECK_THROWS_WITH(LoraAdapter::load(*f.model, folder), Catch::Contains(why));
  };
  const auto good = adapter_tensors();
  const auto config = adapter_config();

  auto tensors = good;
  tensors[0].second = at::zeros({9, 9});
  refused(tensors, config, "got [9, 9]");
  tensors = good;
  tensors.erase(tensors.begin());
  refused(tensors, config, "got none");
  tensors = good;
  tensors[0].first = replaced(tensors[0].first, ".layers.0.", ".layers.9.");
  refused(tensors, config, "layers.9.");
  tensors = good;
  tensors[0].first = "base_model.model.lm_head.weight";
  refused(tensors, config, "lm_head.weight");
  refused({}, config, "holds no tensors");

  const auto changed = [&](const char* key, const json& value) {
    json copy = config;
    copy[key] = value;
    return copy;
  };
  refused(good, changed("use_dora", true), "use_dora");
  refused(good, changed("rank_pattern", {{"q_proj", 8}}), "expected shape [8, ");
  refused(good, changed("modules_to_save", {"lm_head"}), "modules_to_save");
  refused(good, changed("bias", "all"), "bias");
  refused(good, changed("peft_type", "IA3"), "peft_type");
  refused(good, changed("r", 8), "expected shape [8, ");
  refused(good, changed("r", "four"), "adapter_config.json");
}

TEST_CASE("gradients add up in the flat buffer") {
  const GoldenModel f;
  const auto batch = pack({f.ids(1)});
  const auto run = [&] { f.model->forward(batch, f.adapter.get()).square().sum().backward(); };
  run();
  const at::Tensor once = f.adapter->gradients().clone();
  CHECK(once.abs().max().item<float>() > 0);
  run();
  CHECK(largest(f.adapter->gradients(), once * 2) < 1e-4 * once.abs().max().item<double>());
  f.adapter->gradients().zero_();
  run();
  CHECK(largest(f.adapter->gradients(), once) < 1e-4 * once.abs().max().item<double>());
}
