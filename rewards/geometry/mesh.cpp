#include "rewards/geometry/mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

namespace cadforge::geometry {
namespace {

class UnionFind {
 public:
  explicit UnionFind(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0); }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parent_;
};

using Cell = std::array<std::int64_t, 3>;

struct CellHash {
  std::size_t operator()(const Cell& c) const {
    return static_cast<std::size_t>(c[0] * 73856093 ^ c[1] * 19349663 ^ c[2] * 83492791);
  }
};

// Number of `point`'s vertex in the welded mesh: an old one within tolerance, or a new one.
class Welder {
 public:
  explicit Welder(double tolerance) : tolerance_(tolerance) {}

  std::uint32_t add(const Vec3& point) {
    Cell cell;
    for (int i = 0; i < 3; ++i) cell[i] = std::llround(point[i] / (4 * tolerance_));
    for (std::int64_t x = -1; x <= 1; ++x) {
      for (std::int64_t y = -1; y <= 1; ++y) {
        for (std::int64_t z = -1; z <= 1; ++z) {
          const auto found = cells_.find({cell[0] + x, cell[1] + y, cell[2] + z});
          if (found == cells_.end()) continue;
          for (const auto v : found->second) {
            const Vec3 d = vertices[v] - point;
            if (dot(d, d) <= tolerance_ * tolerance_) return v;
          }
        }
      }
    }
    vertices.push_back(point);
    const auto index = static_cast<std::uint32_t>(vertices.size() - 1);
    cells_[cell].push_back(index);
    return index;
  }

  std::vector<Vec3> vertices;

 private:
  double tolerance_;
  std::unordered_map<Cell, std::vector<std::uint32_t>, CellHash> cells_;
};

// Crossing of the ray with a triangle: distance and sign (+1 entering). Nothing where it misses.
bool crossing(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& origin,
              const Vec3& direction, double& distance, int& sign) {
  const Vec3 ab = b - a, ac = c - a;
  const Vec3 p = cross(direction, ac);
  const double determinant = dot(ab, p);
  if (std::abs(determinant) < 1e-14) return false;
  const Vec3 from_a = origin - a;
  const double u = dot(from_a, p) / determinant;
  if (u < 0 || u > 1) return false;
  const Vec3 q = cross(from_a, ab);
  const double v = dot(direction, q) / determinant;
  if (v < 0 || u + v > 1) return false;
  distance = dot(ac, q) / determinant;
  sign = determinant > 0 ? 1 : -1;
  return true;
}

double polygon_area(const std::vector<std::array<double, 2>>& loop) {
  double twice = 0;
  for (std::size_t i = 0; i < loop.size(); ++i) {
    const auto& p = loop[i];
    const auto& q = loop[(i + 1) % loop.size()];
    twice += p[0] * q[1] - q[0] * p[1];
  }
  return twice / 2;
}

using Point2 = std::array<double, 2>;

/// A closed line of a cut: around material (area > 0) or around a hole in it.
struct Loop {
  std::vector<Point2> points;
  double area = 0;
  std::size_t solid = 0;
};

std::size_t solid_of(const Mesh& mesh, std::uint32_t vertex) {
  const auto after = std::upper_bound(mesh.solids.begin(), mesh.solids.end(), vertex);
  return static_cast<std::size_t>(after - mesh.solids.begin());
}

bool surrounds(const Loop& loop, const Point2& p) {
  bool in = false;
  for (std::size_t i = 0, j = loop.points.size() - 1; i < loop.points.size(); j = i++) {
    const Point2 &a = loop.points[i], &b = loop.points[j];
    if ((a[1] > p[1]) == (b[1] > p[1])) continue;
    if (p[0] < a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0])) in = !in;
  }
  return in;
}

double squared_distance(const Point2& p, const Point2& a, const Point2& b) {
  const double u = b[0] - a[0], v = b[1] - a[1], length = u * u + v * v;
  const double along =
      length > 0 ? std::clamp(((p[0] - a[0]) * u + (p[1] - a[1]) * v) / length, 0.0, 1.0) : 0;
  const double x = a[0] + along * u - p[0], y = a[1] + along * v - p[1];
  return x * x + y * y;
}

