#include "rewards/geometry/dexels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

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

// The crossings of all rays of a grid, those of ray r from begin[r] to begin[r + 1], by depth.
struct Rays {
  std::vector<std::uint32_t> begin;
  std::vector<Crossing> crossings;
};

struct Hit {
  std::uint32_t ray;
  Crossing crossing;
};

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
// the depth. Most triangles of a fine mesh lie between the rays and leave early.
void add_triangle(const RayGrid& g, const Vec3& a, const Vec3& b, const Vec3& c,
                  std::vector<Hit>& hits) {
  // The first ray at or above x and the last at or below it, or one further out.
  const auto first_at = [](double x, double low, double per_step) {
    return std::max(0, static_cast<int>(std::ceil((x - low) * per_step - 1e-6)));
  };
  const auto last_at = [&g](double x, double low, double per_step) {
    return std::min(g.resolution - 1, static_cast<int>(std::floor((x - low) * per_step + 1e-6)));
  };
  const double u_per_step = 1 / g.step_u, v_per_step = 1 / g.step_v;
  const auto [low_v, high_v] = std::minmax({a[g.v], b[g.v], c[g.v]});
  const int first = first_at(low_v, g.low_v, v_per_step);
  const int last = last_at(high_v, g.low_v, v_per_step);
  if (first > last) return;
  const auto [low_u, high_u] = std::minmax({a[g.u], b[g.u], c[g.u]});
  if (first_at(low_u, g.low_u, u_per_step) > last_at(high_u, g.low_u, u_per_step)) return;
  const Vec3 normal = cross(b - a, c - a);
  if (std::abs(normal[g.axis]) < 1e-15) return;
  const float sign = normal[g.axis] < 0 ? 1.f : -1.f;
  const double slope_u = normal[g.u] / normal[g.axis], slope_v = normal[g.v] / normal[g.axis];
  const Vec3* corners[3] = {&a, &b, &c};
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
    if (from > to) continue;
    for (int i = first_at(from, g.low_u, u_per_step); i < g.resolution; ++i) {
      const double u = g.ray_u(i);
      if (u >= to) break;
      if (u < from) continue;
      const double depth = a[g.axis] - (slope_u * (u - a[g.u]) + slope_v * (v - a[g.v]));
      hits.push_back(
          {static_cast<std::uint32_t>(j * g.resolution + i), {static_cast<float>(depth), sign}});
    }
  }
}

Rays cast(const Mesh& mesh, const Vec3& offset, const RayGrid& grid) {
  std::vector<Vec3> vertices(mesh.vertices);
  for (auto& vertex : vertices) vertex = vertex + offset;
  std::vector<Hit> hits;
  for (const auto& t : mesh.triangles) {
    add_triangle(grid, vertices[t[0]], vertices[t[1]], vertices[t[2]], hits);
  }
  const std::size_t count = static_cast<std::size_t>(grid.resolution) * grid.resolution;
  Rays rays{std::vector<std::uint32_t>(count + 1), std::vector<Crossing>(hits.size())};
  for (const auto& hit : hits) ++rays.begin[hit.ray + 1];
  std::partial_sum(rays.begin.begin(), rays.begin.end(), rays.begin.begin());
  std::vector<std::uint32_t> next(rays.begin.begin(), rays.begin.end() - 1);
  for (const auto& hit : hits) rays.crossings[next[hit.ray]++] = hit.crossing;
  for (std::size_t r = 0; r < count; ++r) {
    std::sort(rays.crossings.begin() + rays.begin[r], rays.crossings.begin() + rays.begin[r + 1],
              [](const Crossing& x, const Crossing& y) {
                return x.depth != y.depth ? x.depth < y.depth : x.sign > y.sign;
              });
  }
  return rays;
}

// Lengths covered by both and by either along one ray.
void add_overlap(const Rays& a, const Rays& b, std::size_t ray, double& both, double& either) {
  std::size_t i = a.begin[ray], j = b.begin[ray];
  const std::size_t end_a = a.begin[ray + 1], end_b = b.begin[ray + 1];
  float depth_a = 0, depth_b = 0, last = 0;
  while (i < end_a || j < end_b) {
    const bool take_a = j == end_b || (i < end_a && a.crossings[i].depth <= b.crossings[j].depth);
    const Crossing& next = take_a ? a.crossings[i] : b.crossings[j];
    const double length = static_cast<double>(next.depth) - last;
    if (depth_a > 0 && depth_b > 0) both += length;
    if (depth_a > 0 || depth_b > 0) either += length;
    last = next.depth;
    (take_a ? depth_a : depth_b) += next.sign;
    (take_a ? i : j) += 1;
  }
}

struct Overlap {
  double both = 0, either = 0;  // mm3, summed over the three axes
};

// Along resolution^2 rays on each axis through `box`; `a` moved by `offset`.
Overlap overlap(const Mesh& a, const Vec3& offset, const Mesh& b, const Box& box, int resolution,
                std::uint64_t seed) {
  Overlap sum;
  for (int axis = 0; axis < 3; ++axis) {
    const RayGrid grid = make_grid(box, axis, resolution, seed);
    const Rays one = cast(a, offset, grid), other = cast(b, {}, grid);
    double both = 0, either = 0;
    for (std::size_t r = 0; r + 1 < one.begin.size(); ++r) add_overlap(one, other, r, both, either);
    const double cell = grid.step_u * grid.step_v;
    sum.both += both * cell;
    sum.either += either * cell;
  }
  return sum;
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
  const auto [both, either] = overlap(candidate, offset, reference, box, resolution, seed);
  return either > 0 ? std::clamp(both / either, 0.0, 1.0) : 0;
}

double shared_volume(const Mesh& a, const Mesh& b, int resolution) {
  const Box mine = bounds(a), theirs = bounds(b);
  Box box;
  for (int i = 0; i < 3; ++i) {
    box.low[i] = std::max(mine.low[i], theirs.low[i]);
    box.high[i] = std::min(mine.high[i], theirs.high[i]);
    if (box.high[i] - box.low[i] < 1e-9) return 0;
  }
  return overlap(a, {}, b, box, resolution, 0).both / 3;
}

}  // namespace cadforge::geometry
