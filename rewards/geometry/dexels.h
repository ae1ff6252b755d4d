// Volume overlap of two meshes by ray intervals ("dexels"): exact along the rays.
#pragma once

#include "rewards/geometry/mesh.h"

namespace cadforge::geometry {

/// Intersection over union of `candidate` moved by `offset` and `reference`: resolution^2 parallel
/// rays along each of the three axes through the box around both. `seed` shifts the ray grid within
/// its cells.
double intersection_over_union(const Mesh& candidate, const Vec3& offset, const Mesh& reference,
                               int resolution, std::uint64_t seed);

/// Volume that lies in both, mm3: the mean of the three axes, resolution^2 rays each through the
/// box that both share.
double shared_volume(const Mesh& a, const Mesh& b, int resolution);

}  // namespace cadforge::geometry
