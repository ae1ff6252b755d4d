#include "env/evaluator.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <unordered_map>

#include "env/extract.h"
#include "env/families/draw.h"
#include "env/hints.h"
#include "env/published_evaluation.h"
#include "env/recent_map.h"
#include "rewards/terms/editability.h"

namespace cadforge::env {
namespace {

using rewards::BuildResult;
using rewards::GeometryReport;
using rewards::MeasureRequest;
using rewards::NullShape;
using rewards::ReferenceFacts;
using rewards::TaskSpec;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostHeld = std::size_t{128} << 20;  // of verdicts, and of references

constexpr NullShape kNulls[] = {NullShape::kBox,       NullShape::kCylinderX, NullShape::kCylinderY,
                                NullShape::kCylinderZ, NullShape::kHull,      NullShape::kHalfSize};

/// A shape that others are compared with. The measurer keeps it under its key.
struct Shape {
  std::vector<std::byte> brep;
  std::uint64_t key = 0;  ///< 0 means none
};

/// A task's reference, as a lane needs it.
struct Reference : Shape {
  ReferenceFacts facts;
  std::vector<Shape> contracts;  ///< the reference rebuilt as each of the spec's contracts asks

  std::size_t bytes() const {
    std::size_t sum = brep.size();
    for (const auto& shape : contracts) sum += shape.brep.size();
    return sum;
  }
};
using SharedReference = std::shared_ptr<const Reference>;

// The program that a prompt shows, where the task is meant in one style that shows one.
const std::string& given_program(const Task& task) {
  static const std::string none;
  return task.given.size() == 1 ? task.given.begin()->second : none;
}

std::string task_key(const Task& task) {
  nlohmann::json published;
  if (task.published) published = {task.published->hints, task.published->bbox_mm};
  return task.id + "\n" + nlohmann::json(task.spec).dump() + published.dump() + "\n" + task.gold +
         "\n" + given_program(task);
}

MeasureRequest comparison(std::vector<std::byte> brep, const Shape& with, const TaskSpec& spec) {
  MeasureRequest request;
  request.brep = std::move(brep);
  request.reference = with.brep;
  request.reference_key = with.key;
  request.spec.rotations = spec.rotations;
  return request;
}

// The reference as each contract asks for it, and how like it the unchanged one is.
void build_contracts(Lane& lane, const Task& task, const rewards::SourceFacts& facts,
                     Reference& reference) {
  for (const auto& contract : task.spec.contracts) {
    const auto fail = [&](const std::string& what) {
      throw std::runtime_error(fmt::format("task {}: contract {} = {:g}: its reference program {}",
                                           task.id, contract.parameter, contract.value, what));
    };
    const auto change = rewards::contracted_change(facts, contract);
    if (!change) fail("has no such parameter that is alive");
    const std::string code = rewards::changed_source(task.gold, facts, *change);
    BuildResult changed = lane.build({code, {}});
    if (!changed.ok())
      fail(fmt::format("does not build so: {} {}", changed.error_class, changed.message));
    const Shape shape = {std::move(changed.brep),
                         hash_text(fmt::format("{} {}", reference.key, code)) | 1};
    const auto measured = lane.measure(comparison(reference.brep, shape, task.spec));
    if (!measured.ok()) fail("cannot be measured so: " + measured.message);
    reference.facts.contract_nulls.push_back(measured.similarity.iou);
    reference.contracts.push_back(shape);
  }
}

// The gold program and its nulls, on one lane.
SharedReference build_reference(Lane& lane, const Task& task) {
  const BuildResult gold = lane.build({task.gold, {}});
  if (!gold.ok()) {
    throw std::runtime_error(fmt::format("task {}: its reference program does not build: {} {}",
                                         task.id, gold.error_class, gold.message));
  }
  auto reference = std::make_shared<Reference>();
  reference->brep = gold.brep;
  reference->key = hash_text(task_key(task)) | 1;  // 0 means none
  MeasureRequest request;
  request.brep = gold.brep;
  request.reference = gold.brep;
  request.reference_key = reference->key;
  request.spec = task.spec;
  const GeometryReport measured = lane.measure(request);
  if (!measured.ok()) {
    throw std::runtime_error(fmt::format("task {}: its reference cannot be measured: {} {}",
                                         task.id, measured.error_class, measured.message));
  }
  std::vector<GeometryReport> nulls;
  request.brep.clear();
  for (const auto kind : kNulls) {
    request.null_shape = kind;
    nulls.push_back(lane.measure(request));
  }
  reference->facts = rewards::reference_facts(task.spec, gold.facts, measured, nulls);
  build_contracts(lane, task, gold.facts, *reference);
  if (!given_program(task).empty()) {
    const BuildResult given = lane.build({given_program(task), {}});
    // One that fails is no null; but whether it fails must not hang on how busy the machine is.
    if (given.error_class == rewards::error_class::kTimeout) {
      throw std::runtime_error(
          fmt::format("task {}: the program it shows takes too long: {}", task.id, given.message));
    }
    request.null_shape = NullShape::kNone;
    request.brep = given.brep;
    const auto shape = given.ok() ? lane.measure(request) : GeometryReport{};
    const auto report = rewards::score(task.spec, reference->facts, given, shape);
    reference->facts.raw_null = std::max(reference->facts.raw_null, report.raw);
    reference->facts.shows_program = true;
  }
  return reference;
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// What is told besides the score: mistakes that were noticed on the way to a part that is not yet
// right, and what to do about a failure. What is right stays the last note.
void advise(Evaluation& evaluation) {
  const auto& build = evaluation.build;
  auto& reward = evaluation.reward;
  std::vector<std::string> advice;
  if (!rewards::worth_rebuilding(reward)) {
    for (const auto& trap : build.traps) advice.push_back(trap_words(trap));
  }
  if (!build.hint.empty()) advice.push_back("hint: " + build.hint);
  reward.notes.insert(reward.notes.end() - (reward.build > 0), advice.begin(), advice.end());
}

Evaluation without_build(const ExtractedCode& extracted) {
  Evaluation evaluation;
  evaluation.code = extracted.code;
  evaluation.build.error_class =
      extracted.truncated ? rewards::error_class::kTruncated : rewards::error_class::kNoCode;
  evaluation.build.hint = build_hint(evaluation.build);
  evaluation.reward = rewards::score({}, {}, evaluation.build, {});
  advise(evaluation);
  return evaluation;
}

/// What a verdict is asked for.
struct Question {
  Task task;
  std::string code;
  std::uint64_t probe_seed = 0, client = 0;
  bool with_reference = true;
  std::shared_future<SharedReference> reference;  ///< invalid where it is not wanted
  rewards::Scoring scoring;
};

/// One verdict, under way or known, and who waits for it.
struct Verdict {
  std::optional<Evaluation> known;
  std::vector<std::promise<Evaluation>> waiting;
};

/// One task's reference, and the questions that can be put to a lane once it is there: a lane that
/// waited for it would stand idle.
struct Prepared {
  std::shared_future<SharedReference> reference;
  bool settled = false;
  std::vector<std::function<void()>> then;
};

constexpr const char* kHookFailed = "hook_failed";

}  // namespace

struct Evaluator::Impl {
  // The evaluator's own. A job may hold the last reference to this object on a lane's thread, and a
  // pool that ended there would wait for itself.
  Lanes* lanes = nullptr;
  EvaluatorOptions options;
  std::mutex mutex;  // never held while a job is submitted, which may wait for room
  RecentMap<std::shared_ptr<Prepared>> references{kMostHeld};
  RecentMap<std::shared_ptr<Verdict>> verdicts{kMostHeld};

