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
  refused("quantization_config", {{"quant_method", "fp8"}});
  refused("attention_bias", true);
  refused("attention_dropout", 0.1);
  refused("attn_output_gate", false);
  refused("mamba_ssm_dtype", "bfloat16");
  refused("mlp_only_layers", {2});
  refused("num_experts", 8);
  refused("num_experts_per_tok", 2);
  refused("moe_intermediate_size", 64);
  refused("shared_expert_intermediate_size", 64);
  refused("sliding_window", 4096);
  refused("use_sliding_window", true);
  refused("per_layer_config", {{"0", {{"head_dim", 8}}}});
  refused("logit_scale", 0.5);  // not Qwen3.5's, but it could be some day's
  refused("rope_scaling", {{"rope_type", "yarn"}, {"factor", 4.0}});
  refused("rope_scaling", {{"type", "linear"}, {"factor", 4.0}});
  refused("rope_parameters", {{"rope_type", "default"}, {"factor", 4.0}});
  refused("rope_parameters", {{"full_attention", {{"rope_type", "default"}}}});
  refused("rope_parameters", {{"rope_theta", -1}});
  refused("rms_norm_eps", "small");
  refused("tie_word_embeddings", "yes");
  refused("num_hidden_layers", 1e12);
  refused("num_hidden_layers", std::int64_t{1} << 40);
  refused("head_dim", 0);
  refused("hidden_size", nullptr);
  refused("hidden_size", -48);
  refused("hidden_size", "48");
  refused("model_type", "llama");
  refused("hidden_act", "gelu");
  refused("layer_types", {"linear_attention"});
  refused("layer_types", {"sliding", "sliding", "sliding", "sliding"});
  refused("num_key_value_heads", 3);
}

TEST_CASE("keys that change no number are passed over, and rope is resolved as by transformers") {
  json config = base_config();
  config.erase("head_dim");
  config.erase("rope_parameters");
  config.erase("rope_theta");
  config.erase("partial_rotary_factor");
  config["mtp_num_hidden_layers"] = 1;
  config["use_cache"] = false;
  config["unheard_of"] = nullptr;
  config["unsloth_version"] = "1";
  auto read = Qwen35Config::from_json(config);
  CHECK(read.head_dim == 256);  // transformers' defaults
  CHECK(read.rope_theta == 10000);
  CHECK(read.partial_rotary_factor == 0.25);
  config["rope_theta"] = 5e5;
  CHECK(Qwen35Config::from_json(config).rope_theta == 5e5);
  config["rope_parameters"] = {{"rope_type", "default"}, {"rope_theta", 7e5}};
  CHECK(Qwen35Config::from_json(config).rope_theta == 7e5);
  config["rope_scaling"] = {{"type", "default"}, {"partial_rotary_factor", 0.5}};
  read = Qwen35Config::from_json(config);
  CHECK(read.rope_theta == 5e5);  // rope_scaling stands for all of rope_parameters
  CHECK(read.partial_rotary_factor == 0.5);
}

TEST_CASE("half-precision files are read, and a tensor of another dtype is refused by name") {
  const GoldenModel f;
  const auto batch = pack({f.ids(3)});
  const auto kind = GENERATE(at::kHalf, at::kBFloat16);
  Tensors tensors;
  for (const auto& [name, tensor] : read_checkpoint(kModelData / "base")) {
    tensors.emplace_back(name, tensor.to(kind));
  }
  const auto folder = write_model("half", base_config(), tensors);
  const auto model = Qwen35Model::load(folder, {"cpu", "auto", false});
  CHECK(model->head().scalar_type() == at::kFloat);
  const at::Tensor apart = hidden_of(*model, batch) - hidden_of(*f.model, batch);
  CHECK(apart.abs().mean().item<double>() < (kind == at::kHalf ? 0.01 : 0.08));

  for (const auto wrong : {at::kDouble, at::kInt}) {
    auto bad = tensors;
    bad[5].second = bad[5].second.to(wrong);
    CHECK_THROWS_WITH(
        Qwen35Model::load(write_model("dtype", base_config(), bad), {"cpu", "auto", false}),
        Catch::Contains(bad[5].first) && Catch::Contains("expected dtype F32, BF16 or F16"));
  }
}

TEST_CASE("weights that keep the file's dtype stay in the mapped file") {
  const GoldenModel f;
  const auto folder = fresh_folder("model-mapped");
  f.model->save(folder, "bfloat16");
  const auto model = Qwen35Model::load(folder, {"cpu", "bfloat16", false});
  const auto address = reinterpret_cast<std::uintptr_t>(model->head().data_ptr());
  bool mapped = false;
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    std::uintptr_t begin = 0, end = 0;
    std::sscanf(line.c_str(), "%lx-%lx", &begin, &end);
    if (address >= begin && address < end) {
      mapped = line.find("model-mapped/model.safetensors") != std::string::npos;
    }
  }
  CHECK(mapped);
}

TEST_CASE("a checkpoint too large for one file is sharded, with an index, and is the same model") {
  const GoldenModel f;
  const auto folder = fresh_folder("model-sharded");
  std::vector<PendingTensor> tensors;
  for (const auto& [name, tensor] : f.model->named_parameters()) {
    tensors.push_back(
        {name, std::make_shared<at::Tensor>(tensor), [tensor = tensor] { return tensor; }});
  }
  write_checkpoint(folder, tensors, 30'000);
  std::ofstream(folder / "config.json") << base_config();
  CHECK_FALSE(std::filesystem::exists(folder / "model.safetensors"));
  std::ifstream stream(folder / "model.safetensors.index.json");
  const json index = json::parse(stream);
  CHECK(index["weight_map"].size() == tensors.size());
  const std::string first = index["weight_map"][tensors[0].name];
  CHECK(first.starts_with("model-00001-of-000"));
  const auto model = Qwen35Model::load(folder, {"cpu", "float32", false});
  CHECK(at::equal(hidden_of(*model, pack({f.ids(2)})), hidden_of(*f.model, pack({f.ids(2)}))));
}

TEST_CASE("a head that differs from the embedding it is tied to is refused") {
  Tensors tensors = read_checkpoint(kModelData / "base");
  tensors.emplace_back("lm_head.weight", at::ones({96, 48}));
  CHECK_THROWS_WITH(
      Qwen35Model::load(write_model("two-heads", base_config(), tensors), {"cpu", "auto", false}),
      Catch::Contains("lm_head.weight") && Catch::Contains("tie_word_embeddings"));
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
