// PEFT's ways of naming modules, adapters that PEFT made with them, and merging.
#include <ATen/ATen.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "models/lora/adapter_config.h"
#include "models/lora/merge.h"
#include "models/model_fixture.h"

namespace {

using namespace cadforge::models;
using nlohmann::json;
using std::filesystem::path;
using Names = std::vector<std::string>;

const path kPatterns = kModelData / "lora_patterns";

std::string read(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

at::Tensor logits_of(const Qwen35Model& model, const LoraAdapter* adapter, const at::Tensor& ids) {
  at::NoGradGuard no_grad;
  const auto* data = ids.data_ptr<std::int64_t>();
  return model.forward(pack({{data, data + ids.numel()}}), adapter).matmul(model.head().t());
}

const Names kPaths = {"model.layers.0.mlp.up_proj", "model.layers.0.mlp.down_proj",
                      "model.layers.1.mlp.up_proj", "model.layers.1.self_attn.q_proj",
                      "model.layers.11.mlp.up_proj"};

Names chosen(const LoraOptions& options) {
  Names paths;
  for (const auto& target : match_targets(kPaths, options).modules) {
    paths.push_back(kPaths[target.module].substr(std::string("model.layers.").size()));
  }
  return paths;
}

}  // namespace

TEST_CASE("adapters made by PEFT with patterns give PEFT's logits and come back bit for bit") {
  const GoldenModel f;
  const SafetensorsFile goldens(kPatterns / "goldens.safetensors");
  const std::string name = GENERATE("regex", "layers", "all");
  const auto adapter = LoraAdapter::load(*f.model, kPatterns / name);
  CHECK(close(logits_of(*f.model, adapter.get(), goldens.tensor("ids")),
              goldens.tensor(name + ".logits")));

  const auto folder = fresh_folder("patterns-" + name);
  adapter->save(folder, "base");
  const SafetensorsFile before(kPatterns / name / "adapter_model.safetensors");
  const SafetensorsFile after(folder / "adapter_model.safetensors");
  CHECK(before.names() == after.names());
  for (const auto& tensor : before.names()) {
    CHECK(at::equal(before.tensor(tensor), after.tensor(tensor)));
  }
  const auto again = LoraAdapter::load(*f.model, folder);
  CHECK(at::equal(again->parameters(), adapter->parameters()));
  CHECK(again->options().dropout == adapter->options().dropout);
  CHECK(at::equal(logits_of(*f.model, again.get(), goldens.tensor("ids")),
                  logits_of(*f.model, adapter.get(), goldens.tensor("ids"))));
}

TEST_CASE("a fresh adapter reaches the modules that PEFT's configuration reaches") {
  const GoldenModel f;
  const std::string name = GENERATE("regex", "layers", "all");
  const auto options = parse_adapter_config(read(kPatterns / name / "adapter_config.json"));
  const auto fresh = LoraAdapter::create(*f.model, options, 1);
  const auto made = LoraAdapter::load(*f.model, kPatterns / name);
  CHECK(fresh->target_counts() == made->target_counts());
  CHECK(fresh->parameters().numel() == made->parameters().numel());
}

TEST_CASE("modules are named by suffix, regular expression, layer and exclusion") {
  LoraOptions options;
  options.targets = {"up_proj"};
  CHECK(chosen(options) == Names{"0.mlp.up_proj", "1.mlp.up_proj", "11.mlp.up_proj"});
  options.layers = {1, 0};
  CHECK(chosen(options) == Names{"0.mlp.up_proj", "1.mlp.up_proj"});
  options.exclude = {"0.mlp.up_proj"};
  CHECK(chosen(options) == Names{"1.mlp.up_proj"});
  options = {};
  options.pattern = "All-Linear";
  CHECK(chosen(options).size() == kPaths.size());
  options.exclude_pattern = R"(.*\.layers\.1\..*)";
  CHECK(chosen(options) == Names{"0.mlp.up_proj", "0.mlp.down_proj", "11.mlp.up_proj"});
  options = {};
  options.pattern = "up_proj";  // a whole path must match
  CHECK(chosen(options).empty());
  options.pattern = R"(model\.language_model\.layers\.1\.\w+\.up_proj)";
  CHECK(chosen(options) == Names{"1.mlp.up_proj"});
}

TEST_CASE("ranks and scales of single modules follow the first key that fits") {
  LoraOptions options{4, 8, false, {"all-linear"}};
  options.rank_pattern = {{"layers.1.mlp.up_proj", 2}, {"(up|down)_proj", 16}};
  options.alpha_pattern = {{"mlp\\..*", 32}};
  const auto match = match_targets(kPaths, options);
  REQUIRE(match.modules.size() == 5);
  CHECK(match.unmatched.empty());
  CHECK(match.modules[0].rank == 16);
  CHECK(match.modules[2].rank == 2);
  CHECK(match.modules[3].rank == 4);
  CHECK(match.modules[0].scale == 2);   // 32 / 16
  CHECK(match.modules[2].scale == 16);  // 32 / 2
  CHECK(match.modules[3].scale == 2);   // 8 / 4
  options.rslora = true;
  CHECK(match_targets(kPaths, options).modules[0].scale == 8);  // 32 / sqrt(16)
}

TEST_CASE("a target, pattern or layer that fits nothing is named") {
  const GoldenModel f;
  const auto refused = [&](const auto& change, const std::string& why) {
    LoraOptions options{2, 4, false, {"q_proj"}};
    change(options);
    CHECK_THROWS_WITH(LoraAdapter::create(*f.model, options, 1), Catch::Contains(why));
  };
  refused([](LoraOptions& o) { o.pattern = "q_proj"; }, "\"q_proj\"");
  refused([](LoraOptions& o) { o.rank_pattern = {{"v_proj", 3}}; }, "\"v_proj\"");
  refused([](LoraOptions& o) { o.alpha_pattern = {{"z", 3}}; }, "\"z\"");
  refused([](LoraOptions& o) { o.exclude = {"nothing"}; }, "\"nothing\"");
  refused([](LoraOptions& o) { o.layers = {1, 77}; }, "layer 77");
  refused([](LoraOptions& o) { o.pattern = "("; }, "no regular expression");
  refused([](LoraOptions& o) { o.rank_pattern = {{"q_proj", 0}}; }, "got 0");
  refused([](LoraOptions& o) { o.dropout = 1; }, "lora.dropout");
  refused(
      [](LoraOptions& o) {
        o.pattern = ".*";
        o.layers = {1};
      },
      "lora.layers");
}

TEST_CASE("a feature of PEFT that is not implemented is refused by name, a harmless key is not") {
  const json good = json::parse(read(kPatterns / "regex" / "adapter_config.json"));
  const auto changed = [&](const char* key, const json& value) {
    json config = good;
    config[key] = value;
    return config.dump();
  };
  for (const auto& [key, value] :
       std::vector<std::pair<const char*, json>>{{"use_dora", true},
                                                 {"use_qalora", true},
                                                 {"lora_bias", true},
                                                 {"fan_in_fan_out", true},
                                                 {"modules_to_save", {"lm_head"}},
                                                 {"target_parameters", {"w"}},
                                                 {"trainable_token_indices", {3}},
                                                 {"layer_replication", {{0, 4}}},
                                                 {"alora_invocation_tokens", {1}},
                                                 {"megatron_config", {{"a", 1}}},
                                                 {"loftq_config", {{"loftq_bits", 4}}},
                                                 {"corda_config", {{"a", 1}}},
                                                 {"lora_ga_config", {{"a", 1}}},
                                                 {"arrow_config", {{"a", 1}}},
                                                 {"kasa_config", {{"a", 1}}},
                                                 {"velora_config", {{"a", 1}}},
                                                 {"use_bdlora", {{"a", 1}}},
                                                 {"a_later_feature", 3},
                                                 {"init_lora_weights", "pissa"},
                                                 {"init_lora_weights", "olora"},
                                                 {"bias", "lora_only"},
                                                 {"peft_type", "IA3"},
                                                 {"task_type", "SEQ_CLS"},
                                                 {"r", 2.5},
                                                 {"r", "4"},
                                                 {"lora_alpha", "big"},
                                                 {"lora_dropout", nullptr},
                                                 {"use_rslora", 1},
                                                 {"target_modules", 3},
                                                 {"target_modules", {3}},
                                                 {"rank_pattern", {1}},
                                                 {"rank_pattern", {{"q_proj", "two"}}}}) {
    INFO(key << " = " << value.dump());
    CHECK_THROWS_WITH(parse_adapter_config(changed(key, value)), Catch::Contains(key));
  }
  for (const auto& [key, value] :
       std::vector<std::pair<const char*, json>>{{"peft_version", "9"},
                                                 {"revision", "main"},
                                                 {"init_lora_weights", "gaussian"},
                                                 {"auto_mapping", {{"a", 1}}},
                                                 {"use_dora", false},
                                                 {"a_later_feature", nullptr}}) {
    INFO(key);
    CHECK_NOTHROW(parse_adapter_config(changed(key, value)));
  }
  CHECK_THROWS_WITH(parse_adapter_config("[]"), Catch::Contains("object"));
  CHECK_THROWS_WITH(parse_adapter_config("{}"), Catch::Contains("peft_type"));
}

TEST_CASE(
    "factors that the configuration does not ask for are refused, the vision tower's are left "
    "out") {
  const GoldenModel f;
  const auto folder = fresh_folder("patterns-more");
  std::filesystem::copy_file(kPatterns / "regex" / "adapter_config.json",
                             folder / "adapter_config.json");
  const auto write = [&](const std::string& module) {
    std::vector<std::pair<std::string, at::Tensor>> tensors;
    const SafetensorsFile file(kPatterns / "regex" / "adapter_model.safetensors");
    for (const auto& name : file.names()) tensors.emplace_back(name, file.tensor(name).clone());
    tensors.emplace_back("base_model.model." + module + ".lora_A.weight", at::zeros({3, 48}));
    tensors.emplace_back("base_model.model." + module + ".lora_B.weight", at::zeros({64, 3}));
    write_safetensors(folder / "adapter_model.safetensors", tensors);
  };
  write("model.layers.3.mlp.up_proj");
  CHECK_THROWS_WITH(LoraAdapter::load(*f.model, folder),
                    Catch::Contains("model.layers.3.mlp.up_proj"));
  write("model.visual.blocks.0.mlp.linear_fc1");
  CHECK(at::equal(LoraAdapter::load(*f.model, folder)->parameters(),
                  LoraAdapter::load(*f.model, kPatterns / "regex")->parameters()));
}

TEST_CASE("a merged checkpoint is a model that computes what base and adapter compute") {
  const GoldenModel f;
  const SafetensorsFile goldens(kPatterns / "goldens.safetensors");
  const std::string name = GENERATE("regex", "layers", "all");
  const auto out = fresh_folder("merged-" + name);
  const auto result = merge_adapter(kModelData / "base", kPatterns / name, out);
  const auto adapter = LoraAdapter::load(*f.model, kPatterns / name);
  CHECK(result.targets == adapter->target_counts());
  CHECK(result.merged + result.copied == 52);
  CHECK(read(out / "config.json") == read(kModelData / "base" / "config.json"));
  CHECK(std::filesystem::exists(out / "generation_config.json"));
  const auto merged = Qwen35Model::load(out, {"cpu", "float32", false});
  CHECK(close(logits_of(*merged, nullptr, goldens.tensor("ids")),
              goldens.tensor(name + ".logits")));
  CHECK_THROWS_WITH(merge_adapter(kModelData / "base", kPatterns / name, out),
                    Catch::Contains("model.safetensors"));
}

TEST_CASE("merging keeps dtypes and every other tensor bit for bit") {
  const GoldenModel f;
  const auto base = fresh_folder("merge-base"), out = fresh_folder("merge-out");
  std::vector<std::pair<std::string, at::Tensor>> tensors;
  for (const auto& [name, tensor] : read_checkpoint(kModelData / "base")) {
    const bool wide = name.find("A_log") != std::string::npos;
    tensors.emplace_back("model.language_model." + name.substr(6),
                         wide ? tensor : tensor.to(at::kBFloat16));
  }
  tensors.emplace_back("model.visual.patch.weight", at::randn({3, 5}));
  tensors.emplace_back("mtp.fc.weight", at::randn({3, 3}).to(at::kHalf));
  write_safetensors(base / "model.safetensors", tensors);
  json text = json::parse(read(kModelData / "base" / "config.json"));
  std::ofstream(base / "config.json") << json{{"model_type", "qwen3_5"}, {"text_config", text}};

  const auto result = merge_adapter(base, kPatterns / "layers", out);
  const SafetensorsFile merged(out / "model.safetensors");
  REQUIRE(merged.names().size() == tensors.size());
  const auto adapter = LoraAdapter::load(*f.model, kPatterns / "layers");
  std::int64_t changed = 0;
  for (const auto& [name, tensor] : tensors) {
    INFO(name);
    const at::Tensor got = merged.tensor(name);
    REQUIRE(got.scalar_type() == tensor.scalar_type());
    if (at::equal(got, tensor)) continue;
    ++changed;
    const auto& modules = f.model->linear_modules();
    for (std::size_t m = 0; m < modules.size(); ++m) {
      if ("model.language_model." + modules[m].path.substr(6) + ".weight" != name) continue;
      const auto delta = adapter->weight_delta(static_cast<std::int64_t>(m));
      CHECK(at::equal(got, (tensor.to(at::kFloat) + delta).to(at::kBFloat16)));
    }
  }
  CHECK(changed == result.merged);
}