// Within the solid that `loop` belongs to, not in one of its holes.
bool in_material(const std::vector<Loop>& loops, const Loop& loop, const Point2& p) {
  if (!surrounds(loop, p)) return false;
  int depth = 0;
  for (const auto& other : loops) {
    if (other.solid == loop.solid && surrounds(other, p)) depth += other.area > 0 ? 1 : -1;
  }
  return depth > 0;
}

bool touches(const std::vector<Loop>& loops, const Loop& a, const Loop& b) {
  constexpr double kTouch = 0.05;
  const auto near = [&](const Loop& from, const Loop& to) {
    for (const auto& p : from.points) {
      for (std::size_t i = 0, j = to.points.size() - 1; i < to.points.size(); j = i++) {
        if (squared_distance(p, to.points[i], to.points[j]) <= kTouch * kTouch) return true;
      }
      if (in_material(loops, to, p)) return true;
    }
    return false;
  };
  return near(a, b) || near(b, a);
}

// Holes are taken off the smallest loop around them; loops of different solids that touch or
// overlap are one region.
rewards::MeasuredSlice regions(std::vector<Loop> loops) {
  std::erase_if(loops, [](const Loop& loop) { return std::abs(loop.area) <= 1e-9; });
  std::stable_sort(loops.begin(), loops.end(),
                   [](const Loop& a, const Loop& b) { return a.area > b.area; });
  const auto first_hole =
      std::find_if(loops.begin(), loops.end(), [](const Loop& l) { return l.area < 0; });
  const auto outer = static_cast<std::size_t>(first_hole - loops.begin());
  UnionFind joined(outer);
  std::vector<double> area(outer);
  for (std::size_t i = 0; i < outer; ++i) {
    area[i] = loops[i].area;
    for (std::size_t j = 0; j < i; ++j) {
      if (loops[i].solid != loops[j].solid && touches(loops, loops[i], loops[j])) joined.join(i, j);
    }
  }
  for (std::size_t hole = outer; hole < loops.size(); ++hole) {
    for (std::size_t i = outer; i-- > 0;) {
      const bool around = loops[i].solid == loops[hole].solid &&
                          loops[i].area > -loops[hole].area &&
                          surrounds(loops[i], loops[hole].points.front());
      if (!around) continue;
      area[i] += loops[hole].area;
      break;
    }
  }
  std::map<std::size_t, double> sums;
  for (std::size_t i = 0; i < outer; ++i) sums[joined.root(i)] += area[i];
  rewards::MeasuredSlice result;
  for (const auto& [root, sum] : sums) result.areas.push_back(sum);
  std::sort(result.areas.rbegin(), result.areas.rend());
  return result;
}

}  // namespace

double Box::diagonal() const { return std::sqrt(dot(size(), size())); }

Box bounds(const Mesh& mesh) {
  constexpr double kFar = std::numeric_limits<double>::infinity();
  Box box{{kFar, kFar, kFar}, {-kFar, -kFar, -kFar}};
  for (const auto& v : mesh.vertices) {
    for (int i = 0; i < 3; ++i) {
      box.low[i] = std::min(box.low[i], v[i]);
      box.high[i] = std::max(box.high[i], v[i]);
    }
  }
  return mesh.vertices.empty() ? Box{} : box;
}

double signed_volume(const Mesh& mesh) {
  double six = 0;
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    six += dot(mesh.corner(t, 0), cross(mesh.corner(t, 1), mesh.corner(t, 2)));
  }
  return six / 6;
}

std::vector<Mesh> split(const Mesh& mesh) {
  std::vector<Mesh> parts(mesh.solids.size());
  for (std::size_t s = 0; s < parts.size(); ++s) {
    const auto end = s + 1 < parts.size() ? mesh.solids[s + 1] : mesh.vertices.size();
    parts[s].vertices.assign(mesh.vertices.begin() + mesh.solids[s], mesh.vertices.begin() + end);
  }
  for (auto t : mesh.triangles) {
    const auto s = solid_of(mesh, t[0]) - 1;
    for (auto& vertex : t) vertex -= mesh.solids[s];
    parts[s].triangles.push_back(t);
  }
  return parts;
}

