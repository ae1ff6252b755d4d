// A triangle mesh in mm, and what can be read off it without OpenCASCADE.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "rewards/geometry_report.h"

namespace cadforge::geometry {

using rewards::Vec3;

inline Vec3 operator+(const Vec3& a, const Vec3& b) {
  return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}
inline Vec3 operator-(const Vec3& a, const Vec3& b) {
  return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}
inline Vec3 operator*(double s, const Vec3& a) { return {s * a[0], s * a[1], s * a[2]}; }
inline double dot(const Vec3& a, const Vec3& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }
inline Vec3 cross(const Vec3& a, const Vec3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

struct Mesh {
  std::vector<Vec3> vertices;
  std::vector<std::array<std::uint32_t, 3>> triangles;  ///< counter-clockwise seen from outside
  std::vector<std::uint32_t> solids;  ///< first vertex of each solid; none: all is one

  Vec3 corner(std::size_t triangle, int i) const { return vertices[triangles[triangle][i]]; }
};

struct Box {
  Vec3 low{}, high{};
  Vec3 centre() const { return 0.5 * (low + high); }
  Vec3 size() const { return high - low; }
  double diagonal() const;
};

Box bounds(const Mesh& mesh);
double signed_volume(const Mesh& mesh);
/// A mesh for each of `solids`.
std::vector<Mesh> split(const Mesh& mesh);
double surface_area(const Mesh& mesh);

/// Vertices closer than `tolerance` become one; triangles that collapse are dropped.
Mesh welded(const Mesh& mesh, double tolerance);

struct Topology {
  bool closed = false;  ///< every edge is used exactly twice, once each way
  int genus = 0;        ///< sum over connected pieces of 1 - (V - E + F) / 2
};
/// Of a welded mesh.
Topology topology(const Mesh& mesh);

/// Lengths of the intervals inside the solid along a ray, in order; by winding, so that overlapping
/// solids count once. `direction` must be of unit length.
std::vector<std::array<double, 2>> ray_intervals(const Mesh& mesh, const Vec3& origin,
                                                 const Vec3& direction);

/// Which points lie in the material: for many points of one mesh, whose triangles are sorted once
/// by where the ray from a point can meet them. The mesh must outlive it.
class PointTest {
 public:
  explicit PointTest(const Mesh& mesh);
  bool inside(const Vec3& point) const;

 private:
  int bin(int across, double at) const;

  const Mesh& mesh_;
  int bins_ = 1;  ///< along each of two directions across the rays
  std::array<double, 2> low_{}, size_{};
  std::vector<std::vector<std::uint32_t>> triangles_;  ///< of each bin
};

/// Separate regions of material in the plane `coordinate axis` = `at`. Regions of two solids no
/// more than 0.05 mm apart are one, their areas added.
rewards::MeasuredSlice slice(const Mesh& mesh, int axis, double at);

}  // namespace cadforge::geometry
