#include "trainer/grpo/rollout.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>

#include "env/families/draw.h"
#include "trainer/sft/dataset.h"

namespace cadforge::trainer {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Probe rays and slices move a little from step to step, so that no shape can be fitted to them.
std::uint64_t probe_seed(std::uint64_t seed, int step) {
  return env::mix64(env::mix64(seed) + static_cast<std::uint64_t>(step));
}

class SampledRollouts : public RolloutSource {
 public:
  SampledRollouts(const RunConfig& config, RolloutParts parts)
      : config_(config), parts_(std::move(parts)), engine_(parts_.model, engine_options()) {
    if (parts_.prompts.empty()) throw std::invalid_argument("tasks: the train set is empty");
    for (const auto& prompt : step_prompts(0)) parts_.scorer.prepare(prompt->task);
  }

  StepRollout collect(int step, const models::LoraAdapter& adapter, const RolloutProgress& progress,
                      const std::atomic<bool>& stop) override {
    StepRollout rollout;
    std::vector<GrpoGroup> groups = begin(step);
    const auto start = Clock::now();
    std::int64_t tokens = 0;
    while (!engine_.idle() && !stop) {
      for (auto& completion : engine_.step(&adapter)) take(step, groups, std::move(completion));
      settle_ready(step, groups);
      tokens += engine_.running();
      progress(tokens, seconds_since(start));
    }
    rollout.rollout_seconds = seconds_since(start);
    const auto waited = Clock::now();
    rollout.stopped = stop || !collect_verdicts(step, groups, stop);
    rollout.reward_wait_seconds = seconds_since(waited);
    if (rollout.stopped) cancel(groups.size());
    if (watch_moment(step, config_.schedule.max_steps) >= 0) {
      rollout.watched.push_back(std::move(groups.back()));
      groups.pop_back();
    }
    rollout.groups = std::move(groups);
    return rollout;
  }

  void checkpointed() override { parts_.journal.clear(); }

 private:
  struct Pending {
    std::size_t group = 0;
    int sample = 0;
    std::future<env::Evaluation> evaluation;
  };

  models::EngineOptions engine_options() const {
    std::size_t longest = 1;
    for (const auto& prompt : parts_.prompts) longest = std::max(longest, prompt->ids.size());
    const std::int64_t wanted = (config_.rollout.prompts_per_step + 1) * config_.rollout.group_size;
    return {std::min<std::int64_t>(config_.rollout.slots, wanted),
            static_cast<std::int64_t>(longest) + config_.rollout.max_new_tokens};
  }

  std::vector<std::shared_ptr<const GrpoPrompt>> step_prompts(int step) const {
    const auto rows = static_cast<std::int64_t>(parts_.prompts.size());
    std::vector<std::shared_ptr<const GrpoPrompt>> chosen;
    std::vector<std::size_t> order;
    std::int64_t ordered_epoch = -1;
    for (int i = 0; i < config_.rollout.prompts_per_step; ++i) {
      const std::int64_t place = std::int64_t{step} * config_.rollout.prompts_per_step + i;
      const std::int64_t epoch = place / rows;
      if (epoch != ordered_epoch) {
        order = epoch_order(parts_.prompts.size(), config_.seed, static_cast<int>(epoch),
                            config_.data.shuffle);
        if (config_.data.shuffle) order = spread_families(parts_.prompts, order);
        ordered_epoch = epoch;
      }
      chosen.push_back(parts_.prompts[order[static_cast<std::size_t>(place % rows)]]);
    }
    return chosen;
  }

  // Queues the step's requests and asks for the next step's references, which are built meanwhile.
  std::vector<GrpoGroup> begin(int step) {
    auto prompts = step_prompts(step);
    if (watch_moment(step, config_.schedule.max_steps) >= 0) {
      prompts.push_back(parts_.prompts.front());
    }
    std::vector<GrpoGroup> groups;
    for (const auto& prompt : prompts) {
      parts_.scorer.prepare(prompt->task);
      models::GenerationRequest request;
      request.id = groups.size();
      request.prompt = prompt->ids;
      request.samples = config_.rollout.group_size;
      request.max_new_tokens = config_.rollout.max_new_tokens;
      request.temperature = config_.rollout.temperature;
      request.stop_tokens = parts_.stop_tokens;
      request.key = {config_.seed, static_cast<std::uint32_t>(step),
                     static_cast<std::uint32_t>(groups.size())};
      engine_.add(request);
      groups.push_back(
          {prompt, std::vector<GrpoSample>(static_cast<std::size_t>(config_.rollout.group_size))});
    }
    pending_.clear();
    if (step + 1 < config_.schedule.max_steps) {
      for (const auto& prompt : step_prompts(step + 1)) parts_.scorer.prepare(prompt->task);
    }
    return groups;
  }

