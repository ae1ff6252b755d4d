#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <utility>

#include "rewards/terms/terms.h"

namespace cadforge::rewards {
namespace {

// What a relative error of a stated length costs: under half a percent nothing, from a tenth on
// everything.
constexpr Tolerance kLength = {0.005, 0.10}, kArea = {0.02, 0.25}, kVolume = {0.02, 0.20};
// Overlap that a symmetric part may lack, by the coarseness of the rays.
constexpr Tolerance kSymmetry = {0.04, 0.25};
// Holes, mm: exact within these, nothing where another hole would be meant.
constexpr double kDiameterExact = 0.1, kPositionExact = 0.5;
// Share of the stated depth that may be missing, and from where on nothing is left of the hole.
// Chamfered mouths shorten a bore; an engraved circle is none.
constexpr double kShallowFull = 0.25, kShallowNothing = 0.95;
// Depth, as a share of the diameter, below which a blind hole is no hole.
constexpr double kEngraved = 0.05;
// A blind hole of full depth where a through hole is stated.
constexpr double kBlindForThrough = 0.5;
constexpr double kDepthFull = 0.02, kDepthNothing = 0.50;
// Share of a face that must be seen: below it, it lies between solids that were not united.
constexpr double kSeen = 0.02;
constexpr double kRadiusExact = 0.05, kAngleExact = 0.5;  // mm, degrees
constexpr Tolerance kClearance = {0.05, 0.75};

enum { kDimensions, kParts, kFeatures, kRelations, kGroups };
constexpr double kGroupWeights[kGroups] = {0.30, 0.30, 0.25, 0.15};
constexpr double kGroupFloor = 0.04;
// A concept's checks leave so much open that random bodies meet some by chance: to miss one says
// more there.
constexpr double kGateDrawing = 0.5, kGateConcept = 0.9;
// In dimensions and parts; in a drawing's features not, where a hole is one of so many, but in the
// few that a concept names.
constexpr double kWorstCounts = 0.4;

double near(double got, const Range& wanted, const Check& check, const Tolerance& usual) {
  const Tolerance tolerance = check.tolerance.value_or(usual);
  return ramp(wanted.relative_error(got), tolerance.full, tolerance.nothing);
}

// "5.00", or "4.00 to 6.00".
std::string words(const Range& range, int decimals = 2) {
  const auto number = [&](double value) {
    return value > 1e8 ? std::string("any number") : fmt::format("{:.{}f}", value, decimals);
  };
  return range.low == range.high ? number(range.low)
                                 : number(range.low) + " to " + number(range.high);
}

struct Outcome {
  double value = 0, weight = 1;
  std::string name;  ///< what is said where it is right
  std::string text;  ///< what, by how much, where
};

/// The checks of one group; its value is their weighted mean, times what the worst of them leaves:
/// among many right numbers a wrong one must still be felt.
struct Group {
  double worst_counts = 0;
  std::vector<Outcome> checks;

