#include "rewards/geometry/rotations.h"

#include <algorithm>

namespace cadforge::geometry {

std::vector<Rotation> allowed_rotations(const std::string& name) {
  const Rotation identity = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  if (name == "none") return {identity};
  std::vector<Rotation> all;
  const auto add_z = [&](double c, double s) {
    all.push_back({{{c, -s, 0}, {s, c, 0}, {0, 0, 1}}});
  };
  if (name == "z2" || name == "z4") {
    add_z(1, 0);
    if (name == "z4") add_z(0, 1);
    add_z(-1, 0);
    if (name == "z4") add_z(0, -1);
    return all;
  }
  // The 24 rotations of the cube: signed permutations of determinant one, identity first.
  int order[3] = {0, 1, 2};
  do {
    for (int signs = 0; signs < 8; ++signs) {
      Rotation r{};
      for (int i = 0; i < 3; ++i) r[i][order[i]] = (signs >> i & 1) ? -1 : 1;
      if (dot(r[0], cross(r[1], r[2])) > 0) all.push_back(r);
    }
  } while (std::next_permutation(order, order + 3));
  return all;
}

}  // namespace cadforge::geometry
