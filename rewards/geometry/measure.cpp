#include "rewards/geometry/measure.h"

#include <BRepAdaptor_Surface.hxx>
#include <BRepBndLib.hxx>
#include <BRepBuilderAPI_Transform.hxx>
#include <BRepCheck_Analyzer.hxx>
#include <BRepGProp.hxx>
#include <BRep_Tool.hxx>
#include <Bnd_Box.hxx>
#include <GProp_GProps.hxx>
#include <GProp_PrincipalProps.hxx>
#include <OSD_ThreadPool.hxx>
#include <Standard_Failure.hxx>
#include <TopExp.hxx>
#include <TopExp_Explorer.hxx>
#include <TopTools_IndexedMapOfShape.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <map>
#include <numbers>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <tuple>

#include "rewards/build_result.h"
#include "rewards/geometry/dexels.h"
#include "rewards/geometry/distance.h"
#include "rewards/geometry/measurer.h"
#include "rewards/geometry/null_shapes.h"
#include "rewards/geometry/rotations.h"
#include "rewards/geometry/shape.h"
#include "rewards/measure_codec.h"

namespace cadforge::geometry {
namespace {

using rewards::Axis;
using rewards::GeometryReport;
using rewards::MeasureRequest;
using rewards::NullShape;
namespace classes = rewards::error_class;

constexpr double kConvexShare = 0.99;  // of the hull's volume
constexpr int kResolution = 96, kCoarseResolution = 40, kSurfacePoints = 768;

// How finely a shape is meshed: everything is read off the fine one, the coarse one must close as
// well.
struct Fineness {
  double deflection;  // share of the diagonal
  double angle;       // radians between mesh edges on a curve
};
constexpr Fineness kFine = {0.0015, 0.2}, kCoarse = {0.003, 0.4};

/// CPU time of this process between the ends of parts of the work.
class Laps {
 public:
  void end(const char* part) {
    const double now = cpu_now();
    seconds_[part] += now - last_;
    last_ = now;
  }
  const std::map<std::string, double>& seconds() const { return seconds_; }

 private:
  static double cpu_now() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  }
  double last_ = cpu_now();
  std::map<std::string, double> seconds_;
};

Vec3 rotated(const Rotation& r, const Vec3& v) {
  return {dot(r[0], v), dot(r[1], v), dot(r[2], v)};
}

Mesh rotated(const Rotation& r, const Mesh& mesh) {
  Mesh out = mesh;
  for (auto& v : out.vertices) v = rotated(r, v);
  return out;
}

// Allowed rotations are by quarter turns, so a box stays a box.
Box rotated(const Rotation& r, const Box& box) {
  const Vec3 a = rotated(r, box.low), b = rotated(r, box.high);
  Box out;
  for (int i = 0; i < 3; ++i) std::tie(out.low[i], out.high[i]) = std::minmax(a[i], b[i]);
  return out;
}

// Where the origin of spec positions lies: centre of the box in X and Y, its lowest point in Z.
Vec3 anchor(const Box& box) { return {box.centre()[0], box.centre()[1], box.low[2]}; }

Mesh moved(Mesh mesh, const Vec3& by) {
  for (auto& v : mesh.vertices) v = v + by;
  return mesh;
}

Vec3 centroid_of(const Mesh& mesh) {
  Vec3 sum{};
  double six = 0;
  for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
    const Vec3 a = mesh.corner(t, 0), b = mesh.corner(t, 1), c = mesh.corner(t, 2);
    const double part = dot(a, cross(b, c));
    sum = sum + (part / 4) * (a + b + c);
    six += part;
  }
  return std::abs(six) > 1e-12 ? (1 / six) * sum : Vec3{};
}

std::vector<Vec3> alignments(const Mesh& mesh, const Mesh& reference) {
  const Box a = bounds(mesh), b = bounds(reference);
  std::vector<Vec3> offsets = {b.centre() - a.centre()};
  const Vec3 difference = a.size() - b.size();
  const double tolerance = 1e-4 * b.diagonal();
  if (std::sqrt(dot(difference, difference)) < tolerance) return offsets;
  for (int corner = 0; corner < 8; ++corner) {
    Vec3 offset;
    for (int i = 0; i < 3; ++i)
      offset[i] = (corner >> i & 1) ? b.high[i] - a.high[i] : b.low[i] - a.low[i];
    offsets.push_back(offset);
  }
  offsets.push_back(centroid_of(reference) - centroid_of(mesh));
  return offsets;
}