  void add(double value, const Check& check, std::string text) {
    checks.push_back({value, check.weight, check.name, std::move(text)});
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

// The worst of the intervals: one thin wall is a thin wall.
double ray_score(const RayCheck& check, const std::vector<double>& got) {
  double worst = 1;
  if (check.lengths.empty()) {
    if (!check.count->contains(static_cast<double>(got.size()))) return 0;
    for (const double length : got) {
      if (check.length) worst = std::min(worst, near(length, *check.length, check, kLength));
    }
    return worst;
  }
  if (got.size() != check.lengths.size()) return 0;
  for (std::size_t i = 0; i < got.size(); ++i)
    worst = std::min(worst, near(got[i], check.lengths[i], check, kLength));
  return worst;
}

std::string ray_text(const RayCheck& check, const std::vector<double>& got) {
  std::string wanted;
  if (check.lengths.empty()) {
    wanted = words(*check.count, 0) + " pieces";
    if (check.length) wanted += fmt::format(" of {} mm", words(*check.length));
  }
  for (const auto& length : check.lengths) wanted += (wanted.empty() ? "" : " + ") + words(length);
  return fmt::format("{}: {} of material along the ray, wanted {}{}", check.name, join_lengths(got),
                     wanted, check.lengths.empty() ? "" : " mm");
}

Group check_dimensions(const TaskSpec& spec, const GeometryReport& shape) {
  Group group{kWorstCounts, {}};
  const Vec3 extents = shape.extents();
  for (const auto& check : spec.extents) {
    const double got = extents[static_cast<int>(check.axis)];
    const double off = got - std::clamp(got, check.value.low, check.value.high);
    group.add(near(got, check.value, check, kLength), check,
              fmt::format("{}: {:.2f} mm, wanted {} mm ({:+.2f})", check.name, got,
                          words(check.value), off));
  }
  for (std::size_t i = 0; i < spec.walls.size() && i < shape.walls.size(); ++i) {
    const auto& check = spec.walls[i];
    group.add(ray_score(check, shape.walls[i]), check, ray_text(check, shape.walls[i]));
  }
  return group;
}

void check_slice(const SliceCheck& check, const MeasuredSlice& got, Group& group) {
  const std::string where = check.share
                                ? fmt::format("{} (cut at {:.0f} % in {})", check.name,
                                              100 * check.at, "xyz"[static_cast<int>(check.normal)])
                                : fmt::format("{} (cut at {} = {:.1f} mm)", check.name,
                                              "xyz"[static_cast<int>(check.normal)], check.at);
  int regions = 0;
  double area = 0;
  for (const double region : got.areas) {
    area += region;
    regions += !check.region_area || check.region_area->contains(region);
  }
  if (check.regions && !check.regions->contains(regions)) {
    std::string of;
    if (check.region_area) of = fmt::format(" of {} mm2", words(*check.region_area, 0));
    group.add(
        0, check,
        fmt::format("{}: {} regions{}, wanted {}", where, regions, of, words(*check.regions, 0)));
    return;
  }
  const double value = check.area ? near(area, *check.area, check, kArea) : 1;
  group.add(value, check,
            fmt::format("{}: {:.0f} mm2 of material, wanted {}", where, area,
                        words(check.area.value_or(Range()), 0)));
}

void check_probe(const ProbeCheck& check, const std::vector<bool>& got, Group& group) {
  const auto right = static_cast<int>(std::count(got.begin(), got.end(), check.solid));
  const auto all = static_cast<int>(got.size());
  const int wanted = check.at_least > 0 ? std::min(check.at_least, all) : all;
  const char* what = check.solid ? "material" : "empty space";
  if (all == 1) {
    const Vec3& p = check.points.front();
    group.add(right, check,
              fmt::format("{}: {} at ({:.2f}, {:.2f}, {:.2f}){}, wanted {}", check.name,
                          check.solid ? "empty space" : "material", p[0], p[1], p[2],
                          check.share ? " of its extents" : "", what));
    return;
  }
  group.add(
      std::min(1.0, static_cast<double>(right) / wanted), check,
      fmt::format("{}: {} at {} of {} places, wanted at {}", check.name, what, right, all, wanted));
}

Group check_parts(const TaskSpec& spec, const GeometryReport& shape) {
  Group group{kWorstCounts, {}};
  for (std::size_t i = 0; i < spec.slices.size() && i < shape.slices.size(); ++i)
    check_slice(spec.slices[i], shape.slices[i], group);
  for (std::size_t i = 0; i < spec.probes.size() && i < shape.probes.size(); ++i)
    check_probe(spec.probes[i], shape.probes[i], group);
  for (std::size_t i = 0; i < spec.bars.size() && i < shape.bars.size(); ++i) {
    const auto& check = spec.bars[i];
    group.add(ray_score(check, shape.bars[i]), check, ray_text(check, shape.bars[i]));
  }
  return group;
}

double distance_to_axis(const HoleCheck& check, const MeasuredHole& hole) {
  if (!check.position) return 0;
  double squared = 0;
  for (int i = 0; i < 3; ++i) {
    if (i == static_cast<int>(*check.axis)) continue;
    const double off = hole.centre[i] - (*check.position)[i];
    squared += off * off;
  }
  return std::sqrt(squared);
}

bool lies_within(const Region& region, const Vec3& point, const Vec3& extents) {
  for (int i = 0; i < 3; ++i) {
    const double share = extents[i] > 0 ? point[i] / extents[i] : 0;
    if (share < region.low[i] || share > region.high[i]) return false;
  }
  return true;
}

double depth_score(const HoleCheck& check, const MeasuredHole& hole, double thinner) {
  // Of no stated depth is not of none: an engraved circle, or a through hole filled up. Where it
  // need not go through, a pin may fill it.
  const bool filled = hole.depth == 0;
  if (check.depth == 0 && !hole.through && (check.through || !filled) &&
      hole.depth < kEngraved * hole.diameter)
    return 0;
  const double shallow = check.depth > 0 ? 1 - hole.depth / (thinner * check.depth) : 0;
  if (check.through) {
    return ramp(shallow, kShallowFull, kShallowNothing) * (hole.through ? 1 : kBlindForThrough);
  }
  return check.depth > 0 ? ramp(std::abs(shallow), kDepthFull, kDepthNothing) : 1;
}

// Share of its stated extent along the hole's axis that the part has, at most 1: the hole through a
// plate that is too thin is not blamed for it.
double thinner_along(const TaskSpec& spec, const GeometryReport& shape, const HoleCheck& hole) {
  for (const auto& check : spec.extents) {
    if (!hole.axis || check.axis != *hole.axis || check.value.low <= 0) continue;
    const double got = shape.extents()[static_cast<int>(check.axis)];
    return std::clamp(got / check.value.low, 1e-3, 1.0);
  }
  return 1;
}

double diameter_off(const Range& wanted, double got) {
  return std::abs(got - std::clamp(got, wanted.low, wanted.high));
}

// How well a void answers for a stated hole, 0 where it is no such thing.
double hole_score(const HoleCheck& check, const MeasuredHole& hole, const TaskSpec& spec,
                  const GeometryReport& shape) {
  if (!hole.full_circle && !(check.slot && hole.half_circle)) return 0;
  if (check.within && !lies_within(*check.within, hole.centre, shape.extents())) return 0;
  if (check.axis && std::abs(hole.axis[static_cast<int>(*check.axis)]) < 0.999) return 0;
  const double reach = std::max(3.0, 0.5 * check.diameter.high);
  const double position =
      ramp(distance_to_axis(check, hole), kPositionExact, kPositionExact + reach);
  const double diameter = ramp(diameter_off(check.diameter, hole.diameter), kDiameterExact,
                               kDiameterExact + 0.3 * check.diameter.high);
  const double thinner = thinner_along(spec, shape, check);
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
    for (std::size_t j = 0; j < shape.holes.size(); ++j) {
      const double score = hole_score(spec.holes[i], shape.holes[j], spec, shape);
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

// " at -50 to -25 % in x": of each extent that it confines.
std::string place_text(const std::optional<Region>& within) {
  std::string text;
  for (int i = 0; within && i < 3; ++i) {
    const double low = within->low[i], high = within->high[i];
    const double start = i < 2 ? -0.5 : 0;
    if (low > start || high < start + 1)
      text += fmt::format(" at {:.0f} to {:.0f} % in {}", 100 * low, 100 * high, "xyz"[i]);
  }
  return text;
}

std::string hole_text(const HoleCheck& check, const MeasuredHole* hole) {
  std::string wanted = fmt::format("diameter {} mm", words(check.diameter));
  if (check.axis) wanted += fmt::format(" along {}", "xyz"[static_cast<int>(*check.axis)]);
  if (check.position) {
    const Vec3& p = *check.position;
    wanted += fmt::format(" at ({:.1f}, {:.1f}, {:.1f})", p[0], p[1], p[2]);
  }
  wanted += place_text(check.within);
  if (!hole) return fmt::format("{}: missing, wanted {}", check.name, wanted);
  std::string text = fmt::format("{}: diameter {:.2f} mm", check.name, hole->diameter);
  if (check.position) text += fmt::format(", {:.2f} mm off", distance_to_axis(check, *hole));
  if (check.through && !hole->through) text += fmt::format(", only {:.2f} mm deep", hole->depth);
  if (!check.through) text += fmt::format(", {:.2f} mm deep of {:.2f}", hole->depth, check.depth);
  return text + ", wanted " + wanted;
}

const char* name_of(FaceKind kind) {
  constexpr const char* kNames[] = {
      "flat faces",     "cylindrical faces", "conical faces", "spherical faces",
      "toroidal faces", "other faces",       "curved faces",  "faces"};
  return kNames[static_cast<int>(kind)];
}

bool is_such(const FaceCheck& check, const MeasuredFace& face, const Vec3& extents) {
  const bool such = check.kind == FaceKind::kAny || face.kind == check.kind ||
                    (check.kind == FaceKind::kCurved && face.kind != FaceKind::kPlane);
  if (!such) return false;
  if (check.concave && *check.concave != face.concave) return false;
  if (check.within && !lies_within(*check.within, face.centre, extents)) return false;
  const auto within = [](const std::optional<Range>& wanted, double got, double slack) {
    return !wanted || (got >= wanted->low - slack && got <= wanted->high + slack);
  };
  const double area = check.filled ? face.area : face.area - face.covered;
  if (area < kSeen * face.area) return false;
  const double cosine = std::min(1.0, std::abs(face.direction[static_cast<int>(check.axis)]));
  const double degrees = std::acos(cosine) * 180 / std::numbers::pi;
  return within(check.radius, face.radius, kRadiusExact) &&
         within(check.angle, degrees, kAngleExact) && within(check.area, area, 0);
}

void check_faces(const FaceCheck& check, const GeometryReport& shape, Group& group) {
  const auto found = static_cast<double>(std::count_if(
      shape.faces_found.begin(), shape.faces_found.end(),
      [&](const MeasuredFace& face) { return is_such(check, face, shape.extents()); }));
  // Each of several counts; too many are as wrong as too few.
  const double value = found < check.count.low    ? found / check.count.low
                       : found > check.count.high ? check.count.high / found
                                                  : 1;
  std::string text = fmt::format("{}: {:.0f} {}", check.name, found, name_of(check.kind));
  if (check.radius) text += fmt::format(" of radius {} mm", words(*check.radius));
  if (check.angle) {
    text += fmt::format(" at {} degrees to {}", words(*check.angle, 1),
                        "xyz"[static_cast<int>(check.axis)]);
  }
  text += place_text(check.within);
  group.add(value, check, text + ", wanted " + words(check.count, 0));
}

void check_holes(const TaskSpec& spec, const GeometryReport& shape, Group& group) {
  if (spec.holes.empty()) return;
  const auto matches = match_holes(spec, shape);
  std::vector<bool> answers(shape.holes.size(), false);
  for (std::size_t i = 0; i < spec.holes.size(); ++i) {
    const auto& check = spec.holes[i];
    const MeasuredHole* hole = matches[i] < 0 ? nullptr : &shape.holes[matches[i]];
    if (hole) answers[matches[i]] = true;
    group.add(hole ? hole_score(check, *hole, spec, shape) : 0, check, hole_text(check, hole));
  }
  // Inner fillets and slot ends are concave too, but no holes.
  int extra = 0;
  for (std::size_t j = 0; j < shape.holes.size(); ++j)
    extra += shape.holes[j].full_circle && !answers[j];
  if (!spec.no_other_holes || extra == 0) return;
  Check none;
  none.weight = extra;
  group.add(0, none, fmt::format("{} round holes that nobody asked for", extra));
}

Group check_features(const TaskSpec& spec, const GeometryReport& shape) {
  Group group{spec.drawing_style ? 0 : kWorstCounts, {}};
  check_holes(spec, shape, group);
  for (const auto& check : spec.faces) check_faces(check, shape, group);
  return group;
}

Group check_relations(const TaskSpec& spec, const GeometryReport& shape) {
  Group group;
  if (spec.volume) {
    Check check;
    check.name = "volume";
    group.add(near(shape.volume, *spec.volume, check, kVolume), check,
              fmt::format("volume: {:.0f} mm3, wanted {}", shape.volume, words(*spec.volume, 0)));
  }
  for (std::size_t i = 0; i < spec.symmetries.size() && i < shape.symmetries.size(); ++i) {
    const auto& check = spec.symmetries[i];
    const Tolerance tolerance = check.tolerance.value_or(kSymmetry);
    group.add(ramp(1 - shape.symmetries[i], tolerance.full, tolerance.nothing), check,
              fmt::format("{}: the part covers {:.0f} % of its image", check.name,
                          100 * shape.symmetries[i]));
  }
  for (const auto& check : spec.clearances) {
    const double gap = shape.smallest_gap.value_or(0);
    group.add(near(gap, check.value, check, kClearance), check,
              fmt::format("{}: {:.2f} mm between the parts, wanted {}", check.name, gap,
                          words(check.value)));
  }
  return group;
}

struct Verdict {
  SemanticParts parts;
  std::vector<Finding> findings;
};

Verdict verdict_on(const TaskSpec& spec, const GeometryReport& shape) {
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
  Verdict verdict;
  for (int i = 0; i < kGroups; ++i) {
    if (!groups[i].checks.empty()) sum += kGroupWeights[i] * values[i];
    for (const auto& check : groups[i].checks) {
      const double share = kGroupWeights[i] / weight * check.weight / groups[i].weight();
      const bool right = check.value > 0.999;
      verdict.findings.push_back(
          {right ? 0 : share * (1 - check.value), right ? check.name : check.text});
    }
  }
  const double worst = std::min({values[kDimensions], values[kParts], values[kFeatures]});
  const double gate =
      std::pow(std::max(kGroupFloor, worst), spec.drawing_style ? kGateDrawing : kGateConcept);
  verdict.parts = {gate * sum / weight, gate};
  return verdict;
}

}  // namespace

SemanticParts semantic_parts_term(const TaskSpec& spec, const GeometryReport& shape,
                                  std::vector<Finding>& findings) {
  Verdict best = verdict_on(spec, shape);
  GeometryReport turned = shape;
  for (const auto& pose : shape.other_poses) {
    static_cast<Pose&>(turned) = pose;
    Verdict verdict = verdict_on(spec, turned);
    if (verdict.parts.value > best.parts.value) best = std::move(verdict);
  }
  findings.insert(findings.end(), std::make_move_iterator(best.findings.begin()),
                  std::make_move_iterator(best.findings.end()));
  return best.parts;
}

}  // namespace cadforge::rewards
