// The shapes a lazy optimiser answers with, made from a reference.
#pragma once

#include "rewards/geometry/mesh.h"

namespace cadforge::geometry {

/// The mesh of `kind` for `reference`: its bounding box, the elliptic cylinders inside that box,
/// its convex hull. Other kinds give the reference itself; half a reference is made of its B-rep.
Mesh null_mesh(rewards::NullShape kind, const Mesh& reference);

/// Whether the volume of `mesh` is more than this share of its convex hull's.
bool fills_hull(const Mesh& mesh, double share);

}  // namespace cadforge::geometry
