#include <ATen/ATen.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "models/ops/token_logprob.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/loaded_model.h"
#include "trainer/cli/validators.h"

namespace cadforge::trainer {
namespace {

constexpr std::int64_t kTokensAtOnce = 8192;

struct LogprobOptions {
  ModelOptions model;
  std::string input;
  double temperature = 1;
};

struct Row {
  nlohmann::json id;
  std::vector<std::int64_t> ids;
  std::int64_t prompt_length = 0;
};

Row read_row(const nlohmann::json& line, std::int64_t vocabulary) {
  Row row{line.value("id", nlohmann::json()), line.at("ids").get<std::vector<std::int64_t>>(),
          line.at("prompt_length").get<std::int64_t>()};
  const auto length = static_cast<std::int64_t>(row.ids.size());
  if (row.prompt_length < 1 || row.prompt_length > length) {
    throw std::invalid_argument(fmt::format("prompt_length: expected 1 to {} (the ids), got {}",
                                            length, row.prompt_length));
  }
  for (const auto id : row.ids) {
    if (id < 0 || id >= vocabulary) {
      throw std::invalid_argument(fmt::format("ids: expected 0 to {}, got {}", vocabulary - 1, id));
    }
  }
  return row;
}

std::vector<float> to_floats(const at::Tensor& values) {
  const auto cpu = values.to(at::kCPU, at::kFloat).contiguous();
  return {cpu.data_ptr<float>(), cpu.data_ptr<float>() + cpu.numel()};
}

/// Packs the rows into one pass and prints one line each.
void print_logprobs(const std::vector<Row>& rows, const LoadedModel& loaded, double temperature) {
  models::PackedBatch batch;
  std::vector<std::int64_t> positions, targets;
  for (const auto& row : rows) {
    const auto start = batch.cu_seqlens.back();
    for (auto i = row.prompt_length; i < static_cast<std::int64_t>(row.ids.size()); ++i) {
      positions.push_back(start + i - 1);
      targets.push_back(row.ids[static_cast<std::size_t>(i)]);
    }
    batch.add(row.ids);
  }
  const auto& head = loaded.model->head();
  const auto on_device = [&](const std::vector<std::int64_t>& values) {
    return at::tensor(values, at::kLong).to(head.device());
  };
  std::vector<float> logprobs, entropies;
  if (!targets.empty()) {
    const auto hidden = loaded.model->forward(batch, loaded.adapter.get());
    const auto result = models::token_logprob(hidden.index_select(0, on_device(positions)), head,
                                              on_device(targets), temperature);
    logprobs = to_floats(result.logprob);
    entropies = to_floats(result.entropy);
  }
  std::ptrdiff_t begin = 0;
  for (const auto& row : rows) {
    const auto end = begin + static_cast<std::ptrdiff_t>(row.ids.size()) - row.prompt_length;
    print_line(
        {{"id", row.id},
         {"logprobs", std::vector<float>(logprobs.begin() + begin, logprobs.begin() + end)},
         {"entropy", std::vector<float>(entropies.begin() + begin, entropies.begin() + end)}});
    begin = end;
  }
}

void logprobs(const LogprobOptions& options) {
  const at::NoGradGuard no_grad;
  const LoadedModel loaded = load_model(options.model);
  std::vector<Row> rows;
  std::int64_t tokens = 0;
  const auto flush = [&] {
    if (!rows.empty()) print_logprobs(rows, loaded, options.temperature);
    rows.clear();
    tokens = 0;
  };
  for_each_line(options.input, [&](const nlohmann::json& line) {
    rows.push_back(read_row(line, loaded.model->config().vocab_size));
    tokens += static_cast<std::int64_t>(rows.back().ids.size());
    if (tokens >= kTokensAtOnce) flush();
  });
  flush();
}

}  // namespace

void add_logprobs(CLI::App& app) {
  auto options = std::make_shared<LogprobOptions>();
  auto* command = app.add_subcommand("logprobs", "Log-probabilities of given tokens");
  add_model_options(*command, options->model);
  command->add_option("--input", options->input, "JSONL of id, ids, prompt_length; - for stdin")
      ->required();
  command->add_option("--temperature", options->temperature, "Of the softmax")
      ->check(more_than(0))
      ->capture_default_str();
  command->callback([options] { logprobs(*options); });
}

}  // namespace cadforge::trainer
