#include "rewards/geometry/published_likeness.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

namespace cadforge::geometry {
namespace {

constexpr std::uint32_t kSeed = 7;

/// numpy.random.random_sample after numpy.random.seed(kSeed): 53 bits of two draws.
class LegacyUniform {
 public:
  double operator()() {
    const std::uint32_t high = engine_() >> 5, low = engine_() >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
  }

 private:
  std::mt19937 engine_{kSeed};
};

std::vector<double> cumulated_areas(const Mesh& mesh) {
  std::vector<double> sums;
  sums.reserve(mesh.triangles.size());
  double sum = 0;
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const Vec3 a = mesh.corner(t, 0);
    const Vec3 n = cross(mesh.corner(t, 1) - a, mesh.corner(t, 2) - a);
    sums.push_back(sum += std::sqrt(dot(n, n)) / 2);
  }
  return sums;
}

using Point2 = std::array<double, 2>;

Point2 projected(int view, const Vec3& p) {
  switch (view) {
    case 0:
      return {p[0], p[2]};
    case 1:
      return {-p[0], p[2]};
    case 2:
      return {p[1], p[2]};
    case 3:
      return {-p[1], p[2]};
    case 4:
      return {p[0], p[1]};
    default:
      break;
  }
  // Turned by 58 degrees about X, then by 42 about Z.
  static const double degree = std::numbers::pi / 180;
  static const double cx = std::cos(58 * degree), sx = std::sin(58 * degree);
  static const double cz = std::cos(42 * degree), sz = std::sin(42 * degree);
  const double y = cx * p[1] - sx * p[2], z = sx * p[1] + cx * p[2];
  return {cz * p[0] - sz * y, z};
}

/// Where one side of a triangle meets a line of pixels; widens [low, high].
void meet(const std::array<int, 2>& a, const std::array<int, 2>& b, int y, float& low,
          float& high) {
  if (y < std::min(a[1], b[1]) || y > std::max(a[1], b[1])) return;
  if (a[1] == b[1]) {
    low = std::min({low, static_cast<float>(a[0]), static_cast<float>(b[0])});
    high = std::max({high, static_cast<float>(a[0]), static_cast<float>(b[0])});
    return;
  }
  const float slope = static_cast<float>(b[0] - a[0]) / static_cast<float>(b[1] - a[1]);
  const float x = static_cast<float>(y - a[1]) * slope + static_cast<float>(a[0]);
  low = std::min(low, x);
  high = std::max(high, x);
}

void fill_triangle(const std::array<std::array<int, 2>, 3>& corners,
                   std::vector<std::uint8_t>& pixels) {
  constexpr int kLast = Silhouettes::kSize - 1;
  const auto [top, bottom] = std::minmax({corners[0][1], corners[1][1], corners[2][1]});
  for (int y = std::max(top, 0); y <= std::min(bottom, kLast); ++y) {
    float low = std::numeric_limits<float>::infinity(), high = -low;
    for (int i = 0; i < 3; ++i) meet(corners[i], corners[(i + 1) % 3], y, low, high);
    const int from = std::max(0, static_cast<int>(std::floor(low + 0.5F)));
    const int to = std::min(kLast, static_cast<int>(std::ceil(high - 0.5F)));
    const auto row = pixels.begin() + static_cast<std::ptrdiff_t>(y) * Silhouettes::kSize;
    if (from <= to) std::fill(row + from, row + to + 1, std::uint8_t{1});
  }
}

std::vector<std::uint8_t> draw_view(const Mesh& mesh, int view) {
  std::vector<Point2> points;
  points.reserve(mesh.vertices.size());
  Point2 low = {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  Point2 high = {-low[0], -low[1]};
  for (const auto& vertex : mesh.vertices) {
    const Point2 p = projected(view, vertex);
    for (int i = 0; i < 2; ++i) {
      low[i] = std::min(low[i], p[i]);
      high[i] = std::max(high[i], p[i]);
    }
    points.push_back(p);
  }
  const double span = std::max({high[0] - low[0], high[1] - low[1], 1e-9});
  const double scale = (Silhouettes::kSize - 2 * Silhouettes::kMargin) / span;
  const auto pixel = [&](std::uint32_t v) {
    const double x = (points[v][0] - low[0]) * scale + Silhouettes::kMargin;
    const double y = (points[v][1] - low[1]) * scale + Silhouettes::kMargin;
    return std::array<int, 2>{static_cast<int>(x), static_cast<int>(Silhouettes::kSize - y)};
  };
  std::vector<std::uint8_t> pixels(Silhouettes::kSize * Silhouettes::kSize);
  for (const auto& t : mesh.triangles) {
    fill_triangle({pixel(t[0]), pixel(t[1]), pixel(t[2])}, pixels);
  }
  return pixels;
}

double overlap(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
  std::int64_t both = 0, either = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += a[i] & b[i];
    either += a[i] | b[i];
  }
  return either > 0 ? static_cast<double>(both) / static_cast<double>(either) : 0;
}

}  // namespace

