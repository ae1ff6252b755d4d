// Checkpoint folders in their various shapes, number formats, and training of all parameters.
#include <ATen/ATen.h>
#include <torch/csrc/autograd/custom_function.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "models/generation/state_cache.h"
#include "models/model_fixture.h"
#include "models/ops/token_logprob.h"

namespace {

using namespace cadforge::models;
using nlohmann::json;
using std::filesystem::path;
using Tensors = std::vector<std::pair<std::string, at::Tensor>>;

json base_config() {
  std::ifstream stream(kModelData / "base" / "config.json");
  return json::parse(stream);
}

path write_model(const std::string& name, const json& config, const Tensors& tensors) {
  const auto folder = fresh_folder("model-" + name);
  std::ofstream(folder / "config.json") << config.dump();
  write_safetensors(folder / "model.safetensors", tensors);
  return folder;
}

at::Tensor hidden_of(const Qwen35Model& model, const PackedBatch& batch) {
  at::NoGradGuard no_grad;
  return model.forward(batch, nullptr);
}

}  // namespace

TEST_CASE("a multimodal checkpoint gives its text model; vision and mtp parts are passed over") {
  const GoldenModel f;
  json config = {{"model_type", "qwen3_5"},
                 {"architectures", {"Qwen3_5ForConditionalGeneration"}},
                 {"text_config", base_config()},
                 {"vision_config", {{"model_type", "qwen3_5"}, {"depth", 2}}},
                 {"tie_word_embeddings", true}};
  Tensors tensors;
  for (const auto& [name, tensor] : read_checkpoint(kModelData / "base")) {
    tensors.emplace_back("model.language_model." + name.substr(6), tensor);
  }
  tensors.emplace_back("model.visual.patch_embed.proj.weight", at::zeros({3, 3}));
  tensors.emplace_back("mtp.fc.weight", at::zeros({3, 3}));
  tensors.emplace_back("lm_head.weight", tensors[0].second);
  const auto model =
      Qwen35Model::load(write_model("nested", config, tensors), {"cpu", "float32", false});
  const auto batch = pack({f.ids(2)});
  CHECK(at::equal(hidden_of(*model, batch), hidden_of(*f.model, batch)));

  tensors.emplace_back("model.language_model.extra.weight", at::zeros({3}));
  CHECK_THROWS_WITH(
      Qwen35Model::load(write_model("extra", config, tensors), {"cpu", "float32", false}),
      Catch::Contains("model.language_model.extra.weight"));
}

TEST_CASE("an untied head is its own tensor, and is required") {
  const GoldenModel f;
  json config = base_config();
  config["tie_word_embeddings"] = false;
  Tensors tensors = read_checkpoint(kModelData / "base");
  CHECK_THROWS_WITH(
      Qwen35Model::load(write_model("headless", config, tensors), {"cpu", "float32", false}),
      Catch::Contains("lm_head.weight"));
  const at::Tensor head = at::ones({96, 48});
  tensors.emplace_back("lm_head.weight", head);
  const auto model =
      Qwen35Model::load(write_model("untied", config, tensors), {"cpu", "float32", false});
  CHECK(at::equal(model->head(), head));
  CHECK(model->named_parameters().size() == f.model->named_parameters().size() + 1);
  CHECK(model->linear_modules().size() == f.model->linear_modules().size());
}

TEST_CASE("a bfloat16 file keeps the delta rule's decay and norm in float32") {
  const GoldenModel f;
  const auto folder = fresh_folder("model-bf16");
  f.model->save(folder, "bfloat16");
  const SafetensorsFile file(folder / "model.safetensors");
  for (const auto& name : file.names()) {
    const bool wide = name.find("A_log") != std::string::npos ||
                      name.find("linear_attn.norm") != std::string::npos;
    INFO(name);
    CHECK(file.tensor(name).scalar_type() == (wide ? at::kFloat : at::kBFloat16));
  }
  CHECK_THROWS_WITH(f.model->save(folder, "int8"), Catch::Contains("int8"));
  // On the CPU, auto means float32 whatever the file holds.
  const auto model = Qwen35Model::load(folder, {"cpu", "auto", false});
  CHECK(model->head().scalar_type() == at::kFloat);
}

