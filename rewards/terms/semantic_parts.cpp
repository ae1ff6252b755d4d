#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "rewards/terms/terms.h"

namespace cadforge::rewards {
namespace {

// What a relative error of a stated length costs: under half a percent nothing, from a tenth on
// everything.
constexpr double kLengthFull = 0.005, kLengthNothing = 0.10;
constexpr double kAreaFull = 0.02, kAreaNothing = 0.25;
constexpr double kVolumeFull = 0.02, kVolumeNothing = 0.20;
// Holes, mm: exact within these, nothing where another hole would be meant.
constexpr double kDiameterExact = 0.1, kPositionExact = 0.5;
// Share of the stated depth that may be missing, and from where on nothing is left of the hole.
// Chamfered mouths shorten a bore; an engraved circle is none.
constexpr double kShallowFull = 0.25, kShallowNothing = 0.95;
// A blind hole of full depth where a through hole is stated.
constexpr double kBlindForThrough = 0.5;
constexpr double kDepthFull = 0.02, kDepthNothing = 0.50;

enum { kDimensions, kParts, kFeatures, kRelations, kGroups };
constexpr double kGroupWeights[kGroups] = {0.30, 0.30, 0.25, 0.15};
constexpr double kGroupFloor = 0.04;
constexpr double kWorstCounts = 0.4;  // in dimensions and parts; a hole is one of so many

double relative_error(double got, double wanted) {
  return std::abs(got - wanted) / std::max(std::abs(wanted), 1e-9);
}

struct Check {
  double value = 0, weight = 1;
  std::string name;  ///< what is said where it is right
  std::string text;  ///< what, by how much, where
};

/// The checks of one group; its value is their weighted mean, times what the worst of them leaves:
/// among many right numbers a wrong one must still be felt.
struct Group {
  double worst_counts = 0;
  std::vector<Check> checks;