double surface_area(const Mesh& mesh) {
  double area = 0;
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const Vec3 n =
        cross(mesh.corner(t, 1) - mesh.corner(t, 0), mesh.corner(t, 2) - mesh.corner(t, 0));
    area += std::sqrt(dot(n, n)) / 2;
  }
  return area;
}

Mesh welded(const Mesh& mesh, double tolerance) {
  Welder welder(tolerance);
  std::vector<std::uint32_t> place;
  place.reserve(mesh.vertices.size());
  for (const auto& v : mesh.vertices) place.push_back(welder.add(v));
  Mesh out;
  for (const auto& t : mesh.triangles) {
    const std::array<std::uint32_t, 3> moved = {place[t[0]], place[t[1]], place[t[2]]};
    if (moved[0] != moved[1] && moved[1] != moved[2] && moved[2] != moved[0]) {
      out.triangles.push_back(moved);
    }
  }
  out.vertices = std::move(welder.vertices);
  return out;
}

Topology topology(const Mesh& mesh) {
  std::unordered_map<std::uint64_t, int> directed;
  UnionFind pieces(mesh.vertices.size());
  for (const auto& t : mesh.triangles) {
    for (int i = 0; i < 3; ++i) {
      const std::uint64_t a = t[i], b = t[(i + 1) % 3];
      ++directed[a << 32 | b];
      pieces.join(a, b);
    }
  }
  Topology result;
  result.closed = !mesh.triangles.empty();
  std::map<std::size_t, std::array<long, 3>> counts;  // piece -> vertices, directed edges, faces
  for (const auto& [edge, uses] : directed) {
    const auto back = directed.find(edge << 32 | edge >> 32);
    if (uses != 1 || back == directed.end() || back->second != 1) result.closed = false;
    ++counts[pieces.root(edge >> 32)][1];
  }
  for (const auto& t : mesh.triangles) ++counts[pieces.root(t[0])][2];
  for (std::size_t v = 0; v < mesh.vertices.size(); ++v) {
    const auto piece = counts.find(pieces.root(v));
    if (piece != counts.end()) ++piece->second[0];
  }
  for (const auto& [piece, c] : counts) {
    const long euler = c[0] - c[1] / 2 + c[2];
    result.genus += static_cast<int>((2 - euler) / 2);
  }
  return result;
}

namespace {

using Crossings = std::vector<std::pair<double, int>>;  // distance, 1 into the material or -1

void add_crossing(const Mesh& mesh, std::size_t t, const Vec3& origin, const Vec3& direction,
                  Crossings& crossings) {
  double distance;
  int sign;
  if (crossing(mesh.corner(t, 0), mesh.corner(t, 1), mesh.corner(t, 2), origin, direction, distance,
               sign)) {
    crossings.emplace_back(distance, sign);
  }
}

std::vector<std::array<double, 2>> intervals_of(Crossings crossings) {
  std::sort(crossings.begin(), crossings.end());
  // A ray through an edge that two triangles share meets both: the same place and sign count once.
  const auto same = [](const auto& a, const auto& b) {
    return a.second == b.second && std::abs(a.first - b.first) < 1e-7;
  };
  crossings.erase(std::unique(crossings.begin(), crossings.end(), same), crossings.end());
  std::vector<std::array<double, 2>> intervals;
  int depth = 0;
  double entered = 0;
  for (const auto& [distance, sign] : crossings) {
    if (depth == 0 && sign > 0) entered = distance;
    depth += sign;
    if (depth == 0 && sign < 0 && distance - entered > 1e-9)
      intervals.push_back({entered, distance});
    depth = std::max(depth, 0);
  }
  return intervals;
}

// A direction that no face of an ordinary part is parallel to, and two across it.
constexpr Vec3 kProbing = {0.26726124191242438, 0.53452248382484879, 0.80178372573727319};
constexpr Vec3 kAcross[] = {{0.89442719099991588, -0.44721359549995794, 0},
                            {0.35856858280031809, 0.71713716560063618, -0.59761430466719682}};

}  // namespace

std::vector<std::array<double, 2>> ray_intervals(const Mesh& mesh, const Vec3& origin,
                                                 const Vec3& direction) {
  Crossings crossings;
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t)
    add_crossing(mesh, t, origin, direction, crossings);
  return intervals_of(std::move(crossings));
}