// How far the extents of two boxes differ: the largest ratio of two of them.
double misfit(const Box& a, const Box& b) {
  double worst = 1;
  for (std::size_t i = 0; i < 3; ++i) {
    const double ratio = a.size()[i] / std::max(b.size()[i], 1e-9);
    worst = std::max({worst, ratio, 1 / std::max(ratio, 1e-9)});
  }
  return worst;
}

// The rotations under which the extents fit about as well as they can: the others would cost as
// much to compare and lay the part across the reference.
std::vector<bool> fitting(const Mesh& mesh, const Mesh& reference,
                          const std::vector<Rotation>& rotations) {
  constexpr double kAsWell = 1.15;
  const Box box = bounds(mesh), wanted = bounds(reference);
  std::vector<double> misfits;
  for (const auto& rotation : rotations) misfits.push_back(misfit(rotated(rotation, box), wanted));
  const double least = *std::min_element(misfits.begin(), misfits.end());
  std::vector<bool> fits;
  for (const double one : misfits) fits.push_back(one <= kAsWell * least);
  return fits;
}

// Best allowed rotation and alignment, coarsely; then measured finely.
rewards::Similarity compare(const Mesh& mesh, const Mesh& reference,
                            const std::vector<Rotation>& rotations, std::uint64_t seed) {
  rewards::Similarity best;
  Vec3 best_offset{};
  double best_coarse = -1;
  const auto fits = fitting(mesh, reference, rotations);
  for (std::size_t r = 0; r < rotations.size(); ++r) {
    if (!fits[r]) continue;
    const Mesh turned = rotated(rotations[r], mesh);
    const auto offsets = alignments(turned, reference);
    for (const auto& offset : offsets) {
      const bool only = rotations.size() == 1 && offsets.size() == 1;
      const double coarse =
          only ? 0 : intersection_over_union(turned, offset, reference, kCoarseResolution, seed);
      if (coarse > best_coarse + 1e-9) {
        best_coarse = coarse;
        best.rotation = static_cast<int>(r);
        best_offset = offset;
      }
    }
  }
  const Mesh turned = rotated(rotations[best.rotation], mesh);
  best.iou = intersection_over_union(turned, best_offset, reference, kResolution, seed);
  const auto distance = surface_distance(turned, best_offset, reference,
                                         0.01 * bounds(reference).diagonal(), kSurfacePoints);
  best.mean_distance = distance.mean;
  best.f_score = distance.f_score;
  return best;
}

/// Positions of one check in the anchor frame: shares in mm, moved within their spread by the seed,
/// and a hair off the stated place, since round sizes put faces and edges there.
class Placer {
 public:
  Placer(const rewards::Placed& placed, const Vec3& extents, std::uint64_t seed, std::size_t check)
      : placed_(placed),
        extents_(extents),
        state_(seed * 0x9E3779B97F4A7C15 + check + 1),
        free_(seed != 0) {}

  Vec3 operator()(Vec3 p) {
    constexpr Vec3 kHair = {1.7e-4, 2.3e-4, 3.1e-4};
    for (int i = 0; i < 3; ++i) p[i] = along(i, p[i]) + kHair[i];
    return p;
  }
  double along(int axis, double at) {
    if (free_) at += placed_.spread * draw();
    return placed_.share ? at * extents_[axis] : at;
  }

 private:
  double draw() {  // in [-1, 1), by SplitMix64
    std::uint64_t x = state_ += 0x9E3779B97F4A7C15;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
    return static_cast<double>((x ^ (x >> 31)) >> 11) * 0x1p-52 - 1;
  }

  const rewards::Placed& placed_;
  const Vec3& extents_;
  std::uint64_t state_;
  bool free_;
};

// A jaw with its insert is one piece to a ray, be they two solids or one.
std::vector<double> material_along(const Mesh& mesh, const Vec3& origin, const Vec3& direction) {
  constexpr double kTouching = 1e-3;  // mm
  std::vector<double> lengths;
  double end = 0;
  for (const auto& [enter, leave] : ray_intervals(mesh, origin, direction)) {
    if (leave <= 0) continue;
    const double start = std::max(enter, 0.0);
    if (!lengths.empty() && start - end < kTouching) {
      lengths.back() += leave - end;
    } else {
      lengths.push_back(leave - start);
    }
    end = leave;
  }
  return lengths;
}