  void add(double value, double weight, std::string name, std::string text) {
    checks.push_back({value, weight, std::move(name), std::move(text)});
  }
  double weight() const {
    double sum = 0;
    for (const auto& check : checks) sum += check.weight;
    return sum;
  }
  double value() const {
    double sum = 0;
    double worst = 1;
    for (const auto& check : checks) {
      sum += check.weight * check.value;
      worst = std::min(worst, check.value);
    }
    return sum / weight() * (1 - worst_counts * (1 - worst));
  }
};

std::string join_lengths(const std::vector<double>& lengths) {
  std::string text;
  for (const double l : lengths) text += fmt::format("{}{:.2f}", text.empty() ? "" : " + ", l);
  return text.empty() ? "nothing" : text + " mm";
}

double wall_score(const RayCheck& check, const std::vector<double>& got) {
  if (got.size() != check.solid_lengths.size()) return 0;
  double worst = 1;
  for (std::size_t i = 0; i < got.size(); ++i) {
    worst = std::min(
        worst, ramp(relative_error(got[i], check.solid_lengths[i]), kLengthFull, kLengthNothing));
  }
  return worst;
}

Group check_dimensions(const TaskSpec& spec, const GeometryReport& shape) {
  Group group{kWorstCounts, {}};
  const Vec3 extents = shape.extents();
  for (const auto& check : spec.extents) {
    const double got = extents[static_cast<int>(check.axis)];
    group.add(ramp(relative_error(got, check.value), kLengthFull, kLengthNothing), 1, check.name,
              fmt::format("{}: {:.2f} mm, wanted {:.2f} mm ({:+.2f})", check.name, got, check.value,
                          got - check.value));
  }
  for (std::size_t i = 0; i < spec.walls.size() && i < shape.walls.size(); ++i) {
    group.add(wall_score(spec.walls[i], shape.walls[i]), 1, spec.walls[i].name,
              fmt::format("{}: {} of material along the ray, wanted {}", spec.walls[i].name,
                          join_lengths(shape.walls[i]), join_lengths(spec.walls[i].solid_lengths)));
  }
  return group;
}

void check_slice(const SliceCheck& check, const MeasuredSlice& got, Group& group) {
  const std::string where = fmt::format("{} (cut at {} = {:.1f} mm)", check.name,
                                        "xyz"[static_cast<int>(check.normal)], check.at);
  if (got.regions != check.regions) {
    group.add(0, 1, check.name,
              fmt::format("{}: {} regions, wanted {}", where, got.regions, check.regions));
    return;
  }
  const double value =
      check.area ? ramp(relative_error(got.area, *check.area), kAreaFull, kAreaNothing) : 1;
  group.add(value, 1, check.name,
            fmt::format("{}: {:.0f} mm2 of material, wanted {:.0f}", where, got.area,
                        check.area.value_or(0)));
}

Group check_parts(const TaskSpec& spec, const GeometryReport& shape) {
  Group group{kWorstCounts, {}};
  for (std::size_t i = 0; i < spec.slices.size() && i < shape.slices.size(); ++i) {
    check_slice(spec.slices[i], shape.slices[i], group);
  }
  for (std::size_t i = 0; i < spec.probes.size() && i < shape.probes.size(); ++i) {
    const auto& check = spec.probes[i];
    const bool got = shape.probes[i];
    const Vec3& p = check.point;
    group.add(got == check.solid ? 1 : 0, 1, check.name,
              fmt::format("{}: {} at ({:.1f}, {:.1f}, {:.1f}), wanted {}", check.name,
                          got ? "material" : "empty space", p[0], p[1], p[2],
                          check.solid ? "material" : "empty space"));
  }
  return group;
}

double distance_to_axis(const HoleCheck& check, const MeasuredHole& hole) {
  double squared = 0;
  for (int i = 0; i < 3; ++i) {
    if (i == static_cast<int>(check.axis)) continue;
    squared += (hole.centre[i] - check.position[i]) * (hole.centre[i] - check.position[i]);
  }
  return std::sqrt(squared);
}

double depth_score(const HoleCheck& check, const MeasuredHole& hole, double thinner) {
  const double shallow = check.depth > 0 ? 1 - hole.depth / (thinner * check.depth) : 0;
  if (check.through) {
    return ramp(shallow, kShallowFull, kShallowNothing) * (hole.through ? 1 : kBlindForThrough);
  }
  return check.depth > 0 ? ramp(std::abs(shallow), kDepthFull, kDepthNothing) : 1;
}

// Share of its stated extent along `axis` that the part has, at most 1: the hole through a plate
// that is too thin is not blamed for it.
double thinner_along(const TaskSpec& spec, const GeometryReport& shape, Axis axis) {
  for (const auto& check : spec.extents) {
    if (check.axis != axis || check.value <= 0) continue;
    return std::clamp(shape.extents()[static_cast<int>(axis)] / check.value, 1e-3, 1.0);
  }
  return 1;
}

// How well a void answers for a stated hole, 0 where it is no such thing.
double hole_score(const HoleCheck& check, const MeasuredHole& hole, double thinner) {
  if (!hole.full_circle || std::abs(hole.axis[static_cast<int>(check.axis)]) < 0.999) return 0;
  const double reach = std::max(3.0, 0.5 * check.diameter);
  const double position =
      ramp(distance_to_axis(check, hole), kPositionExact, kPositionExact + reach);
  const double diameter = ramp(std::abs(hole.diameter - check.diameter), kDiameterExact,
                               kDiameterExact + 0.3 * check.diameter);
  return position * diameter * depth_score(check, hole, thinner);
}

// Indices of the found hole that answers for each stated one, -1 for none: the best pair first,
// then the best of what is left.
std::vector<int> match_holes(const TaskSpec& spec, const GeometryReport& shape) {
  struct Pair {
    double score;
    std::size_t wanted, found;
  };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < spec.holes.size(); ++i) {
    const double thinner = thinner_along(spec, shape, spec.holes[i].axis);
    for (std::size_t j = 0; j < shape.holes.size(); ++j) {
      const double score = hole_score(spec.holes[i], shape.holes[j], thinner);
      if (score > 0) pairs.push_back({score, i, j});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.score > b.score; });
  std::vector<int> matches(spec.holes.size(), -1);
  std::vector<bool> used(shape.holes.size(), false);
  for (const auto& pair : pairs) {
    if (matches[pair.wanted] >= 0 || used[pair.found]) continue;
    matches[pair.wanted] = static_cast<int>(pair.found);
    used[pair.found] = true;
  }
  return matches;
}

std::string hole_text(const HoleCheck& check, const MeasuredHole* hole) {
  const Vec3& p = check.position;
  const std::string wanted =
      fmt::format("diameter {:.2f} mm along {} at ({:.1f}, {:.1f}, {:.1f})", check.diameter,
                  "xyz"[static_cast<int>(check.axis)], p[0], p[1], p[2]);
  if (!hole) return fmt::format("{}: missing, wanted {}", check.name, wanted);
  std::string text = fmt::format("{}: diameter {:.2f} mm, {:.2f} mm off", check.name,
                                 hole->diameter, distance_to_axis(check, *hole));
  if (check.through && !hole->through) text += fmt::format(", only {:.2f} mm deep", hole->depth);
  if (!check.through) text += fmt::format(", {:.2f} mm deep of {:.2f}", hole->depth, check.depth);
  return text + ", wanted " + wanted;
}

Group check_features(const TaskSpec& spec, const GeometryReport& shape) {
  Group group;
  if (spec.holes.empty()) return group;
  const auto matches = match_holes(spec, shape);
  std::vector<bool> answers(shape.holes.size(), false);
  for (std::size_t i = 0; i < spec.holes.size(); ++i) {
    const auto& check = spec.holes[i];
    const MeasuredHole* hole = matches[i] < 0 ? nullptr : &shape.holes[matches[i]];
    if (hole) answers[matches[i]] = true;
    const double thinner = thinner_along(spec, shape, check.axis);
    group.add(hole ? hole_score(check, *hole, thinner) : 0, 1, check.name, hole_text(check, hole));
  }
  // Inner fillets and slot ends are concave too, but no holes.
  int extra = 0;
  for (std::size_t j = 0; j < shape.holes.size(); ++j)
    extra += shape.holes[j].full_circle && !answers[j];
  if (spec.no_other_holes && extra > 0) {
    group.add(0, extra, "", fmt::format("{} round holes that nobody asked for", extra));
  }
  return group;
}

Group check_relations(const TaskSpec& spec, const GeometryReport& shape) {
  Group group;
  if (!spec.volume) return group;
  group.add(ramp(relative_error(shape.volume, *spec.volume), kVolumeFull, kVolumeNothing), 1,
            "volume", fmt::format("volume: {:.0f} mm3, wanted {:.0f}", shape.volume, *spec.volume));
  return group;
}

}  // namespace