PointTest::PointTest(const Mesh& mesh) : mesh_(mesh) {
  // About as many bins as triangles, so that each holds a few.
  bins_ =
      std::clamp(static_cast<int>(std::sqrt(static_cast<double>(mesh.triangles.size()))), 1, 96);
  triangles_.resize(static_cast<std::size_t>(bins_ * bins_));
  std::array<double, 2> high = {-1e300, -1e300};
  low_ = {1e300, 1e300};
  for (const auto& vertex : mesh.vertices) {
    for (int i = 0; i < 2; ++i) {
      low_[i] = std::min(low_[i], dot(vertex, kAcross[i]));
      high[i] = std::max(high[i], dot(vertex, kAcross[i]));
    }
  }
  for (int i = 0; i < 2; ++i) size_[i] = std::max(1e-9, (high[i] - low_[i]) / bins_);
  for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
    std::array<int, 2> first{}, last{};
    for (int i = 0; i < 2; ++i) {
      const auto [from, to] =
          std::minmax({dot(mesh.corner(t, 0), kAcross[i]), dot(mesh.corner(t, 1), kAcross[i]),
                       dot(mesh.corner(t, 2), kAcross[i])});
      const double hair = 1e-6 * size_[i];  // rounding must not lose a triangle at a bin's border
      first[i] = bin(i, from - hair);
      last[i] = bin(i, to + hair);
    }
    for (int u = first[0]; u <= last[0]; ++u) {
      for (int v = first[1]; v <= last[1]; ++v)
        triangles_[static_cast<std::size_t>(u * bins_ + v)].push_back(t);
    }
  }
}

int PointTest::bin(int across, double at) const {
  return static_cast<int>(std::clamp((at - low_[across]) / size_[across], 0.0, bins_ - 1.0));
}

bool PointTest::inside(const Vec3& point) const {
  const int u = bin(0, dot(point, kAcross[0])), v = bin(1, dot(point, kAcross[1]));
  Crossings crossings;
  for (const auto t : triangles_[static_cast<std::size_t>(u * bins_ + v)])
    add_crossing(mesh_, t, point, kProbing, crossings);
  for (const auto& [enter, leave] : intervals_of(std::move(crossings))) {
    if (enter < 0 && leave > 0) return true;
  }
  return false;
}

rewards::MeasuredSlice slice(const Mesh& mesh, int axis, double at) {
  const int u = (axis + 1) % 3, v = (axis + 2) % 3;
  // Segments of the cut, from the edge where the triangle's border rises through the plane to the
  // one where it falls; points are named by mesh edges, so loops close exactly.
  const auto side = [&](std::uint32_t vertex) { return mesh.vertices[vertex][axis] >= at; };
  std::unordered_map<std::uint64_t, std::uint64_t> next;
  std::unordered_map<std::uint64_t, std::array<double, 2>> place;
  for (const auto& t : mesh.triangles) {
    std::uint64_t from = 0, to = 0;
    for (int i = 0; i < 3; ++i) {
      const auto a = t[i], b = t[(i + 1) % 3];
      if (side(a) == side(b)) continue;
      const std::uint64_t edge = std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
      const Vec3 &p = mesh.vertices[a], &q = mesh.vertices[b];
      const double s = (at - p[axis]) / (q[axis] - p[axis]);
      place[edge] = {p[u] + s * (q[u] - p[u]), p[v] + s * (q[v] - p[v])};
      (side(b) ? from : to) = edge;
    }
    if (from != to) next[to] = from;
  }
  std::vector<Loop> loops;
  while (!next.empty()) {
    Loop loop;
    loop.solid = solid_of(mesh, static_cast<std::uint32_t>(next.begin()->first));
    for (auto at_edge = next.begin()->first;;) {
      const auto step = next.find(at_edge);
      if (step == next.end()) break;
      loop.points.push_back(place[at_edge]);
      at_edge = step->second;
      next.erase(step);
    }
    loop.area = polygon_area(loop.points);
    loops.push_back(std::move(loop));
  }
  return regions(std::move(loops));
}

}  // namespace cadforge::geometry
