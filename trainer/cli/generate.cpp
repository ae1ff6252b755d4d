#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "models/generation/engine.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/loaded_model.h"
#include "trainer/cli/validators.h"
#include "trainer/prompt.h"

namespace cadforge::trainer {
namespace {

struct GenerateOptions {
  ModelOptions model;
  std::string input;
  int max_new_tokens = 256, samples = 1, top_k = 0;
  double temperature = 1, top_p = 1;
  std::uint64_t seed = 0;
  std::int64_t slots = 64;
  bool ignore_eos = false;
};

/// A finished sample, in its place: completions end in any order and are printed in the input's.
using Place = std::pair<std::uint64_t, int>;

struct Input {
  std::vector<nlohmann::json> ids;
  std::vector<models::GenerationRequest> requests;
  std::int64_t longest_prompt = 1;
};

Input read_input(const GenerateOptions& options, const LoadedModel& loaded) {
  Input input;
  for_each_line(options.input, [&](const nlohmann::json& line) {
    models::GenerationRequest request;
    request.id = input.requests.size();
    request.prompt = prompt_tokens(line, loaded);
    request.samples = options.samples;
    request.max_new_tokens = options.max_new_tokens;
    request.temperature = options.temperature;
    request.top_k = options.top_k;
    request.top_p = options.top_p;
    if (!options.ignore_eos) request.stop_tokens = loaded.stop_tokens;
    request.key = {options.seed, 0, static_cast<std::uint32_t>(request.id)};
    input.longest_prompt =
        std::max(input.longest_prompt, static_cast<std::int64_t>(request.prompt.size()));
    input.ids.push_back(line.value("id", nlohmann::json(request.id)));
    input.requests.push_back(std::move(request));
  });
  return input;
}

nlohmann::json to_line(const models::Completion& completion, const nlohmann::json& id,
                       const LoadedModel& loaded, int samples) {
  const bool stopped = completion.finish == models::FinishReason::kStop;
  nlohmann::json line{{"id", id},
                      {"completion_ids", completion.ids},
                      {"logprobs", completion.logprobs},
                      {"text", nullptr},
                      {"finish_reason", stopped ? "stop" : "length"}};
  if (samples > 1) line["sample"] = completion.sample;
  if (loaded.tokenizer) {
    line["text"] = completion_text(*loaded.tokenizer, completion.ids, stopped);
  }
  return line;
}

void generate(const GenerateOptions& options) {
  const LoadedModel loaded = load_model(options.model);
  const Input input = read_input(options, loaded);
  const auto wanted = static_cast<std::int64_t>(input.requests.size()) * options.samples;
  models::Engine engine(*loaded.model, {std::clamp<std::int64_t>(wanted, 1, options.slots),
                                        input.longest_prompt + options.max_new_tokens});
  for (const auto& request : input.requests) engine.add(request);
  std::map<Place, models::Completion> finished;
  Place next{0, 0};
  while (!engine.idle()) {
    for (auto& completion : engine.step(loaded.adapter.get())) {
      finished.emplace(Place{completion.id, completion.sample}, std::move(completion));
    }
    for (auto first = finished.begin(); first != finished.end() && first->first == next;
         first = finished.erase(first)) {
      print_line(to_line(first->second, input.ids[next.first], loaded, options.samples));
      if (++next.second == options.samples) next = {next.first + 1, 0};
    }
  }
}

}  // namespace

void add_generate(CLI::App& app) {
  auto options = std::make_shared<GenerateOptions>();
  auto* command = app.add_subcommand("generate", "Completes prompts");
  add_model_options(*command, options->model);
  command
      ->add_option("--input", options->input,
                   "JSONL of id and prompt, prompt_ids or messages (with thinking); - for stdin")
      ->required();
  command->add_option("--max-new-tokens", options->max_new_tokens, "Most tokens a completion has")
      ->check(at_least(1))
      ->capture_default_str();
  command->add_option("--temperature", options->temperature, "0: the likeliest token")
      ->check(at_least(0))
      ->capture_default_str();
  command->add_option("--seed", options->seed, "Of the samples")->capture_default_str();
  command->add_option("--samples", options->samples, "Completions a prompt")
      ->check(at_least(1))
      ->capture_default_str();
  command->add_option("--top-k", options->top_k, "Draw among the k likeliest only; 0: all")
      ->check(at_least(0));
  command->add_option("--top-p", options->top_p, "Draw among the likeliest that hold p of the mass")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--slots", options->slots, "Sequences decoded together")
      ->check(at_least(1))
      ->capture_default_str();
  command->add_flag("--ignore-eos", options->ignore_eos, "Go on to --max-new-tokens");
  command->callback([options] { generate(*options); });
}

}  // namespace cadforge::trainer
