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

/// A stated number (low = high), or what a prompt leaves open. In JSON a number or [low, high].
struct Range {
  double low = 0, high = 0;

  Range() = default;
  Range(double exact) : low(exact), high(exact) {}  // NOLINT: a number is a range
  Range(double from, double to) : low(from), high(to) {}
  bool contains(double value) const { return value >= low && value <= high; }
  /// Distance to the nearest number of the range, as a share of that number.
  double relative_error(double value) const;
};

/// The relative errors up to which a number counts in full and from which on it counts nothing.
struct Tolerance {
  double full = 0, nothing = 0;
};

/// What all checks have in common.
struct Check {
  std::string name;                 ///< what the prompt calls it: "width", "leg"
  std::vector<std::string> styles;  ///< prompt styles that state it; none: every style
  double weight = 1;                ///< within its group
  std::optional<Tolerance> tolerance;
};

/// Where positions of a check lie: mm in the anchor frame, or shares of the part's own extents (X
/// and Y from -0.5 to 0.5, Z from 0 to 1).
struct Placed {
  bool share = false;
  double spread =
      0;  ///< how far the probe seed may move it along each coordinate, in the same unit
};

/// Extents of the bounding box, mm.
struct ExtentCheck : Check {
  Axis axis = Axis::kX;
  Range value;
};

/// Material along a ray through the part. The measure of every wall, floor and leg thickness.
/// States either the lengths of all intervals inside the solid, in order, or how many there are and
/// how thick each is.
struct RayCheck : Check, Placed {
  Vec3 origin{};                ///< may lie outside the part
  Vec3 direction{};             ///< unit vector
  std::vector<Range> lengths;   ///< mm; empty: not stated
  std::optional<Range> count;   ///< intervals, where `lengths` is empty
  std::optional<Range> length;  ///< of each of them, mm
};

/// A planar cut: separate regions of material. Touching solids make one region.
struct SliceCheck : Check, Placed {
  Axis normal = Axis::kZ;
  double at = 0;  ///< along `normal`
  std::optional<Range> regions;
  std::optional<Range> area;         ///< total, mm^2
  std::optional<Range> region_area;  ///< mm^2; only regions of such an area are counted
};

/// Points that must be inside (or outside) the material, all of them or `at_least` so many: with
/// many points over a region and few of them wanted, a part that may lie anywhere in it. JSON lists
/// "points", or spaces them evenly over a "grid": {"low": [x, y, z], "high": [...], "counts":
/// [...]}.
struct ProbeCheck : Check, Placed {
  std::vector<Vec3> points;
  bool solid = true;
  int at_least = 0;  ///< 0: all
};

/// A box in shares of the part's own extents (X and Y from -0.5 to 0.5, Z from 0 to 1).
struct Region {
  Vec3 low{}, high{};
};

/// A round hole: a concave cylinder that goes all the way round and is empty along its axis through
/// its depth. Stated holes are matched one to one with those found.
struct HoleCheck : Check {
  Range diameter;
  std::optional<Axis> axis = Axis::kZ;  ///< none: any direction
  std::optional<Vec3> position;         ///< mm, anchor frame: a point on the axis; none: anywhere
  std::optional<Region> within;         ///< where its middle must lie; none: anywhere
  double depth = 0;                     ///< mm; 0: not stated
  bool through = true;
  bool slot = false;  ///< the round end of a slot will do
};

/// In checks alone: kCurved, any that is no plane, and kAny.
enum class FaceKind { kPlane, kCylinder, kCone, kSphere, kTorus, kOther, kCurved, kAny };

/// Faces of one kind: fillets, chamfers, flats, bosses, slanted faces. Faces of one surface that
/// were cut apart count once.
struct FaceCheck : Check {
  FaceKind kind = FaceKind::kPlane;
  Range count{1, 1e9};
  std::optional<Range> radius;  ///< mm, of a cylinder or sphere, of a torus's tube
  std::optional<Range> angle;   ///< degrees between normal or axis and `axis`, 0 to 90
  Axis axis = Axis::kZ;
  std::optional<bool> concave;
  std::optional<Range> area;     ///< mm^2
  std::optional<Region> within;  ///< where the middle of its area must lie
  /// Counts also where another solid lies against it: a bore with its shaft.
  bool filled = false;
};

enum class SymmetryKind { kMirrorX, kMirrorY, kMirrorZ, kTurn };

/// The part equals its image: mirrored through the middle of its box across X, Y or Z, or turned by
/// 1 / `order` about the box's Z axis. Scored by the overlap of both.
struct SymmetryCheck : Check {
  SymmetryKind kind = SymmetryKind::kMirrorX;
  int order = 2;
};

/// The smallest gap between solids that do not touch, mm.
struct ClearanceCheck : Check {
  Range value;
};

/// A parameter that the prompt names. Set to `value`, the program must build what the reference
/// program builds with its parameter of that name set so: no number written twice survives that.
struct ContractCheck : Check {
  std::string parameter;
  double value = 0;
};

// The checks that a drawing in words states, in the fewest words.
ExtentCheck extent(std::string name, Axis axis, Range value);
RayCheck thickness(std::string name, const Vec3& origin, const Vec3& direction,
                   std::vector<Range> lengths);
SliceCheck slice(std::string name, Axis normal, double at, std::optional<Range> regions,
                 std::optional<Range> area = {});
ProbeCheck probe(std::string name, const Vec3& point, bool solid);
HoleCheck hole(std::string name, double diameter, Axis axis, const Vec3& position, double depth,
               bool through);

/// The groups of `semantic_parts`. A group without checks is absent and its weight is shared out.
struct TaskSpec {
  std::string id;
  std::vector<ExtentCheck> extents;        // dimensions
  std::vector<RayCheck> walls;             // dimensions: thicknesses
  std::vector<SliceCheck> slices;          // parts
  std::vector<ProbeCheck> probes;          // parts
  std::vector<RayCheck> bars;              // parts: what a ray meets
  std::vector<HoleCheck> holes;            // features
  std::vector<FaceCheck> faces;            // features
  bool no_other_holes = true;              ///< features: holes beyond `holes` cost
  std::vector<SymmetryCheck> symmetries;   // relations
  std::vector<ClearanceCheck> clearances;  // relations
  std::optional<Range> volume;             // relations, mm^3
  std::vector<ContractCheck> contracts;    // editability
  std::optional<int> solids = 1;           ///< none: not stated
  int components = 1;                      ///< groups of touching solids
  std::optional<int> genus;                ///< of the boundary, summed over solids
  /// Rotations under which the part may be turned: "none", "z2", "z4" or "any24". Never a scale or
  /// mirror.
  std::string rotations = "none";
  /// Of the concept style, where its prompt leaves more open; of that style the best pose counts.
  std::optional<std::string> concept_rotations;
  bool drawing_style = true;  ///< the prompt states its numbers (C = 0.6 S + 0.4 R), else concept
};

/// The style that states function, parts and envelope, and leaves the rest to the model.
inline constexpr const char* kConceptStyle = "concept";

/// What a prompt of `style` states: the checks that name it, or name no style. The concept style
/// leaves open the number of solids, the genus and the volume, and asks for no hole to be missing.
TaskSpec spec_for_style(const TaskSpec& spec, const std::string& style);

void to_json(nlohmann::json& json, const TaskSpec& spec);
/// Throws std::invalid_argument naming the unknown or missing key, what was expected and what was
/// got.
void from_json(const nlohmann::json& json, TaskSpec& spec);

}  // namespace cadforge::rewards