std::vector<Vec3> surface_points(const Mesh& mesh, std::size_t count) {
  const auto sums = cumulated_areas(mesh);
  if (sums.empty() || !(sums.back() > 0)) return {};
  LegacyUniform draw;
  std::vector<std::size_t> faces;
  for (std::size_t i = 0; i < count; ++i) {
    const auto found = std::lower_bound(sums.begin(), sums.end(), draw() * sums.back());
    faces.push_back(static_cast<std::size_t>(found - sums.begin()));
  }
  std::vector<Vec3> points;
  for (const auto face : faces) {
    double r1 = draw(), r2 = draw();
    if (r1 + r2 > 1) {
      r1 = std::abs(r1 - 1);
      r2 = std::abs(r2 - 1);
    }
    const Vec3 a = mesh.corner(face, 0);
    Vec3 p = r1 * (mesh.corner(face, 1) - a) + r2 * (mesh.corner(face, 2) - a) + a;
    for (auto& x : p) x = static_cast<float>(x);
    points.push_back(p);
  }
  return points;
}

double chamfer_likeness(const std::vector<Vec3>& points, const std::vector<Vec3>& reference) {
  constexpr double kHeight = 1000, kReach = 0.10;
  if (points.empty() || reference.empty()) return 0;
  constexpr double kFar = std::numeric_limits<double>::infinity();
  std::vector<double> to_points(reference.size(), kFar);
  double there = 0, back = 0;
  for (const auto& p : points) {
    double nearest = kFar;
    for (std::size_t j = 0; j < reference.size(); ++j) {
      const Vec3 d = reference[j] - p;
      const double square = dot(d, d);
      nearest = std::min(nearest, square);
      to_points[j] = std::min(to_points[j], square);
    }
    there += std::sqrt(nearest);
  }
  for (const double square : to_points) back += std::sqrt(square);
  const double mean =
      (there / static_cast<double>(points.size()) + back / static_cast<double>(reference.size())) /
      2;
  return std::exp(-mean / kHeight / kReach);
}

Silhouettes draw_silhouettes(const Mesh& mesh) {
  Silhouettes silhouettes;
  for (int view = 0; view < Silhouettes::kViews; ++view) {
    silhouettes.views[view] = draw_view(mesh, view);
  }
  return silhouettes;
}

double silhouette_likeness(const Silhouettes& a, const Silhouettes& b) {
  constexpr std::array<double, Silhouettes::kViews> kWeights = {.18, .12, .18, .18, .14, .20};
  double sum = 0;
  for (int view = 0; view < Silhouettes::kViews; ++view) {
    sum += kWeights[view] * overlap(a.views[view], b.views[view]);
  }
  return sum;
}

}  // namespace cadforge::geometry