Rotation image_of(const rewards::SymmetryCheck& check) {
  using rewards::SymmetryKind;
  Rotation r = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  if (check.kind != SymmetryKind::kTurn) {
    const auto axis =
        static_cast<std::size_t>(check.kind) - static_cast<std::size_t>(SymmetryKind::kMirrorX);
    r[axis][axis] = -1;
    return r;
  }
  const double angle = 2 * std::numbers::pi / check.order;
  r[0] = {std::cos(angle), -std::sin(angle), 0};
  r[1] = {std::sin(angle), std::cos(angle), 0};
  return r;
}

Mesh image(const rewards::SymmetryCheck& check, const Mesh& mesh) {
  const Rotation r = image_of(check);
  Mesh out = rotated(r, mesh);
  if (dot(r[0], cross(r[1], r[2])) < 0) {
    for (auto& t : out.triangles) std::swap(t[1], t[2]);
  }
  return out;
}

// Answers the spec's queries on a mesh in the anchor frame.
void answer(const Mesh& mesh, const Box& box, const MeasureRequest& request, rewards::Pose& pose) {
  const auto& spec = request.spec;
  const Vec3 extents = box.size();
  std::size_t number = 0;
  for (const auto& check : spec.slices) {
    const int axis = static_cast<int>(check.normal);
    Placer place(check, extents, request.probe_seed, number++);
    // Never exactly in a plane of faces.
    pose.slices.push_back(slice(mesh, axis, place.along(axis, check.at) + 1e-5));
  }
  for (const auto* list : {&spec.walls, &spec.bars}) {
    for (const auto& check : *list) {
      Placer place(check, extents, request.probe_seed, number++);
      (list == &spec.walls ? pose.walls : pose.bars)
          .push_back(material_along(mesh, place(check.origin), check.direction));
    }
  }
  std::optional<PointTest> test;  // it sorts the triangles: only for a spec that asks
  if (!spec.probes.empty()) test.emplace(mesh);
  for (const auto& check : spec.probes) {
    Placer place(check, extents, request.probe_seed, number++);
    std::vector<bool> found;
    for (const auto& point : check.points) found.push_back(test->inside(place(point)));
    pose.probes.push_back(std::move(found));
  }
  const Vec3 middle = {0, 0, extents[2] / 2};
  for (const auto& check : spec.symmetries) {
    const Mesh centred = moved(mesh, -1.0 * middle);
    pose.symmetries.push_back(
        intersection_over_union(image(check, centred), {}, centred, kCoarseResolution, 0));
  }
}

// `as_built`, turned, with the answers to the queries there.
rewards::Pose turned(const Rotation& turn, const rewards::Pose& as_built, const Mesh& mesh,
                     const MeasureRequest& request) {
  rewards::Pose pose = as_built;
  const Box box = rotated(turn, Box{as_built.bbox_min, as_built.bbox_max});
  pose.bbox_min = box.low;
  pose.bbox_max = box.high;
  const Vec3 origin = anchor(box);
  for (auto& hole : pose.holes) {
    hole.centre = rotated(turn, hole.centre) - origin;
    hole.axis = rotated(turn, hole.axis);
  }
  for (auto& face : pose.faces_found) {
    face.centre = rotated(turn, face.centre) - origin;
    face.direction = rotated(turn, face.direction);
  }
  answer(moved(rotated(turn, mesh), -1.0 * origin), box, request, pose);
  return pose;
}

// No stated extent is so far off that it counts nothing.
bool about_as_large(const Box& box, const rewards::TaskSpec& spec) {
  return std::all_of(spec.extents.begin(), spec.extents.end(), [&](const auto& check) {
    const double got = box.size()[static_cast<std::size_t>(check.axis)];
    return !check.tolerance || check.value.relative_error(got) < check.tolerance->nothing;
  });
}

