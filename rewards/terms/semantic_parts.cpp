#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "rewards/terms/terms.h"

namespace cadforge::rewards {
namespace {

// What a relative error of a stated length costs: under half a percent nothing, from a tenth on everything.
constexpr double kLengthFull = 0.005, kLengthNothing = 0.10;
constexpr double kAreaFull = 0.02, kAreaNothing = 0.25;
constexpr double kVolumeFull = 0.02, kVolumeNothing = 0.20;
constexpr double kGroupWeights[] = {0.30, 0.30, 0.25, 0.15};  // dimensions, parts, features, relations
constexpr double kGroupFloor = 0.04;

double relative_error(double got, double wanted) {
  return std::abs(got - wanted) / std::max(std::abs(wanted), 1e-9);
}

/// Mean of a group's checks, and its findings.
class Group {
 public:
  explicit Group(std::vector<Finding>& findings) : findings_(findings) {}

  void add(double value, double weight, const std::string& text) {
    sum_ += weight * value;
    weight_ += weight;
    if (value < 0.999) findings_.push_back({weight * (1 - value), text});
  }
  bool present() const { return weight_ > 0; }
  double value() const { return sum_ / weight_; }

 private:
  std::vector<Finding>& findings_;
  double sum_ = 0, weight_ = 0;
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
    worst = std::min(worst, ramp(relative_error(got[i], check.solid_lengths[i]), kLengthFull, kLengthNothing));
  }
  return worst;
}

void check_dimensions(const TaskSpec& spec, const GeometryReport& shape, Group& group) {
  const Vec3 extents = shape.extents();
  for (const auto& check : spec.extents) {
    const double got = extents[static_cast<int>(check.axis)];
    group.add(ramp(relative_error(got, check.value), kLengthFull, kLengthNothing), 1,
              fmt::format("{}: {:.2f} mm, wanted {:.2f} mm", check.name, got, check.value));
  }
  for (std::size_t i = 0; i < spec.walls.size() && i < shape.walls.size(); ++i) {
    group.add(wall_score(spec.walls[i], shape.walls[i]), 1,
              fmt::format("{}: {}, wanted {}", spec.walls[i].name, join_lengths(shape.walls[i]),
                          join_lengths(spec.walls[i].solid_lengths)));
  }
}

void check_parts(const TaskSpec& spec, const GeometryReport& shape, Group& group) {
  for (std::size_t i = 0; i < spec.slices.size() && i < shape.slices.size(); ++i) {
    const auto& check = spec.slices[i];
    const auto& got = shape.slices[i];
    double value = got.regions == check.regions ? 1 : 0;
    std::string text = fmt::format("{} (cut at {:.1f} mm): {} regions, wanted {}", check.name, check.at,
                                   got.regions, check.regions);
    if (value > 0 && check.area) {
      value = ramp(relative_error(got.area, *check.area), kAreaFull, kAreaNothing);
      text = fmt::format("{} (cut at {:.1f} mm): {:.0f} mm2 of material, wanted {:.0f}", check.name,
                         check.at, got.area, *check.area);
    }
    group.add(value, 1, text);
  }
  for (std::size_t i = 0; i < spec.probes.size() && i < shape.probes.size(); ++i) {
    const auto& check = spec.probes[i];
    group.add(shape.probes[i] == check.solid ? 1 : 0, 1,
              fmt::format("{}: {} at ({:.1f}, {:.1f}, {:.1f}), wanted {}", check.name,
                          shape.probes[i] ? "material" : "empty space", check.point[0], check.point[1],
                          check.point[2], check.solid ? "material" : "empty space"));
  }
}

// How well a void answers for a stated hole, 0 where it is no such thing.
double hole_score(const HoleCheck& check, const MeasuredHole& hole) {
  const int axis = static_cast<int>(check.axis);
  if (!hole.full_circle || std::abs(hole.axis[axis]) < 0.999) return 0;
  double off = 0;
  for (int i = 0; i < 3; ++i) {
    if (i != axis) off += (hole.centre[i] - check.position[i]) * (hole.centre[i] - check.position[i]);
  }
  const double reach = std::max(2.0, check.diameter);  // a hole a diameter away is another hole
  const double position = ramp(std::sqrt(off), 0.5, 0.5 + reach);
  const double diameter = ramp(std::abs(hole.diameter - check.diameter), 0.1, 0.1 + 0.2 * check.diameter);
  // A stated hole goes right through, or as deep as stated.
  const bool deep_enough = check.through ? hole.through : true;
  const double depth = check.through ? (deep_enough ? 1 : 0.3)
                                     : ramp(relative_error(hole.depth, check.depth), 0.02, 0.3);
  return position * diameter * depth;
}

// One to one: the best pair first, then the best of what is left.
void check_features(const TaskSpec& spec, const GeometryReport& shape, Group& group) {
  if (spec.holes.empty()) return;
  std::vector<bool> used(shape.holes.size(), false);
  std::vector<double> scores(spec.holes.size(), 0);
  std::vector<bool> matched(spec.holes.size(), false);
  for (std::size_t round = 0; round < spec.holes.size(); ++round) {
    double best = 0;
    std::size_t wanted = 0, found = 0;
    for (std::size_t i = 0; i < spec.holes.size(); ++i) {
      for (std::size_t j = 0; !matched[i] && j < shape.holes.size(); ++j) {
        const double value = used[j] ? 0 : hole_score(spec.holes[i], shape.holes[j]);
        if (value > best) {
          best = value;
          wanted = i;
          found = j;
        }
      }
    }
    if (best <= 0) break;
    matched[wanted] = used[found] = true;
    scores[wanted] = best;
  }
  for (std::size_t i = 0; i < spec.holes.size(); ++i) {
    const auto& check = spec.holes[i];
    group.add(scores[i], 1,
              fmt::format("{}: {} a hole of diameter {:.2f} mm at ({:.1f}, {:.1f}, {:.1f})", check.name,
                          matched[i] ? "not quite" : "missing", check.diameter, check.position[0],
                          check.position[1], check.position[2]));
  }
  const auto extra = std::count(used.begin(), used.end(), false);
  if (spec.no_other_holes && extra > 0) {
    group.add(0, static_cast<double>(extra), fmt::format("{} holes that nobody asked for", extra));
  }
}

void check_relations(const TaskSpec& spec, const GeometryReport& shape, Group& group) {
  if (!spec.volume) return;
  group.add(ramp(relative_error(shape.volume, *spec.volume), kVolumeFull, kVolumeNothing), 1,
            fmt::format("volume: {:.0f} mm3, wanted {:.0f}", shape.volume, *spec.volume));
}

}  // namespace

double semantic_parts_term(const TaskSpec& spec, const GeometryReport& shape,
                           std::vector<Finding>& findings) {
  Group groups[] = {Group(findings), Group(findings), Group(findings), Group(findings)};
  check_dimensions(spec, shape, groups[0]);
  check_parts(spec, shape, groups[1]);
  check_features(spec, shape, groups[2]);
  check_relations(spec, shape, groups[3]);
  double weight = 0, sum = 0, least = 1;
  for (int i = 0; i < 4; ++i) {
    if (!groups[i].present()) continue;
    weight += kGroupWeights[i];
    sum += kGroupWeights[i] * groups[i].value();
    least = std::min(least, groups[i].value());
  }
  return weight > 0 ? std::sqrt(std::max(kGroupFloor, least)) * sum / weight : 1;
}

}  // namespace cadforge::rewards
