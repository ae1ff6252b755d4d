#include "rewards/geometry/distance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cadforge::geometry {
namespace {

// Squared distance of a point to a triangle (Ericson, "Real-Time Collision Detection", 5.1.5).
double squared_distance(const Vec3& p, const Vec3& a, const Vec3& b, const Vec3& c) {
  const Vec3 ab = b - a, ac = c - a, ap = p - a;
  const double d1 = dot(ab, ap), d2 = dot(ac, ap);
  const auto to = [&](const Vec3& q) {
    const Vec3 d = p - q;
    return dot(d, d);
  };
  if (d1 <= 0 && d2 <= 0) return to(a);
  const Vec3 bp = p - b;
  const double d3 = dot(ab, bp), d4 = dot(ac, bp);
  if (d3 >= 0 && d4 <= d3) return to(b);
  const double vc = d1 * d4 - d3 * d2;
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return to(a + (d1 / (d1 - d3)) * ab);
  const Vec3 cp = p - c;
  const double d5 = dot(ab, cp), d6 = dot(ac, cp);
  if (d6 >= 0 && d5 <= d6) return to(c);
  const double vb = d5 * d2 - d1 * d6;
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return to(a + (d2 / (d2 - d6)) * ac);
  const double va = d3 * d6 - d5 * d4;
  if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
    return to(b + ((d4 - d3) / ((d4 - d3) + (d5 - d6))) * (c - b));
  }
  const double sum = va + vb + vc;
  return sum > 0 ? to(a + (vb / sum) * ab + (vc / sum) * ac) : to(a);
}

// Bounding boxes over triangles, halved along the longest side.
class TriangleTree {
 public:
  explicit TriangleTree(const Mesh& mesh) : mesh_(mesh), order_(mesh.triangles.size()) {
    std::iota(order_.begin(), order_.end(), 0u);
    if (!order_.empty()) build(0, order_.size());
  }

  double squared(const Vec3& p) const {
    double best = 1e300;
    search(0, p, best);
    return best;
  }

 private:
  struct Node {
    Box box;
    std::size_t first, last;
    std::size_t right = 0;  // 0: a leaf; the left child follows its parent
  };

  static double box_distance(const Box& box, const Vec3& p) {
    double sum = 0;
    for (int i = 0; i < 3; ++i) {
      const double d = std::max({box.low[i] - p[i], 0.0, p[i] - box.high[i]});
      sum += d * d;
    }
    return sum;
  }

  std::size_t build(std::size_t first, std::size_t last) {
    const std::size_t index = nodes_.size();
    Box box{mesh_.corner(order_[first], 0), mesh_.corner(order_[first], 0)};
    for (auto t = first; t < last; ++t) {
      for (int k = 0; k < 3; ++k) {
        const Vec3 v = mesh_.corner(order_[t], k);
        for (int i = 0; i < 3; ++i) {
          box.low[i] = std::min(box.low[i], v[i]);
          box.high[i] = std::max(box.high[i], v[i]);
        }
      }
    }
    nodes_.push_back({box, first, last});
    if (last - first <= 6) return index;
    const Vec3 size = box.size();
    const int axis = static_cast<int>(std::max_element(size.begin(), size.end()) - size.begin());
    const auto middle = first + (last - first) / 2;
    const auto key = [&](std::uint32_t t) {
      return mesh_.corner(t, 0)[axis] + mesh_.corner(t, 1)[axis] + mesh_.corner(t, 2)[axis];
    };
    std::nth_element(order_.begin() + first, order_.begin() + middle, order_.begin() + last,
                     [&](auto x, auto y) { return key(x) != key(y) ? key(x) < key(y) : x < y; });
    build(first, middle);
    const auto right = build(middle, last);
    nodes_[index].right = right;
    return index;
  }

  void search(std::size_t index, const Vec3& p, double& best) const {
    const Node& node = nodes_[index];
    if (box_distance(node.box, p) >= best) return;
    if (node.right == 0) {
      for (auto t = node.first; t < node.last; ++t) {
        best = std::min(best,
                        squared_distance(p, mesh_.corner(order_[t], 0), mesh_.corner(order_[t], 1),
                                         mesh_.corner(order_[t], 2)));
      }
      return;
    }
    const auto left = index + 1, right = node.right;
    const bool left_first = box_distance(nodes_[left].box, p) <= box_distance(nodes_[right].box, p);
    search(left_first ? left : right, p, best);
    search(left_first ? right : left, p, best);
  }

  const Mesh& mesh_;
  std::vector<std::uint32_t> order_;
  std::vector<Node> nodes_;
};

// Evenly spaced by cumulated area; the position within a triangle follows the R2 sequence.
std::vector<Vec3> surface_points(const Mesh& mesh, int count) {
  std::vector<double> cumulated;
  double total = 0;
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const Vec3 n =
        cross(mesh.corner(t, 1) - mesh.corner(t, 0), mesh.corner(t, 2) - mesh.corner(t, 0));
    cumulated.push_back(total += std::sqrt(dot(n, n)) / 2);
  }
  std::vector<Vec3> points;
  if (total <= 0) return points;
  for (int i = 0; i < count; ++i) {
    const double target = (i + 0.5) / count * total;
    const auto found = std::lower_bound(cumulated.begin(), cumulated.end(), target);
    const auto t = std::min<std::size_t>(found - cumulated.begin(), mesh.triangles.size() - 1);
    double r = std::fmod(0.5 + 0.7548776662466927 * i, 1.0),
           s = std::fmod(0.5 + 0.5698402909980532 * i, 1.0);
    if (r + s > 1) {
      r = 1 - r;
      s = 1 - s;
    }
    const Vec3 a = mesh.corner(t, 0);
    points.push_back(a + r * (mesh.corner(t, 1) - a) + s * (mesh.corner(t, 2) - a));
  }
  return points;
}

struct OneWay {
  double mean = 0, within = 0;  // mm; share of points
};

OneWay one_way(const std::vector<Vec3>& points, const Vec3& offset, const TriangleTree& tree,
               double threshold) {
  double sum = 0;
  std::size_t within = 0;
  for (const auto& p : points) {
    const double d = std::sqrt(tree.squared(p + offset));
    sum += d;
    within += d <= threshold;
  }
  const auto count = static_cast<double>(points.size());
  return {sum / count, static_cast<double>(within) / count};
}

}  // namespace

SurfaceDistance surface_distance(const Mesh& candidate, const Vec3& offset, const Mesh& reference,
                                 double threshold, int points) {
  if (candidate.triangles.empty() || reference.triangles.empty()) return {1e9, 0};
  const OneWay there =
      one_way(surface_points(candidate, points), offset, TriangleTree(reference), threshold);
  const OneWay back =
      one_way(surface_points(reference, points), -1.0 * offset, TriangleTree(candidate), threshold);
  const double sum = there.within + back.within;
  return {(there.mean + back.mean) / 2, sum > 0 ? 2 * there.within * back.within / sum : 0};
}

}  // namespace cadforge::geometry