// Everything that the mesh alone tells, in the frame of the best rotation. The report's box is
// known before: a mesh's own box is a little smaller than that of a curved solid.
void measure_mesh(const Mesh& mesh, const Mesh* reference, const MeasureRequest& request,
                  GeometryReport& report, Laps& laps) {
  const auto rotations = allowed_rotations(request.spec.rotations);
  if (reference) report.similarity = compare(mesh, *reference, rotations, request.probe_seed);
  laps.end("similarity");
  const rewards::Pose as_built = report;
  const auto best = static_cast<std::size_t>(report.similarity.rotation);
  static_cast<rewards::Pose&>(report) = turned(rotations[best], as_built, mesh, request);
  for (std::size_t i = 0; i < rotations.size() && !request.spec.drawing_style; ++i) {
    const Box box = rotated(rotations[i], Box{as_built.bbox_min, as_built.bbox_max});
    if (i != best && about_as_large(box, request.spec))
      report.other_poses.push_back(turned(rotations[i], as_built, mesh, request));
  }
  laps.end("queries");
}

// Slices and topology follow shared vertices, and faces are triangulated one by one. Solids are
// joined each by itself: two that touch stay two closed surfaces.
Mesh mesh_of(const std::vector<TopoDS_Shape>& solids, const Box& box, const Fineness& fineness) {
  Mesh all;
  for (const auto& solid : solids) {
    const double deflection = std::max(1e-4, fineness.deflection * box.diagonal());
    const Mesh one =
        welded(triangulate(solid, deflection, fineness.angle), 1e-6 * box.diagonal() + 1e-7);
    const auto base = static_cast<std::uint32_t>(all.vertices.size());
    all.solids.push_back(base);
    all.vertices.insert(all.vertices.end(), one.vertices.begin(), one.vertices.end());
    for (const auto& t : one.triangles)
      all.triangles.push_back({base + t[0], base + t[1], base + t[2]});
  }
  return all;
}

bool lies_in(const Bnd_Box& inner, const Bnd_Box& outer) {
  if (outer.IsVoid()) return false;
  const gp_Pnt a = inner.CornerMin(), b = inner.CornerMax();
  const gp_Pnt low = outer.CornerMin(), high = outer.CornerMax();
  for (int i = 1; i <= 3; ++i) {
    if (a.Coord(i) < low.Coord(i) || b.Coord(i) > high.Coord(i)) return false;
  }
  return true;
}

// The tightest box of the solids; faces that belong to none do not count. OpenCASCADE searches
// curved faces and edges for their extremes at some cost, so planes and free surfaces go first, and
// the round faces, whose loose boxes are true bounds, are searched only where those reach beyond.
Box brep_box(const std::vector<TopoDS_Shape>& solids) {
  Bnd_Box box;
  std::vector<TopoDS_Face> free_surfaces, round_faces;
  for (const auto& solid : solids) {
    for (TopExp_Explorer it(solid, TopAbs_FACE); it.More(); it.Next()) {
      const TopoDS_Face face = TopoDS::Face(it.Current());
      const auto type = BRepAdaptor_Surface(face, Standard_False).GetType();
      if (type == GeomAbs_Plane) {
        BRepBndLib::AddOptimal(face, box, Standard_False, Standard_False);
      } else {
        (type > GeomAbs_Torus ? free_surfaces : round_faces).push_back(face);
      }
    }
  }
  for (const auto& face : free_surfaces)
    BRepBndLib::AddOptimal(face, box, Standard_False, Standard_False);
  for (const auto& face : round_faces) {
    Bnd_Box loose;
    BRepBndLib::Add(face, loose, Standard_False);
    if (!lies_in(loose, box)) BRepBndLib::AddOptimal(face, box, Standard_False, Standard_False);
  }
  if (box.IsVoid()) throw std::runtime_error("the shape has no extent");
  Box out;
  box.Get(out.low[0], out.low[1], out.low[2], out.high[0], out.high[1], out.high[2]);
  return out;
}

int count_faces(const std::vector<TopoDS_Shape>& solids) {
  TopTools_IndexedMapOfShape map;
  for (const auto& solid : solids) TopExp::MapShapes(solid, TopAbs_FACE, map);
  return map.Extent();
}

