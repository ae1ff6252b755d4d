// Surface distance between meshes, point to triangle.
#pragma once

#include "rewards/geometry/mesh.h"

namespace cadforge::geometry {

struct SurfaceDistance {
  double mean = 0;     ///< mm, mean of both directions
  double f_score = 0;  ///< F1 of the shares of surface within `threshold` of the other
};

/// Compares `candidate` moved by `offset` with `reference`. Points are spread over each surface by
/// area in a fixed low-discrepancy sequence, so that the same solid by another mesh measures the
/// same.
SurfaceDistance surface_distance(const Mesh& candidate, const Vec3& offset, const Mesh& reference,
                                 double threshold, int points);

}  // namespace cadforge::geometry
