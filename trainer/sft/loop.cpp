#include "trainer/sft/loop.h"

#include <ATen/ATen.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>

#include "models/ops/sampling.h"
#include "models/ops/token_logprob.h"
#include "trainer/checkpoint/checkpoint.h"
#include "trainer/metrics/run_log.h"
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
void micro_batch(const Session& session, const RunConfig& config,
                 const std::vector<const SftRow*>& rows, int step, double divisor, StepSums& sums) {
  models::PackedBatch batch;
  std::vector<std::int64_t> places, targets;
  for (const auto* row : rows) {
    const auto base = static_cast<std::int64_t>(batch.tokens.size());
    for (std::size_t t = row->prompt_length; t < row->ids.size(); ++t) {
      places.push_back(base + static_cast<std::int64_t>(t) - 1);
      targets.push_back(row->ids[t]);
    }
    batch.add(row->ids);
    batch.dropout_streams.push_back(
        models::sample_stream(config.seed, static_cast<std::uint32_t>(step), row->number, 0));
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

class SftTraining {
 public:
  SftTraining(const RunConfig& config, const std::filesystem::path& out, bool resume)
      : config_(config),
        out_(out),
        session_(open_session(config)),
        rows_(read_sft_rows(config.data.files, session_.tokenizer.get(), session_.end_token,
                            config.data.max_length, session_.chat)),
        start_(resume ? read_start(session_, out) : Start{}),
        optimizer_(session_.trainables(), config.optim) {
    per_step_ = static_cast<std::size_t>(config.data.rows_per_step);
    epoch_steps_ = static_cast<int>((rows_.size() + per_step_ - 1) / per_step_);
    total_ = config.schedule.max_steps > 0
                 ? config.schedule.max_steps
                 : static_cast<int>(std::ceil(config.schedule.epochs * epoch_steps_));
    if (start_.folder) load_optimizer(*start_.folder, optimizer_);
    write_config(config, out);
    metrics_.emplace(out / "metrics.jsonl", start_.log_bytes);
    step_ = start_.step;
    tokens_seen_ = start_.tokens;
  }

  SftResult run(const std::function<void(const ProgressState&)>& progress,
                const std::atomic<bool>& stop) {
    SftResult result;
    const int stop_at = config_.schedule.stop_at;
    const int last = stop_at > 0 ? std::min(stop_at, total_) : total_;
    while (step_ < last && !result.stopped) {
      result.last_loss = step(progress);
      result.stopped = stop.load() && step_ < last;
      const int every = config_.checkpoint.every;
      if (result.stopped || (every > 0 && step_ % every == 0 && step_ < total_)) checkpoint();
    }
    result.steps = step_;
    save(session_, config_, out_);
    return result;
  }

 private:
  struct Start {
    std::optional<std::filesystem::path> folder;
    int step = 0;
    std::int64_t tokens = 0;
    std::uint64_t log_bytes = 0;
  };

  static Start read_start(Session& session, const std::filesystem::path& out) {
    Start start;
    start.folder = newest_checkpoint(out);
    if (!start.folder) return start;
    const Checkpoint checkpoint = read_checkpoint_state(*start.folder);
    load_weights(*start.folder, session);
    start.step = checkpoint.step;
    checkpoint.state.at("num_tokens").get_to(start.tokens);
    checkpoint.state.at("log_bytes").get_to(start.log_bytes);
    spdlog::info("going on after step {}", start.step);
    return start;
  }

  void checkpoint() {
    const nlohmann::json state = {{"num_tokens", tokens_seen_}, {"log_bytes", metrics_->bytes()}};
    save_checkpoint(out_, {step_, state}, session_, optimizer_, config_);
  }

  std::vector<const SftRow*> step_rows() const {
    const auto order =
        epoch_order(rows_.size(), config_.seed, step_ / epoch_steps_, config_.data.shuffle);
    const auto first = static_cast<std::size_t>(step_ % epoch_steps_) * per_step_;
    std::vector<const SftRow*> chosen;
    for (auto i = first; i < std::min(rows_.size(), first + per_step_); ++i) {
      chosen.push_back(&rows_[order[i]]);
    }
    return chosen;
  }

  double step(const std::function<void(const ProgressState&)>& progress) {
    const auto begun = Clock::now();
    const auto chosen = step_rows();
    double divisor = 0;
    for (const auto* row : chosen) {
      divisor += static_cast<double>(row->ids.size() - row->prompt_length);
    }
    StepSums sums;
    for (const auto& pack : packs(chosen, config_.train.micro_batch_tokens)) {
      micro_batch(session_, config_, pack, step_, divisor, sums);
    }
    const double loss = sums.loss / divisor;
    if (!std::isfinite(loss)) {
      throw std::runtime_error(fmt::format("sft: the loss of step {} is not a number", step_ + 1));
    }
    const double rate = learning_rate(config_.schedule, config_.optim.lr, step_, total_);
    const double norm = optimizer_.step(rate);
    const double seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    ++step_;
    tokens_seen_ += sums.tokens;
    metrics_->append({{"step", step_},
                      {"loss", loss},
                      {"grad_norm", norm},
                      {"learning_rate", rate},
                      {"entropy", sums.entropy / divisor},
                      {"num_tokens", tokens_seen_},
                      {"epoch", static_cast<double>(step_) / epoch_steps_},
                      {"step_time", seconds}});
    ProgressState state;
    state.step = step_;
    state.total = total_;
    state.loss = loss;
    state.has_loss = true;
    state.tokens_per_second = static_cast<double>(sums.tokens) / seconds;
    progress(state);
    return loss;
  }

  const RunConfig& config_;
  const std::filesystem::path out_;
  Session session_;
  const std::vector<SftRow> rows_;
  const Start start_;
  AdamW optimizer_;
  std::optional<RunLog> metrics_;
  std::size_t per_step_ = 1;
  int epoch_steps_ = 1, total_ = 0, step_ = 0;
  std::int64_t tokens_seen_ = 0;  ///< completion tokens
};

}  // namespace

SftResult run_sft(const RunConfig& config, const std::filesystem::path& out,
                  const std::function<void(const ProgressState&)>& progress,
                  const std::atomic<bool>& stop, bool resume) {
  return SftTraining(config, out, resume).run(progress, stop);
}

}  // namespace cadforge::trainer