  std::shared_ptr<Prepared> prepare(const Task& task, std::uint64_t client = 0) {
    const auto key = task_key(task);
    auto promise = std::make_shared<std::promise<SharedReference>>();
    auto prepared = std::make_shared<Prepared>();
    prepared->reference = promise->get_future().share();
    {
      const std::lock_guard lock(mutex);
      if (auto* known = references.find(key)) return *known;
      references.insert(key, prepared);
    }
    lanes->submit(
        [this, self = self.lock(), promise, prepared, task, key](Lane& lane) {
          try {
            auto reference = build_reference(lane, task);
            weigh(references, key, reference->bytes());
            promise->set_value(std::move(reference));
          } catch (...) {
            // Whoever asks next may have more luck: a machine can be too busy for its deadlines.
            forget(references, key);
            promise->set_exception(std::current_exception());
          }
          for (const auto& go_on : settle(*prepared)) go_on();
        },
        client);
    return prepared;
  }

  std::vector<std::function<void()>> settle(Prepared& prepared) {
    const std::lock_guard lock(mutex);
    prepared.settled = true;
    return std::move(prepared.then);
  }

  /// Calls `go_on` once the reference is there, or has failed.
  void after(Prepared& prepared, std::function<void()> go_on) {
    {
      const std::lock_guard lock(mutex);
      if (!prepared.settled) {
        prepared.then.push_back(std::move(go_on));
        return;
      }
    }
    go_on();
  }

  Evaluation evaluate_published_on(Lane& lane, const Question& question) {
    PublishedReference reference;
    if (question.reference.valid()) {
      const SharedReference known = question.reference.get();
      reference = {known->brep, known->key};
    }
    return evaluate_published(lane, question.task, question.code, question.scoring, reference,
                              options.deadline_seconds);
  }

