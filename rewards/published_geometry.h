// What the published reward reads off a shape: numbers of the triangle mesh it exports, scaled to a
// height of 1000. Plain numbers, as in GeometryReport.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "rewards/task_spec.h"

namespace cadforge::rewards {

/// Fast compares boxes with constants; full also compares with a reference mesh.
enum class PublishedMode { kNone, kFast, kFull };

struct PublishedGeometry {
  Vec3 lengths{};  ///< of the mesh's box; z is 1000 unless the shape is flat
  int vertices = 0, faces = 0;

  // Topology.
  int components = 0;  ///< of faces joined by edges that exactly two of them use
  bool watertight = false, winding_consistent = false;
  int boundary_edges = 0;      ///< used once
  int non_manifold_edges = 0;  ///< used more than twice
  int degenerate_faces = 0;    ///< of an area under 1e-8

  // Contact: gaps between the boxes of components as shares of the height.
  int parts = 0;  ///< components whose diagonal is at least 0.015 of the height
  double mean_gap = 0, largest_gap = 0;
  int large_gaps = 0;  ///< parts farther than 0.08 from any other

  // Shape, where a task states no box.
  double base_radius = 0;  ///< 90th percentile of |xy| in the lowest quarter, share of the height
  int upper_vertices = 0;  ///< above 0.55 of the height

  /// Against the reference, in full mode.
  struct Likeness {
    Vec3 lengths{};         ///< of the reference
    double chamfer = 0;     ///< exp(-distance / 0.10), of random points on both surfaces
    double silhouette = 0;  ///< weighted overlap of six views
  };
  std::optional<Likeness> likeness;
};

void to_json(nlohmann::json& json, const PublishedGeometry& geometry);
void from_json(const nlohmann::json& json, PublishedGeometry& geometry);

}  // namespace cadforge::rewards
