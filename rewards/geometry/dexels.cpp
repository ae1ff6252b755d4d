#include "rewards/geometry/dexels.h"

#include <algorithm>
#include <cmath>

namespace cadforge::geometry {
namespace {

struct Crossing {
  float depth;
  float sign;  // +1 entering
};

// A square grid of rays along one axis.
struct RayGrid {
  int axis, u, v, resolution;
  double low_u, low_v, step_u, step_v;

  double ray_u(int i) const { return low_u + i * step_u; }
  double ray_v(int j) const { return low_v + j * step_v; }
};

using Rays = std::vector<std::vector<Crossing>>;

double shift(std::uint64_t seed, int axis, int which) {
  std::uint64_t x = seed * 0x9E3779B97F4A7C15 + axis * 31 + which * 7 + 1;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x ^= x >> 27;
  // Never on a cell's border, where faces of round sizes lie.
  return 0.31 + 0.38 * static_cast<double>(x >> 11) * 0x1p-53;
}

RayGrid make_grid(const Box& box, int axis, int resolution, std::uint64_t seed) {
  RayGrid grid{axis, (axis + 1) % 3, (axis + 2) % 3, resolution, 0, 0, 0, 0};
  grid.step_u = box.size()[grid.u] / resolution;
  grid.step_v = box.size()[grid.v] / resolution;
  grid.low_u = box.low[grid.u] + shift(seed, axis, 0) * grid.step_u;
  grid.low_v = box.low[grid.v] + shift(seed, axis, 1) * grid.step_v;
  return grid;
}

// Adds the crossings of one triangle: for each line of rays the triangle's span, for each ray in it
// the depth.
void add_triangle(const RayGrid& g, const Vec3& a, const Vec3& b, const Vec3& c, Rays& rays) {
  const Vec3 normal = cross(b - a, c - a);
  if (std::abs(normal[g.axis]) < 1e-15) return;
  const float sign = normal[g.axis] < 0 ? 1.f : -1.f;
  const Vec3* corners[3] = {&a, &b, &c};
  const auto [low, high] = std::minmax({a[g.v], b[g.v], c[g.v]});
  const int first = std::max(0, static_cast<int>(std::ceil((low - g.low_v) / g.step_v)));
  const int last =
      std::min(g.resolution - 1, static_cast<int>(std::floor((high - g.low_v) / g.step_v)));
  for (int j = first; j <= last; ++j) {
    const double v = g.ray_v(j);
    double from = 1e300, to = -1e300;
    for (int i = 0; i < 3; ++i) {
      const Vec3 &p = *corners[i], &q = *corners[(i + 1) % 3];
      // Half open, so that a line through a vertex meets one of its two edges. Both triangles at an
      // edge walk it from the lower end: the same arithmetic gives the same bits, and no ray falls
      // between them.
      if ((p[g.v] <= v) == (q[g.v] <= v)) continue;
      const bool up = p[g.v] < q[g.v];
      const Vec3 &l = up ? p : q, &h = up ? q : p;
      const double u = l[g.u] + (v - l[g.v]) / (h[g.v] - l[g.v]) * (h[g.u] - l[g.u]);
      from = std::min(from, u);
      to = std::max(to, u);
    }
    const int left = std::max(0, static_cast<int>(std::ceil((from - g.low_u) / g.step_u)));
    for (int i = left; i < g.resolution; ++i) {
      const double u = g.ray_u(i);
      if (u >= to) break;
      if (u < from) continue;
      const double depth =
          a[g.axis] - (normal[g.u] * (u - a[g.u]) + normal[g.v] * (v - a[g.v])) / normal[g.axis];
      rays[static_cast<std::size_t>(j) * g.resolution + i].push_back(
          {static_cast<float>(depth), sign});
    }
  }
}

Rays cast(const Mesh& mesh, const Vec3& offset, const RayGrid& grid) {
  Rays rays(static_cast<std::size_t>(grid.resolution) * grid.resolution);
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    add_triangle(grid, mesh.corner(t, 0) + offset, mesh.corner(t, 1) + offset,
                 mesh.corner(t, 2) + offset, rays);
  }
  for (auto& ray : rays) {
    std::sort(ray.begin(), ray.end(), [](const Crossing& x, const Crossing& y) {
      return x.depth != y.depth ? x.depth < y.depth : x.sign > y.sign;
    });
  }
  return rays;
}

// Lengths covered by both and by either along one ray.
void add_overlap(const std::vector<Crossing>& a, const std::vector<Crossing>& b, double& both,
                 double& either) {
  std::size_t i = 0, j = 0;
  float depth_a = 0, depth_b = 0, last = 0;
  while (i < a.size() || j < b.size()) {
    const bool take_a = j == b.size() || (i < a.size() && a[i].depth <= b[j].depth);
    const Crossing& next = take_a ? a[i] : b[j];
    const double length = static_cast<double>(next.depth) - last;
    if (depth_a > 0 && depth_b > 0) both += length;
    if (depth_a > 0 || depth_b > 0) either += length;
    last = next.depth;
    (take_a ? depth_a : depth_b) += next.sign;
    (take_a ? i : j) += 1;
  }
}

}  // namespace

double intersection_over_union(const Mesh& candidate, const Vec3& offset, const Mesh& reference,
                               int resolution, std::uint64_t seed) {
  const Box mine = bounds(candidate), theirs = bounds(reference);
  Box box = theirs;
  for (int i = 0; i < 3; ++i) {
    box.low[i] = std::min(box.low[i], mine.low[i] + offset[i]);
    box.high[i] = std::max(box.high[i], mine.high[i] + offset[i]);
    if (box.high[i] - box.low[i] < 1e-9) return 0;
  }
  double both = 0, either = 0;
  for (int axis = 0; axis < 3; ++axis) {
    const RayGrid grid = make_grid(box, axis, resolution, seed);
    const Rays a = cast(candidate, offset, grid), b = cast(reference, {}, grid);
    double axis_both = 0, axis_either = 0;
    for (std::size_t r = 0; r < a.size(); ++r) add_overlap(a[r], b[r], axis_both, axis_either);
    const double cell = grid.step_u * grid.step_v;
    both += axis_both * cell;
    either += axis_either * cell;
  }
  return either > 0 ? std::clamp(both / either, 0.0, 1.0) : 0;
}

}  // namespace cadforge::geometry