  Evaluation evaluate_on(Lane& lane, const Question& question) {
    if (question.scoring.published()) return evaluate_published_on(lane, question);
    const auto start = Clock::now();
    const SharedReference reference = question.reference.get();
    Evaluation evaluation;
    evaluation.code = question.code;
    evaluation.build = lane.build({question.code, {}});
    if (evaluation.build.ok()) {
      MeasureRequest request;
      request.brep = evaluation.build.brep;
      request.reference = reference->brep;
      request.reference_key = reference->key;
      request.spec = question.task.spec;
      request.probe_seed = question.probe_seed;
      // By the build's own clock: a worker may have had to import CadQuery first.
      const double left = options.deadline_seconds - evaluation.build.wall_seconds;
      evaluation.geometry = lane.measure(request, std::max(1.0, left));
      if (evaluation.build.hint.empty()) {
        evaluation.build.hint = shape_hint(evaluation.build, evaluation.geometry);
      }
    }
    const auto score = [&](const rewards::Rebuilds* rebuilds) {
      return rewards::score(question.task.spec, reference->facts, evaluation.build,
                            evaluation.geometry, rebuilds);
    };
    const rewards::Rebuilds none;
    evaluation.reward = score(options.perturbations > 0 ? &none : nullptr);
    if (options.perturbations > 0 && rewards::worth_rebuilding(evaluation.reward)) {
      const auto rebuilds = rebuild(lane, question, *reference, evaluation);
      evaluation.reward = score(&rebuilds);
    }
    advise(evaluation);
    evaluation.seconds = seconds_since(start);
    return evaluation;
  }

  void ask_hook(const Question& question, Evaluation& evaluation) {
    auto& reward = evaluation.reward;
    if (!options.hook || reward.build == 0) return;
    nlohmann::json sample = {{"task_id", question.task.id},
                             {"family", question.task.family},
                             {"level", question.task.level},
                             {"prompts", question.task.prompts},
                             {"code", question.code},
                             {"output", evaluation.build.output},
                             {"reward", reward},
                             {"geometry", evaluation.geometry}};
    try {
      const HookAnswer answer = options.hook->call(sample, evaluation.build.brep);
      const double own = rewards::training_reward(reward, 0);
      reward.hook = answer.reward;
      reward.training_reward =
          (1 - options.hook_weight) * own + options.hook_weight * answer.reward;
      reward.notes.insert(reward.notes.end(), answer.notes.begin(), answer.notes.end());
    } catch (const HookError& error) {
      reward = rewards::failure_report(kHookFailed, error.what());
    }
  }

  // Parameters changed one way, and the other way where that does not build, until enough drive the
  // shape; then those that the prompt names.
  rewards::Rebuilds rebuild(Lane& lane, const Question& question, const Reference& reference,
                            Evaluation& evaluation) {
    rewards::Rebuilds rebuilds{options.perturbations, {}, {}};
    const auto& facts = evaluation.build.facts;
    const auto changed = [&](const rewards::Change& change, const Shape& compared) {
      auto rebuild = rebuilt(lane, rewards::changed_source(question.code, facts, change), compared,
                             question.task.spec, evaluation.rebuild_cpu_seconds);
      rebuild.change = change;
      return rebuild;
    };
    const auto seed = hash_text(question.code) ^ question.probe_seed;
    int driving = 0;
    for (const auto& changes : rewards::plan_changes(facts, options.perturbations, seed)) {
      if (driving == options.perturbations) break;
      rewards::Rebuild last;
      for (const auto& change : changes) {
        last = changed(change, {});
        if (last.built) break;
      }
      driving += rewards::drives(evaluation.geometry, last);
      rebuilds.tried.push_back(std::move(last));
    }
    for (std::size_t i = 0; i < reference.contracts.size(); ++i) {
      const auto change = rewards::contracted_change(facts, question.task.spec.contracts[i]);
      rebuilds.contracts.push_back(change ? changed(*change, reference.contracts[i])
                                          : rewards::Rebuild{});
    }
    return rebuilds;
  }

  static rewards::Rebuild rebuilt(Lane& lane, const std::string& code, const Shape& compared,
                                  const TaskSpec& spec, double& cpu_seconds) {
    rewards::Rebuild rebuild;
    auto build = lane.build({code, {}});
    cpu_seconds += build.cpu_seconds;
    if (!build.ok() || build.swallowed_exception) return rebuild;
    rebuild.shape = lane.measure(comparison(std::move(build.brep), compared, spec));
    for (const auto& [part, seconds] : rebuild.shape.cpu_seconds) cpu_seconds += seconds;
    rebuild.built = rebuild.shape.ok();
    return rebuild;
  }

