#include <BRepAdaptor_Surface.hxx>
#include <BRepGProp.hxx>
#include <BRep_Tool.hxx>
#include <GProp_GProps.hxx>
#include <Poly_Triangulation.hxx>
#include <TopExp_Explorer.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Face.hxx>
#include <algorithm>
#include <bitset>
#include <cmath>
#include <numbers>
#include <tuple>

#include "rewards/geometry/shape.h"

namespace cadforge::geometry {
namespace {

constexpr int kDirections = 72;
using Round = std::bitset<kDirections>;

/// A concave cylindrical face.
struct Concave {
  double radius = 0;
  Vec3 point{}, axis{};
  double from = 0, to = 0;  // along the axis, from `point`
  double area = 0;
  Round round{};  // directions from the axis in which there is a wall
};

// One direction for both ways an axis can point, so that coaxial faces compare equal.
Vec3 canonical(Vec3 axis) {
  for (int i = 2; i >= 0; --i) {
    if (std::abs(axis[i]) > 1e-6) return axis[i] > 0 ? axis : -1.0 * axis;
  }
  return axis;
}

Vec3 perpendicular(const Vec3& axis) {
  const Vec3 other = std::abs(axis[0]) < 0.6 ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
  const Vec3 p = cross(axis, other);
  return (1 / std::sqrt(dot(p, p))) * p;
}

// Marks the directions between two angles, the short way.
void mark(double from, double to, Round& round) {
  constexpr double kTurn = 2 * std::numbers::pi;
  const double span = std::remainder(to - from, kTurn);
  const double start = span < 0 ? to : from;
  const int first = static_cast<int>(std::ceil(start / kTurn * kDirections - 1e-6));
  const int last =
      static_cast<int>(std::floor((start + std::abs(span)) / kTurn * kDirections + 1e-6));
  for (int i = first; i <= last; ++i)
    round.set(static_cast<std::size_t>(i + 2 * kDirections) % kDirections);
}

bool concave_cylinder(const TopoDS_Face& face, Concave& out) {
  const BRepAdaptor_Surface surface(face);
  if (surface.GetType() != GeomAbs_Cylinder) return false;
  const gp_Cylinder cylinder = surface.Cylinder();
  // The surface's own normal points away from the axis in a right-handed frame.
  const bool outward = cylinder.Direct() == (face.Orientation() != TopAbs_REVERSED);
  if (outward) return false;
  out.radius = cylinder.Radius();
  const gp_Pnt location = cylinder.Axis().Location();
  const gp_Dir direction = cylinder.Axis().Direction();
  out.axis = canonical({direction.X(), direction.Y(), direction.Z()});
  const Vec3 on_axis = {location.X(), location.Y(), location.Z()};
  out.point =
      on_axis - dot(on_axis, out.axis) * out.axis;  // the axis's point nearest to the origin

  TopLoc_Location place;
  const Handle(Poly_Triangulation) mesh = BRep_Tool::Triangulation(face, place);
  if (mesh.IsNull()) return false;
  out.from = 1e300;
  out.to = -1e300;
  const Vec3 side = perpendicular(out.axis), across = cross(out.axis, side);
  std::vector<double> angles;
  for (int i = 1; i <= mesh->NbNodes(); ++i) {
    const gp_Pnt node = mesh->Node(i).Transformed(place.Transformation());
    const Vec3 p = {node.X(), node.Y(), node.Z()};
    const double along = dot(p, out.axis);
    out.from = std::min(out.from, along);
    out.to = std::max(out.to, along);
    angles.push_back(std::atan2(dot(p - out.point, across), dot(p - out.point, side)));
  }
  for (int i = 1; i <= mesh->NbTriangles(); ++i) {
    int a, b, c;
    mesh->Triangle(i).Get(a, b, c);
    mark(angles[a - 1], angles[b - 1], out.round);
    mark(angles[b - 1], angles[c - 1], out.round);
    mark(angles[c - 1], angles[a - 1], out.round);
  }
  GProp_GProps properties;
  BRepGProp::SurfaceProperties(face, properties);
  out.area = properties.Mass();
  return out.to - out.from > 1e-6;
}

bool same_bore(const Concave& a, const Concave& b) {
  const Vec3 apart = a.point - b.point;
  return std::abs(a.radius - b.radius) < 1e-4 && std::abs(dot(a.axis, b.axis)) > 1 - 1e-8 &&
         std::sqrt(dot(apart, apart)) < 1e-4 && a.from <= b.to + 1e-3 && b.from <= a.to + 1e-3;
}

// Faces of one bore become one entry. Repeated until nothing changes: a bore in three pieces may
// come in any order.
void merge(std::vector<Concave>& bores) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < bores.size(); ++i) {
      for (std::size_t j = i + 1; j < bores.size(); ++j) {
        if (!same_bore(bores[i], bores[j])) continue;
        bores[i].from = std::min(bores[i].from, bores[j].from);
        bores[i].to = std::max(bores[i].to, bores[j].to);
        bores[i].area += bores[j].area;
        bores[i].round |= bores[j].round;
        bores.erase(bores.begin() + static_cast<std::ptrdiff_t>(j));
        changed = true;
        --j;
      }
    }
  }
}

rewards::MeasuredHole measured(const Concave& bore, const Mesh& mesh) {
  rewards::MeasuredHole hole;
  hole.diameter = 2 * bore.radius;
  hole.axis = bore.axis;
  hole.centre = bore.point + 0.5 * (bore.from + bore.to) * bore.axis;
  const double length = bore.to - bore.from;
  // Mouths cut on the slant and crossing bores take away area, but leave a wall in every direction.
  hole.full_circle = bore.round.all() && bore.area > std::numbers::pi * bore.radius * length;
  hole.half_circle = hole.full_circle || bore.round.count() + 2 >= kDirections / 2;

  // The empty stretch of the axis around the middle, within the cylinder.
  double empty_from = -1e300, empty_to = 1e300;
  bool blocked = false;
  for (const auto& [enter, leave] : ray_intervals(mesh, hole.centre, bore.axis)) {
    if (enter < -1e-6 && leave > 1e-6) blocked = true;
    if (leave <= 1e-6) empty_from = std::max(empty_from, leave);
    if (enter >= -1e-6) empty_to = std::min(empty_to, enter);
  }
  if (blocked) return hole;
  const double half = length / 2, margin = 1e-3;
  hole.depth = std::min(empty_to, half) - std::max(empty_from, -half);
  hole.through = empty_to > half + margin && empty_from < -half - margin;
  return hole;
}

}  // namespace

std::vector<rewards::MeasuredHole> find_holes(const std::vector<TopoDS_Shape>& solids,
                                              const Mesh& mesh) {
  std::vector<Concave> bores;
  for (const auto& solid : solids) {
    for (TopExp_Explorer it(solid, TopAbs_FACE); it.More(); it.Next()) {
      Concave bore;
      if (concave_cylinder(TopoDS::Face(it.Current()), bore)) bores.push_back(bore);
    }
  }
  merge(bores);
  // In an order of their own: faces come in the order the program happened to make them.
  std::sort(bores.begin(), bores.end(), [](const Concave& a, const Concave& b) {
    return std::tie(a.radius, a.axis, a.point, a.from) <
           std::tie(b.radius, b.axis, b.point, b.from);
  });
  std::vector<rewards::MeasuredHole> holes;
  for (const auto& bore : bores) {
    if (holes.size() == 500) break;  // a sieve is no part we have a spec for
    holes.push_back(measured(bore, mesh));
  }
  return holes;
}

}  // namespace cadforge::geometry