// Without those that have shrunk to a point, such as a ball's poles.
int count_edges(const std::vector<TopoDS_Shape>& solids) {
  TopTools_IndexedMapOfShape map;
  for (const auto& solid : solids) TopExp::MapShapes(solid, TopAbs_EDGE, map);
  int edges = 0;
  for (int i = 1; i <= map.Extent(); ++i) edges += !BRep_Tool::Degenerated(TopoDS::Edge(map(i)));
  return edges;
}

// Areas in mm2, one a face.
std::vector<double> face_areas(const std::vector<TopoDS_Shape>& solids) {
  std::vector<double> areas;
  for (const auto& solid : solids) {
    for (TopExp_Explorer it(solid, TopAbs_FACE); it.More(); it.Next()) {
      GProp_GProps properties;
      BRepGProp::SurfaceProperties(it.Current(), properties);
      areas.push_back(properties.Mass());
    }
  }
  return areas;
}

void measure_brep(const std::vector<TopoDS_Shape>& solids, const GProp_GProps& volume,
                  const Mesh& mesh, const Box& box, const rewards::TaskSpec& spec,
                  GeometryReport& report, Laps& laps) {
  const auto areas = face_areas(solids);
  report.area = std::accumulate(areas.begin(), areas.end(), 0.0);
  report.bbox_min = box.low;
  report.bbox_max = box.high;
  const gp_Pnt centre = volume.CentreOfMass();
  report.centroid = {centre.X(), centre.Y(), centre.Z()};
  volume.PrincipalProperties().Moments(report.principal_inertia[0], report.principal_inertia[1],
                                       report.principal_inertia[2]);
  std::sort(report.principal_inertia.begin(), report.principal_inertia.end());
  report.faces = count_faces(solids);
  report.edges = count_edges(solids);
  report.sliver_share =
      static_cast<double>(std::count_if(areas.begin(), areas.end(),
                                        [&](double area) { return area < 1e-4 * report.area; })) /
      static_cast<double>(areas.size());
  laps.end("mass");
  const Contacts contacts = contacts_of(solids, mesh);
  report.components = contacts.components;
  report.largest_component_share = contacts.largest_share;
  report.overlap_share = contacts.overlap_share;
  report.smallest_gap = contacts.smallest_gap;
  laps.end("contact");
  // A concept leaves the number of solids open, and with it what lies between them.
  if (!spec.faces.empty())
    report.faces_found = find_faces(solids, spec.drawing_style ? nullptr : &mesh, kFine.angle);
  laps.end("faces");
  const Topology topo = topology(mesh);
  report.mesh_closed_fine = topo.closed;
  report.genus = topo.genus;
  laps.end("topology");
  report.holes = find_holes(solids, mesh);
  report.convex = report.holes.empty() && fills_hull(mesh, kConvexShare);
  laps.end("holes");
}

bool is_finite(const GeometryReport& report) {
  double sum = report.volume + report.area;
  for (int i = 0; i < 3; ++i) {
    sum +=
        report.bbox_min[i] + report.bbox_max[i] + report.centroid[i] + report.principal_inertia[i];
  }
  return std::isfinite(sum + report.overlap_share + report.similarity.mean_distance);
}

GeometryReport failed(const char* error_class, std::string message) {
  GeometryReport report;
  report.error_class = error_class;
  report.message = std::move(message);
  return report;
}

// True where there are valid solids, whose mass properties are then in `volume`; else `report` is
// the failure.
bool gate(const std::vector<TopoDS_Shape>& solids, GProp_GProps& volume, GeometryReport& report) {
  if (solids.empty()) {
    report = failed(classes::kNotAShape, "the result has no solid: faces, wires or points only");
    return false;
  }
  report.solids = static_cast<int>(solids.size());
  report.valid = true;
  double smallest = 1e300;
  for (const auto& solid : solids) {
    report.valid = report.valid && BRepCheck_Analyzer(solid).IsValid();
    GProp_GProps properties;
    BRepGProp::VolumeProperties(solid, properties);
    smallest = std::min(smallest, properties.Mass());
    report.volume += properties.Mass();
    volume.Add(properties);
  }
  if (!std::isfinite(report.volume) || std::abs(report.volume) < 1e-6) {
    report = failed(classes::kEmptySolid, "the solid has no volume");
    return false;
  }
  if (!report.valid || smallest <= 0) {
    report = failed(classes::kInvalidSolid,
                    report.valid ? "a solid is inside out (negative volume)"
                                 : "a solid fails OpenCASCADE's validity check (BRepCheck)");
    return false;
  }
  return true;
}

