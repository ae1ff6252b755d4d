// The published reward's mesh and what it reads off it: pure functions, without OpenCASCADE.
#pragma once

#include "rewards/geometry/mesh.h"
#include "rewards/published_geometry.h"

namespace cadforge::geometry {

/// The mesh as it comes back from a binary STL file: coordinates rounded to float, vertices equal
/// to 8 decimals merged, in the order of the triangles. Triangles that collapse stay.
Mesh through_stl(const Mesh& mesh);

/// Scaled to a height of 1000 about the origin (a flat shape by 1000 / 1e-9), then centred in X and
/// Y and put on Z = 0. The mesh must have a vertex.
Mesh normalised(Mesh mesh);

/// All but the likeness, of a normalised mesh. Time is the square of the number of components.
rewards::PublishedGeometry published_geometry(const Mesh& mesh);

}  // namespace cadforge::geometry
