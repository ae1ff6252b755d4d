#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "models/qwen35/footprint.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/model_folder.h"
#include "trainer/run_config.h"
#include "trainer/session.h"

namespace cadforge::trainer {
namespace {

struct PlanOptions {
  std::string config, model, dtype = "bfloat16";
  std::vector<std::string> overrides;
};

double gigabytes(std::int64_t bytes) { return static_cast<double>(bytes) / 1e9; }

/// One part of the memory: a line on stderr for people, a number on stdout for programs.
struct Ledger {
  nlohmann::json parts = nlohmann::json::object();
  std::int64_t total = 0;

  void add(const char* name, std::int64_t bytes, const std::string& words) {
    fmt::print(stderr, "{:<12} {:>8.3f} GB  {}\n", name, gigabytes(bytes), words);
    parts[name] = bytes;
    total += bytes;
  }
};

void plan(const PlanOptions& options) {
  RunConfig config = load_run_config(options.config, options.overrides);
  if (!options.model.empty()) config.model = options.model;
  const auto model = model_config(config.model);
  const std::int64_t element = options.dtype == "float32" ? 4 : 2;
  const auto foot = models::footprint(model, element);
  const auto adapter = models::adapter_parameters(model, lora_options(config));
  const auto trained = config.train.full_parameters ? foot.parameters : adapter;
  const auto prompt = static_cast<std::int64_t>(config.data.max_length);
  const auto slot_tokens = prompt + config.rollout.max_new_tokens;
  const auto slots = config.rollout.slots;
  const auto tokens = config.train.micro_batch_tokens;

  fmt::print(stderr, "{}: {:.3f} B parameters, {} layers, weights in {}\n", config.model,
             static_cast<double>(foot.parameters) / 1e9, model.layers.size(), options.dtype);
  Ledger ledger;
  ledger.add("weights", foot.weight_bytes, fmt::format("{} bytes a number", element));
  ledger.add("kv_cache", slots * slot_tokens * foot.kv_bytes_a_token,
             fmt::format("{} slots of {} tokens, {} bytes a token", slots, slot_tokens,
                         foot.kv_bytes_a_token));
  ledger.add("delta_state", slots * foot.state_bytes_a_slot,
             fmt::format("{} slots, {:.1f} MB each", slots,
                         static_cast<double>(foot.state_bytes_a_slot) / 1e6));
  ledger.add("trainable", trained * 16,
             fmt::format("{:.1f} M numbers: value, gradient and two moments in fp32",
                         static_cast<double>(trained) / 1e6));
  ledger.add("activations",
             tokens * (config.train.recompute ? foot.recomputed_bytes_a_token
                                              : foot.activation_bytes_a_token),
             fmt::format("about, of {} tokens {} recomputation", tokens,
                         config.train.recompute ? "with" : "without"));
  ledger.add("logits", foot.logit_bytes, "three chunks of the log-probability");
  ledger.parts["total"] = ledger.total;
  ledger.parts["parameters"] = foot.parameters;
  ledger.parts["trainable_parameters"] = trained;
  ledger.parts["kv_bytes_a_token"] = foot.kv_bytes_a_token;
  ledger.parts["state_bytes_a_slot"] = foot.state_bytes_a_slot;
  fmt::print(stderr, "{:<12} {:>8.3f} GB\n", "total", gigabytes(ledger.total));
  print_line(ledger.parts);
}

}  // namespace

void add_plan(CLI::App& app) {
  auto options = std::make_shared<PlanOptions>();
  auto* command = app.add_subcommand("plan", "What a run would take in memory; loads nothing");
  command->add_option("--config", options->config, "The run's JSON file")->check(CLI::ExistingFile);
  command->add_option("--set", options->overrides, "a.b=c: overrides a key of the file");
  command->add_option("--model", options->model, "Instead of the configuration's model");
  command->add_option("--dtype", options->dtype, "Of the weights")
      ->check(CLI::IsMember({"float32", "bfloat16", "float16"}))
      ->capture_default_str();
  command->callback([options] { plan(*options); });
}

}  // namespace cadforge::trainer