  // The verdict: known, under way for somebody else, or asked of the lanes now.
  std::future<Evaluation> ask(Question question) {
    const auto key = fmt::format(
        "{} {} {}\n{}\n{}", rewards::profile_name(question.scoring.profile), question.scoring.full,
        question.probe_seed, task_key(question.task), question.code);
    std::promise<Evaluation> promise;
    auto future = promise.get_future();
    auto verdict = std::make_shared<Verdict>();
    {
      const std::lock_guard lock(mutex);
      auto* found = options.cache ? verdicts.find(key) : nullptr;
      if (found && (*found)->known) {
        Evaluation evaluation = *(*found)->known;
        evaluation.cached = true;
        promise.set_value(std::move(evaluation));
        return future;
      }
      if (found) {
        (*found)->waiting.push_back(std::move(promise));
        return future;
      }
      verdict->waiting.push_back(std::move(promise));
      if (options.cache) verdicts.insert(key, verdict);
    }
    const auto prepared =
        question.with_reference ? prepare(question.task, question.client) : nullptr;
    if (prepared) question.reference = prepared->reference;
    const auto client = question.client;
    Lanes::Job job = [this, self = self.lock(), verdict, key,
                      question = std::move(question)](Lane& lane) {
      try {
        Evaluation evaluation = evaluate_on(lane, question);
        ask_hook(question, evaluation);
        if (evaluation.reward.error_class == kHookFailed) forget(verdicts, key);
        weigh(verdicts, key, evaluation.build.brep.size());
        settle(*verdict, evaluation);
      } catch (...) {
        forget(verdicts, key);
        fail(*verdict, std::current_exception());
      }
    };
    if (!prepared) {
      lanes->submit(std::move(job), client);
    } else {
      after(*prepared, [this, job = std::move(job), client] { lanes->submit(job, client); });
    }
    return future;
  }

  template <class Value>
  void weigh(RecentMap<Value>& map, const std::string& key, std::size_t bytes) {
    const std::lock_guard lock(mutex);
    map.weigh(key, bytes);
  }

  template <class Value>
  void forget(RecentMap<Value>& map, const std::string& key) {
    const std::lock_guard lock(mutex);
    map.erase(key);
  }

  void settle(Verdict& verdict, const Evaluation& evaluation) {
    const std::lock_guard lock(mutex);
    verdict.known = evaluation;
    for (std::size_t i = 0; i < verdict.waiting.size(); ++i) {
      Evaluation copy = evaluation;
      copy.cached = i > 0;
      verdict.waiting[i].set_value(std::move(copy));
    }
    verdict.waiting.clear();
  }

  void fail(Verdict& verdict, const std::exception_ptr& error) {
    const std::lock_guard lock(mutex);
    for (auto& promise : verdict.waiting) promise.set_exception(error);
    verdict.waiting.clear();
  }

  std::weak_ptr<Impl> self;
};

Evaluator::Evaluator(std::shared_ptr<Lanes> lanes, const EvaluatorOptions& options)
    : impl_(std::make_shared<Impl>()), lanes_(std::move(lanes)) {
  impl_->lanes = lanes_.get();
  impl_->options = options;
  impl_->self = impl_;
}

Evaluator::~Evaluator() = default;

std::shared_future<ReferenceFacts> Evaluator::prepare(const Task& task) {
  return std::async(
             std::launch::deferred,
             [reference = impl_->prepare(task)->reference] { return reference.get()->facts; })
      .share();
}

std::future<Evaluation> Evaluator::evaluate(const Task& task, std::string completion,
                                            bool cut_by_length, std::uint64_t probe_seed,
                                            std::uint64_t client) {
  return evaluate(task, std::move(completion), cut_by_length, probe_seed, impl_->options.scoring,
                  client);
}

std::future<Evaluation> Evaluator::evaluate(const Task& task, std::string completion,
                                            bool cut_by_length, std::uint64_t probe_seed,
                                            const rewards::Scoring& scoring, std::uint64_t client) {
  Question question;
  question.task = task;
  question.scoring = scoring;
  question.client = client;
  if (scoring.published()) {
    question.code = std::move(completion);
    question.with_reference = scoring.full && !task.gold.empty();
    return impl_->ask(std::move(question));
  }
  const ExtractedCode extracted = extract_code(completion, cut_by_length);
  if (extracted.truncated || extracted.code.empty()) {
    std::promise<Evaluation> immediate;
    immediate.set_value(without_build(extracted));
    return immediate.get_future();
  }
  question.code = extracted.code;
  question.probe_seed = probe_seed;
  return impl_->ask(std::move(question));
}

}  // namespace cadforge::env
