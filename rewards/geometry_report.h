// Everything the measurer says about one shape. Plain numbers: no OpenCASCADE type leaves
// geometry/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "rewards/published_geometry.h"
#include "rewards/task_spec.h"

namespace cadforge::rewards {

/// A cylindrical void found in the solid.
struct MeasuredHole {
  double diameter = 0;  ///< mm
  Vec3 axis{};          ///< unit vector
  Vec3 centre{};        ///< middle of the void along the axis, anchor frame
  double depth = 0;     ///< mm, length over which the axis runs through empty space inside the part
  bool through = false;
  bool full_circle = false;  ///< the concave face goes all the way round
  bool half_circle = false;  ///< it goes half the way round or more: the end of a slot
};

/// Areas of a cut's separate regions of material, mm^2, the largest first.
struct MeasuredSlice {
  std::vector<double> areas;
};

/// Faces of one surface: planes in one plane, cylinders of one axis and radius, count once.
struct MeasuredFace {
  FaceKind kind = FaceKind::kOther;
  double radius = 0;  ///< mm: of a cylinder or sphere, of a torus's tube
  Vec3 direction{};   ///< unit normal of a plane, unit axis of what turns; zeros of others
  bool concave = false;
  Vec3 centre{};       ///< of their area, anchor frame
  double area = 0;     ///< mm^2, of all of them
  double covered = 0;  ///< mm^2 of it that another solid lies against; only for a concept
};

/// Candidate against reference under the best allowed rotation and alignment (bounding-box centre,
/// its corners, centroid), both in mm and unscaled.
struct Similarity {
  double iou = 0;            ///< by ray intervals on three axes
  double mean_distance = 0;  ///< mm, point-to-surface, symmetric mean
  double f_score = 0;        ///< share of surface within 1 % of the reference's diagonal, F1
  int rotation = 0;          ///< index into the task's rotations
};

/// What depends on which way the part is turned: answers to the request, in its order and in the
/// anchor frame of one allowed rotation.
struct Pose {
  Vec3 bbox_min{}, bbox_max{};  ///< optimal box, mm, in the program's own coordinates, turned
  std::vector<MeasuredHole> holes;
  std::vector<MeasuredFace> faces_found;  ///< where the spec states faces; at most 400
  std::vector<MeasuredSlice> slices;
  std::vector<std::vector<double>> walls;  ///< solid interval lengths of each ray, mm
  std::vector<std::vector<double>> bars;
  std::vector<std::vector<bool>> probes;  ///< of each point: inside the material?
  std::vector<double> symmetries;         ///< overlap of the part and its image, 0 to 1

  Vec3 extents() const {
    return {bbox_max[0] - bbox_min[0], bbox_max[1] - bbox_min[1], bbox_max[2] - bbox_min[2]};
  }
};

/// The pose is that of the rotation most similar to the reference.
struct GeometryReport : Pose {
  /// "ok", or why there is nothing to measure: not_a_shape, invalid_solid, empty_solid, timeout,
  /// killed...
  std::string error_class = "ok";
  std::string message;

  bool valid = false;  ///< BRepCheck_Analyzer on every solid
  double volume = 0;   ///< signed, mm^3
  double area = 0;     ///< mm^2
  Vec3 centroid{};
  Vec3 principal_inertia{};  ///< sorted, about the centroid, unit density, mm^5
  int solids = 0;
  int components = 0;                  ///< of solids, joined where the distance is <= 0.05 mm
  double largest_component_share = 0;  ///< solids in the largest contact component / solids
  /// Common volume of two solids / the smaller's: the worst pair as far as a score tells.
  double overlap_share = 0;
  std::optional<double>
      smallest_gap;  ///< mm, between solids that do not touch; of close pairs only
  int faces = 0, edges = 0;
  int genus = 0;  ///< from the Euler number of the boundary mesh, summed over shells
  bool mesh_closed_coarse = false, mesh_closed_fine = false;
  bool convex = false;      ///< no hole, and 99 % of its own convex hull: a box, a cylinder, a hull
  double sliver_share = 0;  ///< faces under 1e-4 of the area / faces

  /// Of a concept: the other allowed rotations under which the part has about the stated extents. A
  /// part of another design may be as right in one of them.
  std::vector<Pose> other_poses;
  Similarity similarity;  ///< zeros without a reference

  /// Where the CPU time went: "read", "validity", "mesh", "mass", "contact", "faces", "topology",
  /// "holes", "similarity", "queries". Not in the JSON, which is the same for the same shape.
  std::map<std::string, double> cpu_seconds;

  /// Where the request asks for it; then nothing else is measured.
  std::optional<PublishedGeometry> published;

  bool ok() const { return error_class == "ok"; }
};

/// The simple shapes that a lazy optimiser answers with, made by the measurer from a reference.
enum class NullShape { kNone, kBox, kCylinderX, kCylinderY, kCylinderZ, kHull, kHalfSize };

/// One request to the measurer. `reference_key` names bytes the measurer may have cached;
/// `reference` holds them where the caller cannot know (empty: no similarity asked for).
struct MeasureRequest {
  std::vector<std::byte> brep;  ///< the candidate; ignored when `null_shape` is not kNone
  NullShape null_shape = NullShape::kNone;  ///< measure this null of the reference instead
  std::uint64_t reference_key = 0;
  std::vector<std::byte> reference;
  TaskSpec spec;  ///< which slices, rays, probes to answer; rotations
  /// Draws what a spec leaves free: positions within their spread, the offsets of dexels. 0, as in
  /// evaluation: every position as it is stated.
  std::uint64_t probe_seed = 0;
  PublishedMode published = PublishedMode::kNone;  ///< measure only what this reward looks at
};

void to_json(nlohmann::json& json, const Pose& pose);
void from_json(const nlohmann::json& json, Pose& pose);
void to_json(nlohmann::json& json, const GeometryReport& report);
void from_json(const nlohmann::json& json, GeometryReport& report);

}  // namespace cadforge::rewards
