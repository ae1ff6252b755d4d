#include "trainer/eval/run_eval.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>

#include "trainer/metrics/progress.h"

namespace cadforge::trainer {
namespace {

using Clock = std::chrono::steady_clock;

/// Probe positions are fixed in evaluation.
constexpr std::uint64_t kProbeSeed = 0;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// One completion on its way through the environment.
struct Pending {
  std::string text;
  int tokens = 0;
  std::future<env::Evaluation> evaluation;
};

class EvalPass {
 public:
  EvalPass(const EvalSubject& subject, env::Evaluator& evaluator,
           const std::vector<env::Task>& tasks, const EvalOptions& options)
      : subject_(subject),
        evaluator_(evaluator),
        tasks_(tasks),
        options_(options),
        scored_on_(trainer::scored_on(tasks, options.swap_specs)),
        pending_(tasks.size() * static_cast<std::size_t>(options.samples)),
        progress_("eval", static_cast<int>(pending_.size())) {}

  EvalRun run(const std::function<void(const EvalSample&)>& take) {
    const auto start = Clock::now();
    for (const auto& task : tasks_) references_.push_back(evaluator_.prepare(task));
    EvalRun run;
    sample();
    run.decode_seconds = seconds_since(start);
    const auto verdicts = collect(take);
    run.seconds = seconds_since(start);
    for (const auto& verdict : verdicts) run.tokens += verdict.tokens;
    run.summary = summarise(verdicts);
    return run;
  }

 private:
  std::vector<models::GenerationRequest> requests() const {
    std::vector<models::GenerationRequest> requests;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      models::GenerationRequest request;
      request.id = i;
      request.prompt = subject_.tokenizer.encode(render_prompt(tasks_[i], options_.prompt));
      request.samples = options_.samples;
      request.max_new_tokens = options_.max_new_tokens;
      request.temperature = options_.temperature;
      request.stop_tokens = subject_.stop_tokens;
      request.key = {options_.seed, 0, static_cast<std::uint32_t>(i)};
      requests.push_back(std::move(request));
    }
    return requests;
  }

  void sample() {
    const auto queue = requests();
    std::size_t longest = 1;
    for (const auto& request : queue) longest = std::max(longest, request.prompt.size());
    models::Engine engine(
        subject_.model,
        {std::min<std::int64_t>(options_.slots, static_cast<std::int64_t>(pending_.size())),
         static_cast<std::int64_t>(longest) + options_.max_new_tokens});
    for (const auto& request : queue) engine.add(request);
    const auto start = Clock::now();
    std::int64_t tokens = 0;
    while (!engine.idle()) {
      for (const auto& completion : engine.step(subject_.adapter)) {
        tokens += static_cast<std::int64_t>(completion.ids.size());
        submit(completion);
        ++sampled_;
      }
      ProgressState state;
      state.step = sampled_;
      state.tokens_per_second = static_cast<double>(tokens) / std::max(seconds_since(start), 1e-9);
      progress_.update(state);
    }
  }

  void submit(const models::Completion& completion) {
    const bool stopped = completion.finish == models::FinishReason::kStop;
    auto& pending = pending_[completion.id * static_cast<std::size_t>(options_.samples) +
                             static_cast<std::size_t>(completion.sample)];
    pending.text = completion_text(subject_.tokenizer, completion.ids, stopped);
    pending.tokens = static_cast<int>(completion.ids.size());
    pending.evaluation =
        evaluator_.evaluate(tasks_[scored_on_[completion.id]], pending.text, !stopped, kProbeSeed);
  }

  std::vector<Verdict> collect(const std::function<void(const EvalSample&)>& take) {
    for (const auto& reference : references_) reference.get();
    std::vector<Verdict> verdicts;
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      const auto task = i / static_cast<std::size_t>(options_.samples);
      const auto evaluation = pending_[i].evaluation.get();
      const auto& reward = evaluation.reward;
      verdicts.push_back({static_cast<int>(task), tasks_[task].family, pending_[i].tokens,
                          reward.error_class == rewards::error_class::kOk, reward.null_like,
                          reward.total, reward.error_class});
      take({tasks_[task], tasks_[scored_on_[task]],
            static_cast<int>(i % static_cast<std::size_t>(options_.samples)), pending_[i].text,
            evaluation});
    }
    return verdicts;
  }

  const EvalSubject& subject_;
  env::Evaluator& evaluator_;
  const std::vector<env::Task>& tasks_;
  const EvalOptions& options_;
  std::vector<std::size_t> scored_on_;
  std::vector<std::shared_future<rewards::ReferenceFacts>> references_;
  std::vector<Pending> pending_;
  Progress progress_;
  int sampled_ = 0;
};

}  // namespace

std::vector<std::size_t> scored_on(const std::vector<env::Task>& tasks, bool swap) {
  std::map<std::string, std::vector<std::size_t>> families;
  for (std::size_t i = 0; i < tasks.size(); ++i) families[tasks[i].family].push_back(i);
  std::vector<std::size_t> on(tasks.size());
  for (const auto& [family, members] : families) {
    if (swap && members.size() < 2) {
      throw std::invalid_argument(
          fmt::format("swap_specs: {} has one draw in this set, expected at least 2", family));
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
      on[members[i]] = swap ? members[(i + 1) % members.size()] : members[i];
    }
  }
  return on;
}

EvalRun run_eval(const EvalSubject& subject, env::Evaluator& evaluator,
                 const std::vector<env::Task>& tasks, const EvalOptions& options,
                 const std::function<void(const EvalSample&)>& take) {
  if (tasks.empty()) throw std::invalid_argument("eval: the task set is empty");
  if (options.samples < 1) {
    throw std::invalid_argument(
        fmt::format("eval: expected samples >= 1, got {}", options.samples));
  }
  return EvalPass(subject, evaluator, tasks, options).run(take);
}

}  // namespace cadforge::trainer
