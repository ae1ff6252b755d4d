// build -> measure -> score under a published profile: the same sandbox and measurer, the published
// runner's rules and reward.
#pragma once

#include <string>

#include "env/evaluator.h"

namespace cadforge::env {

/// A task's reference as full mode wants it: a B-rep and its key, as in MeasureRequest.
struct PublishedReference {
  std::vector<std::byte> brep;
  std::uint64_t key = 0;  ///< 0: none, likeness is not measured
};

/// Builds, measures and scores on `lane`. The completion is read as the published system reads it:
/// one that was cut by the length limit is scored for what is there. `scoring` must be a published
/// profile. A program longer than ours may take (BuildLimits) ends as the published time-out does.
Evaluation evaluate_published(Lane& lane, const Task& task, const std::string& completion,
                              const rewards::Scoring& scoring, const PublishedReference& reference,
                              double deadline_seconds);

}  // namespace cadforge::env
