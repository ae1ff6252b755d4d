// The OpenCASCADE half of measuring: B-rep bytes to solids, meshes and cylinders. Only sources of
// this folder include it.
#pragma once

#include <TopoDS_Shape.hxx>
#include <csignal>
#include <optional>
#include <string>
#include <vector>

#include "rewards/geometry/mesh.h"

namespace cadforge::geometry {

/// True while bytes are being read: a crash then is theirs.
extern volatile std::sig_atomic_t reading_brep;

/// BinTools bytes to a shape. Throws std::runtime_error where they are none.
TopoDS_Shape read_brep(const std::vector<std::byte>& bytes);

std::vector<TopoDS_Shape> solids_of(const TopoDS_Shape& shape);

enum class Deflection { kLength, kShareOfEdge };

/// Triangulates every face of `shape` afresh and gathers the triangles, outward, face by face:
/// vertices on shared edges come twice. `deflection` in mm or as a share of each edge's size,
/// `angle` in radians between mesh edges along a curve.
Mesh triangulate(const TopoDS_Shape& shape, double deflection, double angle,
                 Deflection deflection_is = Deflection::kLength);

/// Concave cylinders of the solids, coaxial faces that touch merged; in the shape's own
/// coordinates. Depth and `through` are read off `mesh`: the axis must run through empty space.
std::vector<rewards::MeasuredHole> find_holes(const std::vector<TopoDS_Shape>& solids,
                                              const Mesh& mesh);

/// Faces of the solids, those of one surface as one; the largest first, 400 at most. In the shape's
/// own coordinates. `covered` is found where `covering`, the mesh of all of them, is given; its
/// chords turn by `mesh_angle` radians at most.
std::vector<rewards::MeasuredFace> find_faces(const std::vector<TopoDS_Shape>& solids,
                                              const Mesh* covering, double mesh_angle);

struct Contacts {
  int components = 0;
  double largest_share = 0;
  double overlap_share = 0;
  std::optional<double> smallest_gap;
};
/// Solids joined where they are at most 0.05 mm apart; the worst overlap of a pair as a share of
/// the smaller: exact up to 5 %, above by rays through `mesh`, the mesh of the solids in their
/// order. Gaps are looked for up to 2 mm.
Contacts contacts_of(const std::vector<TopoDS_Shape>& solids, const Mesh& mesh);

}  // namespace cadforge::geometry
