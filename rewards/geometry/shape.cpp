#include "rewards/geometry/shape.h"

#include <BRepAlgoAPI_Common.hxx>
#include <BRepBndLib.hxx>
#include <BRepExtrema_DistShapeShape.hxx>
#include <BRepGProp.hxx>
#include <BRepMesh_IncrementalMesh.hxx>
#include <BRepTools.hxx>
#include <BRep_Tool.hxx>
#include <BinTools.hxx>
#include <Bnd_Box.hxx>
#include <GProp_GProps.hxx>
#include <Poly_Triangulation.hxx>
#include <Standard_Failure.hxx>
#include <TopExp.hxx>
#include <TopExp_Explorer.hxx>
#include <TopLoc_Location.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Face.hxx>
#include <algorithm>
#include <numeric>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "rewards/geometry/dexels.h"

namespace cadforge::geometry {

volatile std::sig_atomic_t reading_brep = 0;

namespace {

constexpr double kContact = 0.05, kMostGap = 2;  // mm
// No score tells larger overlaps apart, and each costs a boolean operation.
constexpr double kOverlapEnough = 0.05;
// Shares that rays through the meshes tell beyond doubt, so much or none: exact geometry takes
// seconds where round solids cross. What lies between may be the chords of a fit.
constexpr double kOverlapSeen = 0.08, kOverlapUnseen = 2e-4;
constexpr int kOverlapRays = 32;  // along each of two directions

double volume_of(const TopoDS_Shape& shape) {
  GProp_GProps properties;
  BRepGProp::VolumeProperties(shape, properties);
  return properties.Mass();
}

struct Reading {
  Reading() { reading_brep = 1; }
  ~Reading() { reading_brep = 0; }
};

Bnd_Box box_of(const TopoDS_Shape& shape) {
  Bnd_Box box;
  BRepBndLib::Add(shape, box);
  box.Enlarge(kMostGap / 2);
  return box;
}

std::vector<gp_Pnt> corners_of(const TopoDS_Shape& solid) {
  TopTools_IndexedMapOfShape map;
  TopExp::MapShapes(solid, TopAbs_VERTEX, map);
  std::vector<gp_Pnt> corners;
  for (int i = 1; i <= map.Extent(); ++i) corners.push_back(BRep_Tool::Pnt(TopoDS::Vertex(map(i))));
  return corners;
}

// Parts that were cut from one body, or stacked, mostly share a corner; to find the distance of
// two solids otherwise is slow.
bool share_a_corner(const std::vector<gp_Pnt>& a, const std::vector<gp_Pnt>& b) {
  if (a.size() * b.size() > 1'000'000) return false;
  return std::any_of(a.begin(), a.end(), [&](const gp_Pnt& p) {
    return std::any_of(b.begin(), b.end(),
                       [&](const gp_Pnt& q) { return p.Distance(q) <= kContact; });
  });
}

double common_volume(const TopoDS_Shape& a, const TopoDS_Shape& b) {
  BRepAlgoAPI_Common common(a, b);
  return common.IsDone() ? std::abs(volume_of(common.Shape())) : 0;
}

}  // namespace

TopoDS_Shape read_brep(const std::vector<std::byte>& bytes) {
  // Anything else sends OpenCASCADE's reader through memory at random.
  constexpr std::string_view kHeader = "\nOpen CASCADE Topology V";
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (!text.starts_with(kHeader)) throw std::runtime_error("not a B-rep");
  std::istringstream stream(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  TopoDS_Shape shape;
  try {
    const Reading now;
    BinTools::Read(shape, stream);
  } catch (const Standard_Failure& failure) {
    throw std::runtime_error(std::string("not a B-rep: ") + failure.GetMessageString());
  }
  if (shape.IsNull()) throw std::runtime_error("not a B-rep");
  return shape;
}

std::vector<TopoDS_Shape> solids_of(const TopoDS_Shape& shape) {
  std::vector<TopoDS_Shape> solids;
  for (TopExp_Explorer it(shape, TopAbs_SOLID); it.More(); it.Next())
    solids.push_back(it.Current());
  return solids;
}

Mesh triangulate(const TopoDS_Shape& shape, double deflection, double angle,
                 Deflection deflection_is) {
  // A mesh that is there already would be kept if it is fine enough, whatever its angles.
  BRepTools::Clean(shape);
  BRepMesh_IncrementalMesh(shape, deflection, deflection_is == Deflection::kShareOfEdge, angle,
                           Standard_False);
  Mesh mesh;
  for (TopExp_Explorer it(shape, TopAbs_FACE); it.More(); it.Next()) {
    const TopoDS_Face face = TopoDS::Face(it.Current());
    TopLoc_Location location;
    const Handle(Poly_Triangulation) part = BRep_Tool::Triangulation(face, location);
    if (part.IsNull()) continue;
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size()) - 1;
    for (int i = 1; i <= part->NbNodes(); ++i) {
      const gp_Pnt p = part->Node(i).Transformed(location.Transformation());
      mesh.vertices.push_back({p.X(), p.Y(), p.Z()});
    }
    for (int i = 1; i <= part->NbTriangles(); ++i) {
      int a, b, c;
      part->Triangle(i).Get(a, b, c);
      if (face.Orientation() == TopAbs_REVERSED) std::swap(b, c);
      mesh.triangles.push_back({base + a, base + b, base + c});
    }
  }
  return mesh;
}

Contacts contacts_of(const std::vector<TopoDS_Shape>& solids, const Mesh& mesh) {
  const auto count = solids.size();
  if (count == 1) return {1, 1, 0, {}};
  std::vector<std::size_t> group(count);
  std::iota(group.begin(), group.end(), 0);
  const auto join = [&](std::size_t i, std::size_t j) {
    const auto from = group[j], to = group[i];
    std::replace(group.begin(), group.end(), from, to);
  };
  const auto meshes = split(mesh);
  std::vector<Bnd_Box> boxes;
  std::vector<double> volumes;
  std::vector<std::vector<gp_Pnt>> corners;
  for (const auto& solid : solids) {
    boxes.push_back(box_of(solid));
    volumes.push_back(std::abs(volume_of(solid)));
    corners.push_back(corners_of(solid));
  }
  Contacts contacts;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) {
      if (boxes[i].IsOut(boxes[j])) continue;
      const double smaller = std::min(volumes[i], volumes[j]);
      const double seen =
          smaller > 0 ? shared_volume(meshes[i], meshes[j], kOverlapRays) / smaller : 0;
      if (seen >= kOverlapSeen) {
        join(i, j);
        contacts.overlap_share = std::max(contacts.overlap_share, std::min(1.0, seen));
        continue;
      }
      if (!share_a_corner(corners[i], corners[j])) {
        BRepExtrema_DistShapeShape distance(solids[i], solids[j]);
        if (!distance.IsDone()) continue;
        if (!distance.InnerSolution() && distance.Value() > kContact) {
          contacts.smallest_gap = std::min(contacts.smallest_gap.value_or(1e300), distance.Value());
          continue;
        }
      }
      join(i, j);
      if (seen > kOverlapUnseen && contacts.overlap_share < kOverlapEnough) {
        contacts.overlap_share =
            std::max(contacts.overlap_share, common_volume(solids[i], solids[j]) / smaller);
      }
    }
  }
  const std::set<std::size_t> names(group.begin(), group.end());
  contacts.components = static_cast<int>(names.size());
  for (const auto name : names) {
    const auto members = std::count(group.begin(), group.end(), name);
    contacts.largest_share =
        std::max(contacts.largest_share, static_cast<double>(members) / static_cast<double>(count));
  }
  return contacts;
}

}  // namespace cadforge::geometry
