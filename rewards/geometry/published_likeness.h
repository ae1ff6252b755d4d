// The published reward's comparison of two normalised meshes: random surface points and silhouettes
// of six views. Pure functions; the "random" points are those that NumPy draws from seed 7.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "rewards/geometry/mesh.h"

namespace cadforge::geometry {

/// `count` points on the surface, uniform by area, rounded to float: the draws of NumPy's legacy
/// generator (MT19937) seeded with 7, the triangle first, then the place in it. They depend on the
/// order of the triangles. Empty where the mesh has no area.
std::vector<Vec3> surface_points(const Mesh& mesh, std::size_t count);

/// exp(-d / 0.10), d the mean nearest distance, both ways averaged, as a share of the height of
/// 1000.
double chamfer_likeness(const std::vector<Vec3>& points, const std::vector<Vec3>& reference);

/// Front, back, left, right, top, isometric: 512 x 512 pixels, 1 where the shape is. Each view is
/// scaled to fit with a margin of 28. Triangles are filled as Pillow fills polygons: corners cut
/// down to whole pixels, borders included; at sharp corners some pixels differ from Pillow's.
struct Silhouettes {
  static constexpr int kSize = 512, kMargin = 28, kViews = 6;
  std::array<std::vector<std::uint8_t>, kViews> views;
};
Silhouettes draw_silhouettes(const Mesh& mesh);

/// Weighted mean over the views of intersection over union, 0 where both are empty.
double silhouette_likeness(const Silhouettes& a, const Silhouettes& b);

}  // namespace cadforge::geometry