GeometryReport measure_null(const Mesh& reference, const MeasureRequest& request) {
  const Mesh mesh = null_mesh(request.null_shape, reference);
  const Box box = bounds(mesh);
  GeometryReport report;
  report.valid = report.mesh_closed_coarse = report.mesh_closed_fine = true;
  report.solids = report.components = 1;
  report.largest_component_share = 1;
  report.volume = signed_volume(mesh);
  report.area = surface_area(mesh);
  report.bbox_min = box.low;
  report.bbox_max = box.high;
  report.centroid = centroid_of(mesh);
  report.faces = request.null_shape == NullShape::kBox ? 6 : 3;
  report.convex = fills_hull(mesh, kConvexShare);
  Laps laps;
  measure_mesh(mesh, &reference, request, report, laps);
  return report;
}

TopoDS_Shape half_size(const TopoDS_Shape& shape) {
  gp_Trsf half;
  half.SetScaleFactor(0.5);
  return BRepBuilderAPI_Transform(shape, half, Standard_True).Shape();
}

GeometryReport measure_shape(const std::vector<std::byte>& brep, bool at_half_size,
                             const Mesh* wanted, const MeasureRequest& request) {
  GeometryReport report;
  Laps laps;
  TopoDS_Shape shape = read_brep(brep);
  if (at_half_size) shape = half_size(shape);
  laps.end("read");
  const auto solids = solids_of(shape);
  GProp_GProps volume;
  if (!gate(solids, volume, report)) return report;
  laps.end("validity");
  const Box box = brep_box(solids);
  report.mesh_closed_coarse = topology(mesh_of(solids, box, kCoarse)).closed;
  const Mesh mesh = mesh_of(solids, box, kFine);  // the last: holes are read off it too
  laps.end("mesh");
  measure_brep(solids, volume, mesh, box, request.spec, report, laps);
  measure_mesh(mesh, wanted, request, report, laps);
  report.cpu_seconds = laps.seconds();
  return is_finite(report) ? report
                           : failed(classes::kInvalidSolid, "a measure is not a finite number");
}

Mesh mesh_of_bytes(const std::vector<std::byte>& bytes) {
  const auto solids = solids_of(read_brep(bytes));
  return mesh_of(solids, brep_box(solids), kFine);
}

}  // namespace

const Mesh* Measurer::reference(const MeasureRequest& request) {
  const auto key = request.reference_key;
  auto found = references_.find(key);
  if (found == references_.end()) {
    if (request.reference.empty()) return nullptr;
    found = references_.emplace(key, mesh_of_bytes(request.reference)).first;
    if (references_.size() > kMostReferences) {
      references_.erase(recent_.back());
      recent_.pop_back();
    }
  } else {
    recent_.remove(key);
  }
  recent_.push_front(key);
  return &found->second;
}

GeometryReport Measurer::measure(const MeasureRequest& request) {
  // OpenCASCADE's pool would start threads, which the sandbox forbids and determinism does not
  // want.
  OSD_ThreadPool::DefaultPool(1);
  try {
    if (request.published != rewards::PublishedMode::kNone) return published_.measure(request);
    const Mesh* wanted = nullptr;
    if (request.reference_key != 0) {
      wanted = reference(request);
      if (!wanted) return failed(rewards::kNeedReference, "");
    }
    if (request.null_shape != NullShape::kNone) {
      if (!wanted) return failed(classes::kNotAShape, "a null shape needs a reference");
      if (request.null_shape != NullShape::kHalfSize) return measure_null(*wanted, request);
      // Its holes and parts are there at half size, and count as those of any program.
      if (request.reference.empty()) return failed(rewards::kNeedReference, "");
      return measure_shape(request.reference, true, wanted, request);
    }
    return measure_shape(request.brep, false, wanted, request);
  } catch (const Standard_Failure& failure) {
    return failed(classes::kInvalidSolid,
                  std::string("measuring failed: ") + failure.GetMessageString());
  } catch (const std::exception& error) {
    return failed(classes::kNotAShape, error.what());
  }
}

GeometryReport measure(const MeasureRequest& request) {
  Measurer measurer;
  return measurer.measure(request);
}

}  // namespace cadforge::geometry
