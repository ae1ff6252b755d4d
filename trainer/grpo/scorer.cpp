#include "trainer/grpo/scorer.h"

#include <nlohmann/json.hpp>

namespace cadforge::trainer {
namespace {

constexpr const char* kTerms[] = {
    "build",       "topology",   "contact", "semantic_parts", "reference_similarity",
    "editability", "efficiency", "hook"};

class EnvironmentScorer : public Scorer {
 public:
  explicit EnvironmentScorer(std::unique_ptr<env::Evaluator> evaluator)
      : evaluator_(std::move(evaluator)) {}

  void prepare(const env::Task& task) override { evaluator_->prepare(task); }

  std::future<env::Evaluation> score(const env::Task& task, const std::string& text,
                                     bool cut_by_length, std::uint64_t probe_seed) override {
    return evaluator_->evaluate(task, text, cut_by_length, probe_seed);
  }

 private:
  std::unique_ptr<env::Evaluator> evaluator_;
};

}  // namespace

void to_json(nlohmann::json& json, const ScoredCompletion& scored) {
  json = {
      {"reward", scored.reward},       {"total", scored.total}, {"error_class", scored.error_class},
      {"null_like", scored.null_like}, {"terms", scored.terms}, {"notes", scored.notes},
      {"seconds", scored.seconds}};
}

void from_json(const nlohmann::json& json, ScoredCompletion& scored) {
  json.at("reward").get_to(scored.reward);
  json.at("total").get_to(scored.total);
  json.at("error_class").get_to(scored.error_class);
  json.at("null_like").get_to(scored.null_like);
  json.at("terms").get_to(scored.terms);
  json.at("notes").get_to(scored.notes);
  json.at("seconds").get_to(scored.seconds);
}

ScoredCompletion scored_completion(env::Evaluation evaluation, double failure_reward) {
  const nlohmann::json report = evaluation.reward;
  ScoredCompletion scored;
  scored.reward = rewards::training_reward(evaluation.reward, failure_reward);
  scored.total = evaluation.reward.total;
  scored.error_class = evaluation.reward.error_class;
  scored.null_like = evaluation.reward.null_like;
  for (const char* term : kTerms) {
    const auto value = report.find(term);
    if (value != report.end() && value->is_number()) scored.terms[term] = *value;
  }
  scored.notes = std::move(evaluation.reward.notes);
  scored.seconds = evaluation.seconds;
  scored.brep = std::move(evaluation.build.brep);
  return scored;
}

ScoredCompletion failed_completion(const std::string& error_class, double failure_reward) {
  env::Evaluation evaluation;
  evaluation.build.error_class = error_class;
  evaluation.reward = rewards::score({}, {}, evaluation.build, {});
  return scored_completion(std::move(evaluation), failure_reward);
}

std::unique_ptr<Scorer> make_scorer(std::unique_ptr<env::Evaluator> evaluator) {
  return std::make_unique<EnvironmentScorer>(std::move(evaluator));
}

}  // namespace cadforge::trainer
