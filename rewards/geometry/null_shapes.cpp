#include "rewards/geometry/null_shapes.h"

#include <cmath>
#include <cstdio>
#include <numbers>
#include <optional>
#include <set>

extern "C" {
#include <libqhull_r/qhull_ra.h>
}

namespace cadforge::geometry {
namespace {

using rewards::NullShape;

Mesh prism(const std::vector<std::array<double, 2>>& outline, const Box& box, int axis) {
  const int u = (axis + 1) % 3, v = (axis + 2) % 3;
  const auto n = static_cast<std::uint32_t>(outline.size());
  Mesh mesh;
  for (const double level : {box.low[axis], box.high[axis]}) {
    for (const auto& p : outline) {
      Vec3 vertex{};
      vertex[u] = box.centre()[u] + p[0] * box.size()[u] / 2;
      vertex[v] = box.centre()[v] + p[1] * box.size()[v] / 2;
      vertex[axis] = level;
      mesh.vertices.push_back(vertex);
    }
  }
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t j = (i + 1) % n;
    mesh.triangles.push_back({i, j, n + j});
    mesh.triangles.push_back({i, n + j, n + i});
    if (i > 0 && j > 0) {
      mesh.triangles.push_back({0, j, i});
      mesh.triangles.push_back({n, n + i, n + j});
    }
  }
  return mesh;
}

Mesh box_mesh(const Box& box) { return prism({{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}, box, 2); }

Mesh cylinder_mesh(const Box& box, int axis) {
  std::vector<std::array<double, 2>> circle;
  constexpr int kSides = 96;
  for (int i = 0; i < kSides; ++i) {
    const double angle = 2 * std::numbers::pi * i / kSides;
    circle.push_back({std::cos(angle), std::sin(angle)});
  }
  return prism(circle, box, axis);
}

// Nothing where the points lie in a plane, as far as qhull can tell.
std::optional<Mesh> hull_mesh(const Mesh& reference) {
  std::vector<coordT> points;
  for (const auto& v : reference.vertices) points.insert(points.end(), v.begin(), v.end());
  qhT memory;
  qhT* qh = &memory;
  qh_zero(qh, stderr);
  std::FILE* silent = std::fopen("/dev/null", "w");
  char options[] = "qhull Qt Pp";
  const int failed = qh_new_qhull(qh, 3, static_cast<int>(reference.vertices.size()), points.data(),
                                  False, options, nullptr, silent ? silent : stderr);
  Mesh mesh;
  if (!failed) {
    mesh.vertices = reference.vertices;
    facetT* facet;
    vertexT *vertex, **vertexp;
    FORALLfacets {
      std::array<std::uint32_t, 3> triangle{};
      int i = 0;
      FOREACHvertex_(facet->vertices) {
        if (i < 3) triangle[i++] = static_cast<std::uint32_t>(qh_pointid(qh, vertex->point));
      }
      const Vec3 normal = {facet->normal[0], facet->normal[1], facet->normal[2]};
      const Vec3 a = mesh.vertices[triangle[0]];
      const Vec3 own = cross(mesh.vertices[triangle[1]] - a, mesh.vertices[triangle[2]] - a);
      if (dot(own, normal) < 0) std::swap(triangle[1], triangle[2]);
      mesh.triangles.push_back(triangle);
    }
  }
  qh_freeqhull(qh, !qh_ALL);
  int current, total;
  qh_memfreeshort(qh, &current, &total);
  if (silent) std::fclose(silent);
  if (failed) return std::nullopt;
  return mesh;
}

// The vertices furthest out in 26 directions.
Mesh outermost(const Mesh& mesh) {
  std::set<std::size_t> chosen;
  for (int d = 0; d < 27; ++d) {
    const Vec3 direction = {d % 3 - 1.0, d / 3 % 3 - 1.0, d / 9 - 1.0};
    if (d == 13) continue;  // none
    std::size_t furthest = 0;
    for (std::size_t i = 1; i < mesh.vertices.size(); ++i) {
      if (dot(mesh.vertices[i] - mesh.vertices[furthest], direction) > 0) furthest = i;
    }
    chosen.insert(furthest);
  }
  Mesh points;
  for (const auto i : chosen) points.vertices.push_back(mesh.vertices[i]);
  return points;
}

}  // namespace

Mesh null_mesh(NullShape kind, const Mesh& reference) {
  switch (kind) {
    case NullShape::kBox:
      return box_mesh(bounds(reference));
    case NullShape::kCylinderX:
      return cylinder_mesh(bounds(reference), 0);
    case NullShape::kCylinderY:
      return cylinder_mesh(bounds(reference), 1);
    case NullShape::kCylinderZ:
      return cylinder_mesh(bounds(reference), 2);
    case NullShape::kHull:
      return hull_mesh(reference).value_or(box_mesh(bounds(reference)));
    case NullShape::kHalfSize:
    case NullShape::kNone:
      break;
  }
  return reference;
}

bool fills_hull(const Mesh& mesh, double share) {
  const double volume = signed_volume(mesh);
  if (mesh.vertices.empty()) return false;
  // A part of the points has a hull within the whole one, at a small part of its cost.
  const auto within = hull_mesh(outermost(mesh));
  if (within && volume <= share * signed_volume(*within)) return false;
  return volume > share * signed_volume(null_mesh(NullShape::kHull, mesh));
}

}  // namespace cadforge::geometry
