// The published reward, so that published runs can be repeated and rewards compared on the same
// programs. It is easily won without the part (see rewards/README.md): not a reward to train on.
//
// Formulas and constants are those of the published CADForge environment and its trainer;
// tolerances of the comparison stand in rewards/README.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rewards/build_result.h"
#include "rewards/profiles/profile.h"
#include "rewards/profiles/published_text.h"
#include "rewards/score.h"

namespace cadforge::rewards {

/// What the published reward knows of a task.
struct PublishedHints {
  std::vector<std::string> hints;  ///< words it looks for in the program's text
  std::optional<Vec3> bbox_mm;     ///< only its proportions count
  /// True where the task names no parts: the words are those of the published default, a chair's.
  bool by_default = false;
};

/// Of a task that the published system does not know: the names of its parts, or the default, and
/// its extents where the spec states all three.
PublishedHints hints_from_spec(const TaskSpec& spec);

/// The reward by `scoring`, which must be a published profile. `total` is what the environment
/// prints: -1 for a failed build, 0 where it would itself crash or run out of time (and where there
/// is no code), else 0 to 1. `training_reward` is what the trainer makes of it: dense or strict.
/// `geometry` is that of a published request, ignored where the build failed.
RewardReport score_published(const PublishedHints& hints, const PublishedText& text,
                             const BuildResult& build, const GeometryReport& geometry,
                             const Scoring& scoring);

}  // namespace cadforge::rewards
