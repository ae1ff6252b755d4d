// What a prompt states about a part, as numbers that geometry alone can confirm or deny.
//
// Frame: lengths in mm, +Z up. The origin of every position in a spec is the centre of the part's
// bounding box in X and Y and its lowest point in Z ("anchor frame"), so that where a program puts
// its part never matters; which way it turns it matters as far as `rotations` says.
#pragma once

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace cadforge::rewards {

using Vec3 = std::array<double, 3>;

enum class Axis { kX, kY, kZ };

/// Extents of the bounding box, mm. Each axis is scored by relative error (0.5 % full, 10 %
/// nothing).
struct ExtentCheck {
  std::string name;  ///< what the prompt calls it: "width"
  Axis axis = Axis::kX;
  double value = 0;
};

/// Solid material along a ray through the part: lengths (mm) of the intervals inside the solid, in
/// order. The measure of every wall, floor and leg thickness.
struct RayCheck {
  std::string name;
  Vec3 origin{};     ///< anchor frame; may lie outside the part
  Vec3 direction{};  ///< unit vector
  std::vector<double> solid_lengths;
};

/// A planar cut: number of separate material regions and their total area.
struct SliceCheck {
  std::string name;
  Axis normal = Axis::kZ;
  double at = 0;  ///< mm in the anchor frame along `normal`
  int regions = 1;
  std::optional<double> area;  ///< total, mm^2; scored by relative error (2 % full, 25 % nothing)
};

/// A point that must be inside (or outside) the material.
struct ProbeCheck {
  std::string name;
  Vec3 point{};
  bool solid = true;
};

/// A round hole: a concave cylinder that goes all the way round and is empty along its axis through
/// `depth`. Matched one to one with the holes found.
struct HoleCheck {
  std::string name;
  double diameter = 0;
  Axis axis = Axis::kZ;
  Vec3 position{};   ///< a point on the axis; the coordinate along `axis` is ignored
  double depth = 0;  ///< mm
  bool through = true;
};

/// The groups of `semantic_parts`. A group without checks is absent and its weight is shared out.
struct TaskSpec {
  std::string id;
  std::vector<ExtentCheck> extents;  // dimensions
  std::vector<RayCheck> walls;       // dimensions: thicknesses
  std::vector<SliceCheck> slices;    // parts
  std::vector<ProbeCheck> probes;    // parts
  std::vector<HoleCheck> holes;      // features
  bool no_other_holes = true;        ///< features: holes beyond `holes` cost
  std::optional<double> volume;      // relations, mm^3: 2 % full, 20 % nothing
  int solids = 1;
  std::optional<int> genus;  ///< of the boundary, summed over solids
  /// Rotations under which the part may be turned: "none", "z2", "z4" or "any24". Never a scale or
  /// mirror.
  std::string rotations = "none";
  bool drawing_style = true;  ///< the prompt states its numbers (C = 0.6 S + 0.4 R), else concept
};

void to_json(nlohmann::json& json, const TaskSpec& spec);
/// Throws std::invalid_argument naming the unknown or missing key, what was expected and what was
/// got.
void from_json(const nlohmann::json& json, TaskSpec& spec);

}  // namespace cadforge::rewards