TEST_CASE("a bfloat16 model stays near the float32 one, in one pass and step by step") {
  const GoldenModel f;
  at::NoGradGuard no_grad;
  const auto low = Qwen35Model::load(kModelData / "base", {"cpu", "bfloat16", false});
  const auto adapter = LoraAdapter::load(*low, kModelData / "adapter");
  const auto ids = f.ids(4);
  const at::Tensor whole = low->forward(pack({ids}), adapter.get());
  REQUIRE(whole.scalar_type() == at::kBFloat16);
  const at::Tensor exact = f.model->forward(pack({ids}), f.adapter.get());
  CHECK((whole.to(at::kFloat) - exact).abs().mean().item<double>() < 0.1);

  StateCache cache(low->config(), 1, 80, low->head());
  low->extend({ids.begin(), ids.begin() + 60}, 0, cache, adapter.get());
  std::vector<at::Tensor> steps;
  for (std::size_t t = 60; t < ids.size(); ++t) {
    steps.push_back(low->step(at::tensor({ids[t]}, at::kLong), {0}, cache, adapter.get()));
  }
  CHECK((at::cat(steps).to(at::kFloat) - exact.slice(0, 60)).abs().mean().item<double>() < 0.1);
}

TEST_CASE("training everything gives each parameter transformers' gradient") {
  const GoldenModel f;
  const auto model = Qwen35Model::load(kModelData / "base", {"cpu", "float32", true});
  const bool recompute = GENERATE(false, true);
  const auto ids = f.ids(4);
  const at::Tensor targets = at::tensor(ids, at::kLong).slice(0, 1);
  const at::Tensor hidden = model->forward(pack({ids}), nullptr, recompute);
  (-token_logprob(hidden.slice(0, 0, -1), model->head(), targets, 1.0).logprob.mean()).backward();
  for (const auto& [name, parameter] : model->named_parameters()) {
    INFO(name);
    REQUIRE(parameter.grad().defined());
    const at::Tensor flat = parameter.grad().to(at::kDouble).flatten();
    const at::Tensor waves = at::arange(flat.numel(), at::kDouble).cos();
    const at::Tensor expected = f.goldens.tensor("base.grad." + name);
    const double norm = expected[0].item<double>();
    CHECK(flat.norm().item<double>() == Approx(norm).epsilon(1e-3));
    CHECK(flat.dot(waves).item<double>() == Approx(expected[1].item<double>()).margin(2e-3 * norm));
  }
}

TEST_CASE("random weights are a function of the seed") {
  const auto config = Qwen35Config::from_folder(kModelData / "base");
  const auto draw = [&](std::uint64_t seed) {
    return Qwen35Model::random(config, seed, {"cpu", "float32", false});
  };
  const auto one = draw(1), same = draw(1), other = draw(2);
  CHECK(at::equal(one->head(), same->head()));
  CHECK_FALSE(at::equal(one->head(), other->head()));
  CHECK(hidden_of(*one, pack({{3, 4, 5}})).isfinite().all().item<bool>());
}

TEST_CASE("a config comes back from its own JSON") {
  for (const char* preset : {"2b", "9b"}) {
    const auto config = Qwen35Config::preset(preset);
    CHECK(Qwen35Config::from_json(config.to_json("bfloat16")).to_json("bfloat16") ==
          config.to_json("bfloat16"));
  }
}

TEST_CASE("a config with a missing or unsupported part is refused by key") {
  const auto refused = [](const char* key, const json& value) {
    json config = base_config();
    if (value.is_null()) {
      config.erase(key);
    } else {
      config[key] = value;
    }
    INFO(key);
    CHECK_THROWS_WITH(Qwen35Config::from_json(config), Catch::Contains(key));
  };
  refused("hidden_size", nullptr);
  refused("hidden_size", -48);
  refused("hidden_size", "48");
  refused("model_type", "llama");
  refused("hidden_act", "gelu");
  refused("layer_types", {"linear_attention"});
  refused("layer_types", {"sliding", "sliding", "sliding", "sliding"});
  refused("num_key_value_heads", 3);
}

TEST_CASE("a full or unknown slot is refused and a reset one starts anew") {
  const GoldenModel f;
  StateCache cache(f.model->config(), 2, 4, f.model->head());
  const auto extend = [&](const std::vector<std::int64_t>& tokens) {
    return f.model->extend(tokens, 1, cache, nullptr);
  };
  const at::Tensor first = extend({5, 6, 7, 8});
  CHECK(cache.length(1) == 4);
  CHECK_THROWS_WITH(extend({9}), Catch::Contains("slot 1"));
  CHECK_THROWS_WITH(extend({}), Catch::Contains("slot 1"));
  CHECK_THROWS_WITH(f.model->step(at::tensor({9}, at::kLong), {1}, cache, nullptr),
                    Catch::Contains("slot 1 is full"));
  CHECK_THROWS(f.model->step(at::tensor({9}, at::kLong), {2}, cache, nullptr));
  CHECK_THROWS_WITH(f.model->step(at::tensor({9, 9}, at::kLong), {0}, cache, nullptr),
                    Catch::Contains("2 tokens"));
  CHECK_THROWS_WITH(f.model->forward(pack({{3, 96}}), nullptr), Catch::Contains("token 96"));
  cache.reset(1);
  CHECK(at::equal(extend({5, 6, 7, 8}), first));
}
