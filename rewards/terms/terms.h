// The terms of the verified reward: each a pure function into [0, 1].
#pragma once

#include <string>
#include <vector>

#include "rewards/score.h"

namespace cadforge::rewards {

/// 1 up to `full`, 0 from `nothing` on, straight in between.
double ramp(double error, double full, double nothing);

/// Validity is a gate before; here: solids, genus, closed mesh, slivers.
double topology_term(const TaskSpec& spec, const GeometryReport& shape,
                     std::vector<Finding>& findings);

/// Parts joined and not overlapping.
double contact_term(const TaskSpec& spec, const GeometryReport& shape,
                    std::vector<Finding>& findings);

struct SemanticParts {
  double value = 1;
  /// max(0.04, worst of dimensions, parts, features), to the power of 1/2 for a drawing and of 3/4
  /// for a concept: what a missing group leaves of the rest.
  double gate = 1;
};

/// Groups dimensions, parts, features and relations, multiplied so that a missing group cannot be
/// averaged away. Relations count only as far as parts and features are there.
SemanticParts semantic_parts_term(const TaskSpec& spec, const GeometryReport& shape,
                                  std::vector<Finding>& findings);

/// exp(-mean distance / 1 % of the reference's diagonal).
double closeness(const GeometryReport& reference, double mean_distance);

/// Headroom over the best null: 0.5 IoU + 0.3 F-score + 0.2 surface distance.
double reference_similarity_term(const ReferenceFacts& reference, const GeometryReport& shape);

/// Only bloat loses: faces and tokens beyond twice the reference's.
double efficiency_term(const ReferenceFacts& reference, const SourceFacts& facts,
                       const GeometryReport& shape);

}  // namespace cadforge::rewards