SemanticParts semantic_parts_term(const TaskSpec& spec, const GeometryReport& shape,
                                  std::vector<Finding>& findings) {
  const Group groups[] = {check_dimensions(spec, shape), check_parts(spec, shape),
                          check_features(spec, shape), check_relations(spec, shape)};
  double values[kGroups] = {1, 1, 1, 1}, weight = 0, sum = 0;
  for (int i = 0; i < kGroups; ++i) {
    if (groups[i].checks.empty()) continue;
    values[i] = groups[i].value();
    weight += kGroupWeights[i];
  }
  if (weight == 0) return {};
  values[kRelations] *= std::min(values[kParts], values[kFeatures]);
  for (int i = 0; i < kGroups; ++i) {
    if (!groups[i].checks.empty()) sum += kGroupWeights[i] * values[i];
    for (const auto& check : groups[i].checks) {
      const double share = kGroupWeights[i] / weight * check.weight / groups[i].weight();
      const bool right = check.value > 0.999;
      findings.push_back({right ? 0 : share * (1 - check.value), right ? check.name : check.text});
    }
  }
  const double worst = std::min({values[kDimensions], values[kParts], values[kFeatures]});
  const double gate = std::sqrt(std::max(kGroupFloor, worst));
  return {gate * sum / weight, gate};
}

}  // namespace cadforge::rewards
