#include "trainer/sft/loop.h"

#include <ATen/ATen.h>
#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "models/ops/token_logprob.h"
#include "trainer/session.h"
#include "trainer/sft/dataset.h"

namespace cadforge::trainer {
namespace {

using Clock = std::chrono::steady_clock;

struct StepSums {
  double loss = 0, entropy = 0;
  std::int64_t tokens = 0;
};

// One packed forward and backward pass. Gradients of the summed loss over `divisor` are added up.
void micro_batch(const Session& session, const RunConfig& config, const std::vector<const SftRow*>& rows,
                 double divisor, StepSums& sums) {
  models::PackedBatch batch;
  std::vector<std::int64_t> places, targets;
  for (const auto* row : rows) {
    const auto base = static_cast<std::int64_t>(batch.tokens.size());
    for (std::size_t t = row->prompt_length; t < row->ids.size(); ++t) {
      places.push_back(base + static_cast<std::int64_t>(t) - 1);
      targets.push_back(row->ids[t]);
    }
    batch.add(row->ids);
  }
  const auto device = session.model->head().device();
  const at::Tensor hidden =
      session.model->forward(batch, session.adapter.get(), config.train.recompute);
  const auto result =
      models::token_logprob(hidden.index_select(0, at::tensor(places, at::kLong).to(device)),
                            session.model->head(), at::tensor(targets, at::kLong).to(device), 1.0);
  const at::Tensor loss = -result.logprob.sum();
  (loss / divisor).backward();
  sums.loss += loss.item<double>();
  sums.entropy += result.entropy.sum().item<double>();
  sums.tokens += static_cast<std::int64_t>(targets.size());
}

// Rows of one step, cut into packs of at most micro_batch_tokens (one row at least).
std::vector<std::vector<const SftRow*>> packs(const std::vector<const SftRow*>& rows,
                                              std::int64_t most_tokens) {
  std::vector<std::vector<const SftRow*>> result;
  std::int64_t held = 0;
  for (const auto* row : rows) {
    const auto length = static_cast<std::int64_t>(row->ids.size());
    if (result.empty() || held + length > most_tokens) {
      result.emplace_back();
      held = 0;
    }
    result.back().push_back(row);
    held += length;
  }
  return result;
}

void save(const Session& session, const RunConfig& config, const std::filesystem::path& out) {
  if (session.adapter) {
    session.adapter->save(out / "adapter", config.model);
    return;
  }
  session.model->save(out / "model", "bfloat16");
  // The rest of a model folder goes along, so that what was trained can be run.
  for (const char* name : {"tokenizer.json", "tokenizer_config.json", "tokenizer.model",
                           "generation_config.json", "chat_template.jinja"}) {
    if (std::filesystem::exists(session.folder / name)) {
      std::filesystem::copy_file(session.folder / name, out / "model" / name,
                                 std::filesystem::copy_options::overwrite_existing);
    }
  }
}

}  // namespace

SftResult run_sft(const RunConfig& config, const std::filesystem::path& out,
                  const std::function<void(const ProgressState&)>& progress,
                  const std::atomic<bool>& stop) {
  const Session session = open_session(config);
  const auto rows = read_sft_rows(config.data.files, session.tokenizer.get(), session.end_token,
                                  config.data.max_length);
  const auto per_step = static_cast<std::size_t>(config.data.rows_per_step);
  const int epoch_steps = static_cast<int>((rows.size() + per_step - 1) / per_step);
  const int total = config.schedule.max_steps > 0
                        ? config.schedule.max_steps
                        : static_cast<int>(std::ceil(config.schedule.epochs * epoch_steps));
  write_config(config, out);
  std::ofstream metrics(out / "metrics.jsonl", std::ios::trunc);
  AdamW optimizer(session.trainables(), config.optim);

  SftResult result;
  std::int64_t tokens_seen = 0;
  for (int step = 0; step < total && !result.stopped; ++step) {
    const auto begun = Clock::now();
    const auto order =
        epoch_order(rows.size(), config.seed, step / epoch_steps, config.data.shuffle);
    std::vector<const SftRow*> chosen;
    double divisor = 0;
    const auto first = static_cast<std::size_t>(step % epoch_steps) * per_step;
    for (auto i = first; i < std::min(rows.size(), first + per_step); ++i) {
      chosen.push_back(&rows[order[i]]);
      divisor += static_cast<double>(chosen.back()->ids.size() - chosen.back()->prompt_length);
    }
    StepSums sums;
    for (const auto& pack : packs(chosen, config.train.micro_batch_tokens)) {
      micro_batch(session, config, pack, divisor, sums);
    }
    const double rate = learning_rate(config.schedule, config.optim.lr, step, total);
    const double norm = optimizer.step(rate);
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    tokens_seen += sums.tokens;
    result.last_loss = sums.loss / divisor;
    if (!std::isfinite(result.last_loss)) {
      throw std::runtime_error(fmt::format("sft: the loss of step {} is not a number", step + 1));
    }
    result.steps = step + 1;
    const nlohmann::json line = {{"step", step + 1},
                                 {"loss", result.last_loss},
                                 {"grad_norm", norm},
                                 {"learning_rate", rate},
                                 {"entropy", sums.entropy / divisor},
                                 {"num_tokens", tokens_seen},
                                 {"epoch", static_cast<double>(step + 1) / epoch_steps},
                                 {"step_time", seconds}};
    metrics << line.dump() << "\n" << std::flush;
    if (!metrics) throw std::runtime_error("sft: cannot write metrics.jsonl (disk full?)");
    ProgressState state;
    state.step = step + 1;
    state.total = total;
    state.loss = result.last_loss;
    state.has_loss = true;
    state.tokens_per_second = static_cast<double>(sums.tokens) / seconds;
    progress(state);
    result.stopped = stop.load() && step + 1 < total;
  }
  save(session, config, out);
  return result;
}

}  // namespace cadforge::trainer
