#include "rewards/geometry/published_mesh.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace cadforge::geometry {
namespace {

using rewards::PublishedGeometry;

constexpr double kSmallest = 1e-9;  // what heights and lengths are divided by at least

// A vertex as it is compared: coordinates to 8 decimals.
using Key = std::array<std::int64_t, 3>;

struct KeyHash {
  std::size_t operator()(const Key& key) const {
    std::uint64_t hash = 0;
    for (const auto part : key) {
      hash = (hash ^ static_cast<std::uint64_t>(part)) * 0x9E3779B97F4A7C15;
      hash ^= hash >> 29;
    }
    return hash;
  }
};

struct Edge {
  std::uint32_t low, high, face;
  bool forward;  // runs from low to high in its face
};

// Every side of every triangle, those of one edge side by side.
std::vector<Edge> sorted_edges(const Mesh& mesh) {
  std::vector<Edge> edges;
  edges.reserve(3 * mesh.triangles.size());
  for (std::uint32_t f = 0; f < mesh.triangles.size(); ++f) {
    const auto& t = mesh.triangles[f];
    for (int i = 0; i < 3; ++i) {
      const auto a = t[i], b = t[(i + 1) % 3];
      edges.push_back({std::min(a, b), std::max(a, b), f, a < b});
    }
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(a.low, a.high, a.face) < std::tie(b.low, b.high, b.face);
  });
  return edges;
}

class Groups {
 public:
  explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0u); }
  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::uint32_t> parent_;
};

// Counts edges by their uses, and joins faces over edges that are used twice.
Groups join_faces(const Mesh& mesh, PublishedGeometry& out) {
  Groups groups(mesh.triangles.size());
  const auto edges = sorted_edges(mesh);
  out.watertight = out.winding_consistent = true;
  for (std::size_t i = 0, next; i < edges.size(); i = next) {
    next = i + 1;
    while (next < edges.size() && edges[next].low == edges[i].low &&
           edges[next].high == edges[i].high) {
      ++next;
    }
    const auto uses = next - i;
    out.boundary_edges += uses == 1;
    out.non_manifold_edges += uses > 2;
    if (uses != 2) {
      out.watertight = false;
      continue;
    }
    groups.join(edges[i].face, edges[i + 1].face);
    if (edges[i].forward == edges[i + 1].forward) out.winding_consistent = false;
  }
  return groups;
}

double area(const Mesh& mesh, std::size_t triangle) {
  const Vec3 a = mesh.corner(triangle, 0);
  const Vec3 n = cross(mesh.corner(triangle, 1) - a, mesh.corner(triangle, 2) - a);
  return 0.5 * std::sqrt(dot(n, n));
}

// The boxes of the components, in the order of their first faces.
std::vector<Box> component_boxes(const Mesh& mesh, Groups& groups) {
  std::unordered_map<std::uint32_t, std::size_t> index;
  std::vector<Box> boxes;
  for (std::uint32_t f = 0; f < mesh.triangles.size(); ++f) {
    const auto [entry, fresh] = index.try_emplace(groups.root(f), boxes.size());
    if (fresh) boxes.push_back({mesh.corner(f, 0), mesh.corner(f, 0)});
    Box& box = boxes[entry->second];
    for (int c = 0; c < 3; ++c) {
      const Vec3& v = mesh.corner(f, c);
      for (int i = 0; i < 3; ++i) {
        box.low[i] = std::min(box.low[i], v[i]);
        box.high[i] = std::max(box.high[i], v[i]);
      }
    }
  }
  return boxes;
}

double gap(const Box& a, const Box& b) {
  double sum = 0;
  for (int i = 0; i < 3; ++i) {
    const double apart = std::max({0.0, a.low[i] - b.high[i], b.low[i] - a.high[i]});
    sum += apart * apart;
  }
  return std::sqrt(sum);
}

void measure_gaps(std::vector<Box> boxes, double height, PublishedGeometry& out) {
  constexpr double kShard = 0.015, kLargeGap = 0.08;
  if (boxes.size() > 1) {
    std::erase_if(boxes, [&](const Box& box) { return box.diagonal() < kShard * height; });
  }
  out.parts = static_cast<int>(boxes.size());
  if (boxes.size() < 2) return;
  double sum = 0;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < boxes.size() && nearest > 0; ++j) {
      if (j != i) nearest = std::min(nearest, gap(boxes[i], boxes[j]));
    }
    const double share = nearest / height;
    sum += share;
    out.largest_gap = std::max(out.largest_gap, share);
    out.large_gaps += share > kLargeGap;
  }
  out.mean_gap = sum / static_cast<double>(boxes.size());
}

// Linear between the two nearest ranks; 0 of nothing.
double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double rank = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(rank);
  const auto above = std::min(below + 1, values.size() - 1);
  return values[below] + (rank - static_cast<double>(below)) * (values[above] - values[below]);
}

void measure_base_and_top(const Mesh& mesh, double bottom, double height, PublishedGeometry& out) {
  std::vector<double> radii;
  for (const auto& v : mesh.vertices) {
    if (v[2] < bottom + 0.25 * height) radii.push_back(std::hypot(v[0], v[1]));
    out.upper_vertices += v[2] > bottom + 0.55 * height;
  }
  out.base_radius = percentile(std::move(radii), 0.9) / height;
}

}  // namespace

Mesh through_stl(const Mesh& mesh) {
  constexpr double kDecimals = 1e8;
  Mesh out;
  std::unordered_map<Key, std::uint32_t, KeyHash> merged;
  const auto vertex = [&](Vec3 v) {
    Key key;
    for (int i = 0; i < 3; ++i) {
      v[i] = static_cast<float>(v[i]);
      key[i] = std::llrint(v[i] * kDecimals);
    }
    const auto [entry, fresh] =
        merged.try_emplace(key, static_cast<std::uint32_t>(out.vertices.size()));
    if (fresh) out.vertices.push_back(v);
    return entry->second;
  };
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const auto a = vertex(mesh.corner(t, 0)), b = vertex(mesh.corner(t, 1));
    out.triangles.push_back({a, b, vertex(mesh.corner(t, 2))});
  }
  return out;
}

Mesh normalised(Mesh mesh) {
  const Box box = bounds(mesh);
  const double scale = 1000 / std::max(box.size()[2], kSmallest);
  const Vec3 centre = box.centre();
  const Vec3 origin = {centre[0], centre[1], box.low[2]};
  for (auto& v : mesh.vertices) v = scale * v - scale * origin;
  return mesh;
}

PublishedGeometry published_geometry(const Mesh& mesh) {
  PublishedGeometry out;
  const Box box = bounds(mesh);
  const double height = std::max(box.size()[2], kSmallest);
  out.lengths = box.size();
  out.vertices = static_cast<int>(mesh.vertices.size());
  out.faces = static_cast<int>(mesh.triangles.size());
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    out.degenerate_faces += area(mesh, t) < 1e-8;
  }
  Groups groups = join_faces(mesh, out);
  auto boxes = component_boxes(mesh, groups);
  out.components = static_cast<int>(boxes.size());
  measure_gaps(std::move(boxes), height, out);
  measure_base_and_top(mesh, box.low[2], height, out);
  return out;
}

}  // namespace cadforge::geometry
