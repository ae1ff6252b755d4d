// The quarter turns that a task leaves open.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "rewards/geometry/mesh.h"

namespace cadforge::geometry {

using Rotation = std::array<Vec3, 3>;  ///< rows

/// Of "none", "z2", "z4", "any24", the identity first; Similarity::rotation is an index into it.
std::vector<Rotation> allowed_rotations(const std::string& name);

}  // namespace cadforge::geometry
