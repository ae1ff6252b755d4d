#include "env/published_evaluation.h"

#include <algorithm>
#include <chrono>

#include "rewards/profiles/published.h"

namespace cadforge::env {
namespace {

rewards::PublishedHints hints_of(const Task& task) {
  if (task.published) return {task.published->hints, task.published->bbox_mm, false};
  return rewards::hints_from_spec(task.spec);
}

}  // namespace

Evaluation evaluate_published(Lane& lane, const Task& task, const std::string& completion,
                              const rewards::Scoring& scoring, const PublishedReference& reference,
                              double deadline_seconds) {
  const auto start = std::chrono::steady_clock::now();
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const auto text = rewards::published_text(completion);
  Evaluation evaluation;
  evaluation.code = text.program;
  if (!text.code.empty()) evaluation.build = lane.build({text.program, {}, Dialect::kPublished});
  if (evaluation.build.ok()) {
    rewards::MeasureRequest request;
    request.brep = evaluation.build.brep;
    request.published =
        scoring.full ? rewards::PublishedMode::kFull : rewards::PublishedMode::kFast;
    request.reference = reference.brep;
    request.reference_key = reference.key;
    evaluation.geometry = lane.measure(request, std::max(1.0, deadline_seconds - seconds()));
  }
  evaluation.reward = rewards::score_published(hints_of(task), text, evaluation.build,
                                               evaluation.geometry, scoring);
  evaluation.seconds = seconds();
  return evaluation;
}

}  // namespace cadforge::env