  void take(int step, std::vector<GrpoGroup>& groups, models::Completion completion) {
    const auto index = static_cast<std::size_t>(completion.id);
    GrpoSample& sample = groups[index].samples[static_cast<std::size_t>(completion.sample)];
    const bool stopped = completion.finish == models::FinishReason::kStop;
    sample.text = parts_.decode(completion.ids, stopped);
    sample.ids = std::move(completion.ids);
    sample.logprobs = std::move(completion.logprobs);
    sample.truncated = !stopped;
    const SampleId id{step, static_cast<int>(index), completion.sample};
    if (auto known = parts_.journal.find(id, sample.ids)) {
      sample.scored = std::move(*known);
      return;
    }
    pending_.push_back({index, completion.sample,
                        parts_.scorer.score(groups[index].prompt->task, sample.text,
                                            sample.truncated, probe_seed(config_.seed, step))});
  }

  static bool ready(const Pending& pending) {
    return pending.evaluation.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }

  void settle(int step, std::vector<GrpoGroup>& groups, const Pending& pending,
              ScoredCompletion scored) {
    GrpoSample& sample = groups[pending.group].samples[static_cast<std::size_t>(pending.sample)];
    sample.scored = std::move(scored);
    parts_.journal.add({step, static_cast<int>(pending.group), pending.sample}, sample.ids,
                       sample.scored);
  }

  // Takes the verdicts that have come; returns how many.
  std::size_t settle_ready(int step, std::vector<GrpoGroup>& groups) {
    return std::erase_if(pending_, [&](Pending& pending) {
      if (!ready(pending)) return false;
      settle(step, groups, pending,
             scored_completion(pending.evaluation.get(), config_.reward.failure));
      return true;
    });
  }

  // Every verdict arrives or becomes a timeout. The environment ends each build by its own
  // deadline; this is the net below it: no verdict at all for twice that long, and again for each
  // rebuild. False where `stop` came first.
  bool collect_verdicts(int step, std::vector<GrpoGroup>& groups, const std::atomic<bool>& stop) {
    const double patience = 2 * config_.reward.deadline_s * (1 + config_.reward.perturbations);
    auto last_verdict = Clock::now();
    while (!pending_.empty()) {
      if (stop) return false;
      if (settle_ready(step, groups) > 0) {
        last_verdict = Clock::now();
      } else if (seconds_since(last_verdict) > patience) {
        break;
      } else {
        pending_.front().evaluation.wait_for(std::chrono::milliseconds(20));
      }
    }
    for (const auto& pending : pending_) {
      settle(step, groups, pending,
             failed_completion(rewards::error_class::kTimeout, config_.reward.failure));
    }
    pending_.clear();
    return true;
  }

  void cancel(std::size_t requests) {
    for (std::size_t id = 0; id < requests; ++id) engine_.cancel(id);
    pending_.clear();
  }

  const RunConfig config_;
  RolloutParts parts_;
  models::Engine engine_;
  std::vector<Pending> pending_;
};

}  // namespace

std::unique_ptr<RolloutSource> make_sampled_rollouts(const RunConfig& config, RolloutParts parts) {
  return std::make_unique<SampledRollouts>(config, std::move(parts));
}

int watch_moment(int step, int max_steps) {
  const int last = max_steps - 1;
  for (int moment = 0; moment < 4; ++moment) {
    if (step == last * moment / 3) return moment;
  }
  return -1;
}

std::vector<std::size_t> spread_families(
    const std::vector<std::shared_ptr<const GrpoPrompt>>& prompts,
    const std::vector<std::size_t>& order) {
  std::map<std::string, double> size, seen;
  for (const auto& prompt : prompts) size[prompt->task.family] += 1;
  std::vector<std::pair<double, std::size_t>> places;
  for (const auto row : order) {
    const std::string& family = prompts[row]->task.family;
    places.emplace_back((seen[family]++ + 0.5) / size[family], row);
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::size_t> spread;
  for (const auto& place : places) spread.push_back(place.second);
  return spread;
}

}  // namespace cadforge::trainer
