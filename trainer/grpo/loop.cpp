#include "trainer/grpo/loop.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <stdexcept>

#include "env/tasks/task_set.h"
#include "trainer/grpo/training.h"
#include "trainer/prompt.h"

namespace cadforge::trainer {
namespace {

std::vector<std::shared_ptr<const GrpoPrompt>> train_prompts(const RunConfig& config,
                                                             const models::Tokenizer& tokenizer) {
  const PromptOptions options{config.prompt.style, config.prompt.thinking, config.prompt.system};
  std::vector<std::shared_ptr<const GrpoPrompt>> prompts;
  for (auto& task : env::load_task_set(config.tasks)) {
    auto prompt = std::make_shared<GrpoPrompt>();
    prompt->text = render_prompt(task, options);
    prompt->ids = tokenizer.encode(prompt->text);
    prompt->task = env::in_style(std::move(task), options.style);
    prompts.push_back(std::move(prompt));
  }
  if (prompts.empty()) throw std::invalid_argument("tasks: the set is empty: " + config.tasks);
  spdlog::info("{} training tasks; the first prompt:\n{}", prompts.size(), prompts.front()->text);
  return prompts;
}

std::unique_ptr<Scorer> environment_scorer(const RunConfig& config) {
  env::PoolOptions pool_options;
  pool_options.lanes = config.sandbox.workers;
  pool_options.require = config.sandbox.require;
  auto pool = std::make_shared<env::Pool>(pool_options);
  spdlog::info("{} build lanes; sandbox: {}", pool->lanes(), pool->sandbox_layers());
  env::EvaluatorOptions options;
  options.deadline_seconds = config.reward.deadline_s;
  options.perturbations = config.reward.perturbations;
  options.scoring.profile = rewards::parse_profile(config.reward.profile);
  if (!config.reward.hook.empty()) {
    options.hook = env::make_reward_hook(config.reward.hook, config.reward.hook_deadline_s);
    options.hook_weight = config.reward.hook_weight;
  }
  return make_scorer(std::make_unique<env::Evaluator>(pool, options));
}

// A hook that cannot judge a right program is better known now than after a night.
void try_hook(Scorer& scorer, const env::Task& task) {
  const auto verdict = scorer.score(task, task.gold, false, 0).get();
  if (!verdict.reward.hook) {
    throw std::runtime_error(fmt::format("tried on the reference program of task {}: {}", task.id,
                                         verdict.reward.notes.at(0)));
  }
}

}  // namespace

GrpoResult run_grpo(const RunConfig& config, const std::filesystem::path& out, bool resume,
                    const std::function<void(const ProgressState&)>& progress,
                    const std::atomic<bool>& stop) {
  if (config.train.full_parameters) {
    throw std::invalid_argument("train.full_parameters: GRPO trains an adapter, expected false");
  }
  Session session = open_session(config);
  // A fresh adapter adds nothing to the model, so there "start" and "base" are the same.
  std::unique_ptr<models::LoraAdapter> reference;
  if (config.loss.beta != 0 && config.loss.reference == "start" && !config.adapter.empty()) {
    reference = models::LoraAdapter::load(*session.model, config.adapter);
  }
  write_config(config, out);
  if (config.reward.source == "replay") {
    const auto rollouts = make_recorded_rollouts(config);
    return train_grpo(config, {session, *rollouts, reference.get()}, out, resume, progress, stop);
  }
  if (!session.tokenizer) {
    throw std::invalid_argument("model: GRPO needs a tokenizer, and the model folder has none");
  }
  const auto prompts = train_prompts(config, *session.tokenizer);
  const auto scorer = environment_scorer(config);
  if (!config.reward.hook.empty()) try_hook(*scorer, prompts.front()->task);
  Journal journal(out / "journal.jsonl");
  if (!resume) journal.clear();
  const auto rollouts =
      make_sampled_rollouts(config, {*session.model, session.stop_tokens, prompts,
                                     [&](const std::vector<std::int64_t>& ids, bool stopped) {
                                       return completion_text(*session.tokenizer, ids, stopped);
                                     },
                                     *scorer, journal});
  return train_grpo(config, {session, *rollouts, reference.get()}, out, resume, progress, stop);
}

}  // namespace cadforge::trainer
