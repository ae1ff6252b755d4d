// The reward: a pure function of (task, source facts, build result, geometry report).
//
// No clock, no randomness, no global state: the same arguments give the same bits on any thread.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "rewards/build_result.h"
#include "rewards/geometry_report.h"
#include "rewards/task_spec.h"

namespace cadforge::rewards {

/// What is known of a task's reference program, computed once when the task is loaded.
struct ReferenceFacts {
  GeometryReport geometry;
  int live_tokens = 0;
  int live_parameters = 0;
  double raw_null = 0;  ///< best raw score among the task's nulls
  /// The prompt shows a program, one more null: at or below it nothing at all is paid, or an echo
  /// would be.
  bool shows_program = false;
  // Best value of any null, whose excess is the headroom of reference_similarity.
  double null_iou = 0;
  double null_f_score = 0;
  double null_closeness = 0;  ///< exp(-mean distance / 1 % of the diagonal)
  /// Of each contract: IoU of the reference as it is with the reference rebuilt.
  std::vector<double> contract_nulls;
};

/// A check's outcome, with what mending it would bring.
struct Finding {
  double loss = 0;   ///< rough share of the score lost; 0: it is right
  std::string text;  ///< what, by how much, where; of what is right, its name
};

struct RewardReport {
  // Terms in [0, 1]; a failed build has all at 0.
  double build = 0, topology = 0, contact = 0, semantic_parts = 0, reference_similarity = 0;
  /// Absent: not measured, its weight is shared out. 0 where the part is not yet right enough to be
  /// worth rebuilding.
  std::optional<double> editability;
  double efficiency = 0;
  double correctness = 0;  ///< what is right about the part, in [0, 1]; quality multiplies it
  double raw = 0;          ///< before the null's headroom is taken off
  double total = 0;        ///< failures -1.0 / -0.8 / -0.6 by class, a valid build 0 to 1
  std::optional<double> silhouette;       ///< published profiles only: a term of theirs
  std::optional<double> hook;             ///< what a user's own reward said of a valid build
  std::optional<double> training_reward;  ///< where it is not the total: see training_reward()
  std::string error_class = "ok";
  bool null_like = false;          ///< the shape is (nearly) one of the nulls: cad/null_rate
  std::vector<std::string> notes;  ///< most valuable fix first, then what is right
  std::vector<Finding> findings;   ///< all that the notes were chosen from, in their order
};

/// What the rebuilds of a program with changed parameters came to; see terms/editability.h.
struct Rebuilds;

/// Scores one program. `geometry` is ignored when the build failed. `rebuilds`: null where
/// editability is not measured; else those of a program whose correctness is `worth_rebuilding`.
/// Never throws on data.
RewardReport score(const TaskSpec& spec, const ReferenceFacts& reference, const BuildResult& build,
                   const GeometryReport& geometry, const Rebuilds* rebuilds = nullptr);

/// A failure of that class, flat in all terms.
RewardReport failure_report(const std::string& error_class, const std::string& message,
                            int line = 0);

/// Right enough that it matters whether its parameters drive it.
bool worth_rebuilding(const RewardReport& report);

/// What a task's reference and the nulls made from it amount to. A null that satisfies the spec (a
/// dowel pin is its own hull) is no null and is left out.
ReferenceFacts reference_facts(const TaskSpec& spec, const SourceFacts& gold_facts,
                               const GeometryReport& gold,
                               const std::vector<GeometryReport>& nulls);

/// What training optimises: the profile's own training reward, else every failure one flat value, a
/// valid build its total.
double training_reward(const RewardReport& report, double failure_reward);

void to_json(nlohmann::json& json, const RewardReport& report);

}  // namespace cadforge::rewards
