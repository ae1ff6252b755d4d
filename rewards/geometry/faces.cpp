#include <BRepAdaptor_Surface.hxx>
#include <BRepGProp.hxx>
#include <BRep_Tool.hxx>
#include <GProp_GProps.hxx>
#include <Poly_Triangulation.hxx>
#include <TopExp_Explorer.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Face.hxx>
#include <algorithm>
#include <cmath>
#include <optional>

#include "rewards/geometry/shape.h"

namespace cadforge::geometry {
namespace {

using rewards::FaceKind;
using rewards::MeasuredFace;

/// A face with what tells its surface from others of the same kind and direction.
struct Surface {
  MeasuredFace face;
  Vec3 place{};  ///< of a plane its foot point, of a cylinder or cone the axis's, else the centre
};

Vec3 vec(const gp_Dir& d) { return {d.X(), d.Y(), d.Z()}; }
Vec3 vec(const gp_Pnt& p) { return {p.X(), p.Y(), p.Z()}; }

// The point of a line that is nearest to the origin.
Vec3 foot(const Vec3& point, const Vec3& direction) {
  return point - dot(point, direction) * direction;
}

Surface describe(const TopoDS_Face& face) {
  const BRepAdaptor_Surface surface(face);
  const bool reversed = face.Orientation() == TopAbs_REVERSED;
  Surface out;
  const auto turns = [&](FaceKind kind, const gp_Ax3& frame) {
    out.face.kind = kind;
    out.face.direction = vec(frame.Direction());
    // In a right-handed frame the surface's own normal points away from the axis or the centre.
    out.face.concave = frame.Direct() == reversed;
  };
  switch (surface.GetType()) {
    case GeomAbs_Plane: {
      const gp_Pln plane = surface.Plane();
      out.face.kind = FaceKind::kPlane;
      out.face.direction =
          (plane.Direct() == reversed ? -1.0 : 1.0) * vec(plane.Axis().Direction());
      out.place = dot(vec(plane.Location()), out.face.direction) * out.face.direction;
      break;
    }
    case GeomAbs_Cylinder:
      turns(FaceKind::kCylinder, surface.Cylinder().Position());
      out.face.radius = surface.Cylinder().Radius();
      out.place = foot(vec(surface.Cylinder().Location()), out.face.direction);
      break;
    case GeomAbs_Cone:
      turns(FaceKind::kCone, surface.Cone().Position());
      out.place = vec(surface.Cone().Apex());
      break;
    case GeomAbs_Sphere:
      turns(FaceKind::kSphere, surface.Sphere().Position());
      out.face.radius = surface.Sphere().Radius();
      out.place = vec(surface.Sphere().Location());
      out.face.direction = {};
      break;
    case GeomAbs_Torus:
      turns(FaceKind::kTorus, surface.Torus().Position());
      out.face.radius = surface.Torus().MinorRadius();
      out.place = vec(surface.Torus().Location());
      break;
    default:
      break;
  }
  GProp_GProps properties;
  BRepGProp::SurfaceProperties(face, properties);
  out.face.area = properties.Mass();
  out.face.centre = vec(properties.CentreOfMass());
  return out;
}

// Faces of one surface count as one.
void join(MeasuredFace& known, const MeasuredFace& next) {
  const double area = known.area + next.area;
  if (area > 0) known.centre = (1 / area) * (known.area * known.centre + next.area * next.centre);
  known.area = area;
  known.covered += next.covered;
}

// How far the chords of a mesh lie off its arcs, mm.
double sagitta(double radius, double angle) { return radius * (1 - std::cos(angle / 2)); }

// Share of a face's area that another solid lies against, less than `skin` mm off. Pieces of a body
// that were never united have faces in its inside.
double covered_share(const TopoDS_Face& face, const PointTest& material, double skin) {
  constexpr int kMostSamples = 64;
  TopLoc_Location place;
  const Handle(Poly_Triangulation) mesh = BRep_Tool::Triangulation(face, place);
  if (mesh.IsNull()) return 0;
  const double outward = face.Orientation() == TopAbs_REVERSED ? -1 : 1;
  const int step = 1 + mesh->NbTriangles() / kMostSamples;
  double all = 0, covered = 0;
  for (int i = 1; i <= mesh->NbTriangles(); i += step) {
    Vec3 corners[3];
    int nodes[3];
    mesh->Triangle(i).Get(nodes[0], nodes[1], nodes[2]);
    for (int k = 0; k < 3; ++k)
      corners[k] = vec(mesh->Node(nodes[k]).Transformed(place.Transformation()));
    const Vec3 normal = outward * cross(corners[1] - corners[0], corners[2] - corners[0]);
    const double area = std::sqrt(dot(normal, normal));
    if (area < 1e-12) continue;
    const Vec3 middle = (1.0 / 3) * (corners[0] + corners[1] + corners[2]);
    all += area;
    if (material.inside(middle + (skin / area) * normal)) covered += area;
  }
  return all > 0 ? covered / all : 0;
}

bool same_surface(const Surface& a, const Surface& b) {
  constexpr double kLength = 1e-4, kCosine = 1 - 1e-8;
  if (a.face.kind != b.face.kind || a.face.kind == FaceKind::kOther) return false;
  const Vec3 apart = a.place - b.place;
  const double cosine = dot(a.face.direction, b.face.direction);
  const bool parallel = a.face.kind == FaceKind::kSphere ||
                        (a.face.kind == FaceKind::kPlane ? cosine : std::abs(cosine)) > kCosine;
  return parallel && a.face.concave == b.face.concave &&
         std::abs(a.face.radius - b.face.radius) < kLength &&
         std::sqrt(dot(apart, apart)) < kLength;
}

}  // namespace

std::vector<MeasuredFace> find_faces(const std::vector<TopoDS_Shape>& solids, const Mesh* covering,
                                     double mesh_angle) {
  constexpr double kSkin = 0.2;  // mm
  constexpr std::size_t kMostFaces = 400;
  std::optional<PointTest> material;
  if (covering && solids.size() > 1) material.emplace(*covering);
  std::vector<Surface> surfaces;
  for (const auto& solid : solids) {
    for (TopExp_Explorer it(solid, TopAbs_FACE); it.More(); it.Next()) {
      const TopoDS_Face& face = TopoDS::Face(it.Current());
      Surface next = describe(face);
      if (material) {
        const double skin = kSkin + sagitta(next.face.radius, mesh_angle);
        next.face.covered = next.face.area * covered_share(face, *material, skin);
      }
      const auto same = std::find_if(surfaces.begin(), surfaces.end(), [&](const Surface& known) {
        return same_surface(known, next);
      });
      if (same != surfaces.end()) {
        join(same->face, next.face);
      } else if (surfaces.size() < kMostFaces) {
        surfaces.push_back(next);
      }
    }
  }
  // In an order of their own: faces come in the order the program happened to make them.
  std::stable_sort(surfaces.begin(), surfaces.end(), [](const Surface& a, const Surface& b) {
    return std::tie(b.face.area, a.face.kind, a.place) <
           std::tie(a.face.area, b.face.kind, b.place);
  });
  std::vector<MeasuredFace> faces;
  for (const auto& surface : surfaces) faces.push_back(surface.face);
  return faces;
}

}  // namespace cadforge::geometry
