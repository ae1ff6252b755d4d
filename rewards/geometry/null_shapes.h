// The shapes a lazy optimiser answers with, made from a reference.
#pragma once

#include "rewards/geometry/mesh.h"

namespace cadforge::geometry {

/// The mesh of `kind` for `reference` (kNone gives the reference itself): its bounding box, the
/// elliptic cylinders inside that box, its convex hull, itself at half size.
Mesh null_mesh(rewards::NullShape kind, const Mesh& reference);

}  // namespace cadforge::geometry
