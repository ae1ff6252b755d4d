// Topology, contact, similarity and efficiency.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "rewards/terms/terms.h"

namespace cadforge::rewards {

double ramp(double error, double full, double nothing) {
  return std::clamp((nothing - error) / (nothing - full), 0.0, 1.0);
}

double topology_term(const TaskSpec& spec, const GeometryReport& shape,
                     std::vector<Finding>& findings) {
  double solids = 1;
  if (spec.solids) solids = ramp(std::abs(shape.solids - *spec.solids), 0, *spec.solids);
  if (solids < 1) {
    findings.push_back({0.1, fmt::format("{} solids, wanted {}{}", shape.solids, *spec.solids,
                                         shape.solids > *spec.solids ? ": union the parts" : "")});
  }
  const bool genus = !spec.genus || *spec.genus == shape.genus;
  if (!genus) {
    findings.push_back({0.05, fmt::format("{} holes through the part (genus), wanted {}",
                                          shape.genus, *spec.genus)});
  }
  const bool closed = shape.mesh_closed_coarse && shape.mesh_closed_fine;
  if (!closed) findings.push_back({0.03, "the surface does not close to a mesh"});
  const double slivers = ramp(shape.sliver_share, 0, 0.05);
  if (slivers < 1) findings.push_back({0.02, "faces thinner than anybody can make"});
  return 0.35 * shape.valid + 0.25 * solids + 0.20 * genus + 0.10 * closed + 0.10 * slivers;
}

double contact_term(const TaskSpec& spec, const GeometryReport& shape,
                    std::vector<Finding>& findings) {
  if (spec.solids && *spec.solids == 1) {
    if (shape.solids != 1) findings.push_back({0.08, "the parts are not one solid"});
    return shape.solids == 1 ? 1 : 0;
  }
  const double overlap = std::clamp((shape.overlap_share - 0.001) / 0.02, 0.0, 1.0);
  if (overlap > 0)
    findings.push_back({0.05, fmt::format("parts overlap by {:.1f} %", 100 * shape.overlap_share)});
  if (shape.components != spec.components) {
    findings.push_back({0.08, fmt::format("{} groups of parts that do not touch, wanted {}",
                                          shape.components, spec.components)});
  }
  const double joined =
      spec.components == 1 ? shape.largest_component_share
                           : ramp(std::abs(shape.components - spec.components), 0, spec.components);
  return joined * (1 - overlap);
}

double closeness(const GeometryReport& reference, double mean_distance) {
  const Vec3 size = reference.extents();
  const double percent =
      0.01 * std::sqrt(size[0] * size[0] + size[1] * size[1] + size[2] * size[2]);
  return std::exp(-mean_distance / std::max(percent, 1e-9));
}

double reference_similarity_term(const ReferenceFacts& reference, const GeometryReport& shape) {
  const auto headroom = [](double value, double null) {
    return std::clamp((value - null) / std::max(1e-9, 1 - null), 0.0, 1.0);
  };
  const double iou = headroom(shape.similarity.iou, reference.null_iou);
  const double f_score = headroom(shape.similarity.f_score, reference.null_f_score);
  const double distance = headroom(closeness(reference.geometry, shape.similarity.mean_distance),
                                   reference.null_closeness);
  return 0.5 * iou + 0.3 * f_score + 0.2 * distance;
}

double efficiency_term(const ReferenceFacts& reference, const SourceFacts& facts,
                       const GeometryReport& shape) {
  const auto thrift = [](double mine, double theirs) {
    return mine <= 0 || theirs <= 0 ? 1 : std::min(1.0, 2 * theirs / mine);
  };
  return 0.5 * thrift(shape.faces, reference.geometry.faces) +
         0.5 * thrift(facts.live_tokens, reference.live_tokens);
}

}  // namespace cadforge::rewards
