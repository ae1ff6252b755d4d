// Overlap, distance, alignment and the answers to a spec's queries.
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "rewards/geometry/dexels.h"
#include "rewards/geometry/distance.h"
#include "rewards/geometry/null_shapes.h"
#include "tests/rewards/fixture.h"

using namespace cadforge;
using geometry::Mesh;
using namespace cadforge::rewards;

namespace {

// A box's mesh, by way of the null of two points.
Mesh box(const Vec3& low, const Vec3& high) {
  Mesh corners;
  corners.vertices = {low, high};
  return geometry::null_mesh(NullShape::kBox, corners);
}

Mesh cylinder(const Vec3& low, const Vec3& high) {
  Mesh corners;
  corners.vertices = {low, high};
  return geometry::null_mesh(NullShape::kCylinderZ, corners);
}

double iou(const Mesh& a, const Mesh& b, const Vec3& offset = {}) {
  return geometry::intersection_over_union(a, offset, b, 96, 0);
}

TaskSpec free_spec(const std::string& rotations = "none") {
  TaskSpec spec;
  spec.rotations = rotations;
  return spec;
}

}  // namespace

TEST_CASE("IoU of boxes and cylinders is the closed form's") {
  const Mesh a = box({0, 0, 0}, {10, 20, 30});
  CHECK(iou(a, a) == Approx(1).margin(1e-9));
  CHECK(iou(a, box({5, 0, 0}, {15, 20, 30})) == Approx(1.0 / 3).margin(2e-3));
  CHECK(iou(a, box({0, 0, 0}, {10, 20, 15})) == Approx(0.5).margin(2e-3));
  CHECK(iou(a, box({20, 0, 0}, {30, 20, 30})) == Approx(0).margin(1e-9));
  CHECK(iou(a, box({20, 0, 0}, {30, 20, 30}), {20, 0, 0}) == Approx(1).margin(1e-9));
  CHECK(iou(a, cylinder({0, 0, 0}, {10, 20, 30})) == Approx(std::numbers::pi / 4).margin(3e-3));
}

TEST_CASE("the volume that two meshes share is the closed form's") {
  const Mesh a = box({0, 0, 0}, {10, 20, 30});
  CHECK(geometry::shared_volume(a, box({8, 15, -5}, {12, 40, 3}), 32) == Approx(2 * 5 * 3));
  CHECK(geometry::shared_volume(a, box({10, 0, 0}, {20, 20, 30}), 32) == Approx(0).margin(1e-9));
  CHECK(geometry::shared_volume(a, cylinder({5, 5, 5}, {15, 15, 15}), 32) ==
        Approx(std::numbers::pi * 25 * 10 / 2).epsilon(0.01));
}

TEST_CASE("IoU tells widths of 100 and 102, and sees thin walls") {
  CHECK(iou(box({0, 0, 0}, {102, 50, 20}), box({0, 0, 0}, {100, 50, 20})) ==
        Approx(100.0 / 102).margin(3e-3));
  CHECK(iou(box({0, 0, 0}, {300, 200, 2.2}), box({0, 0, 0}, {300, 200, 2.0})) ==
        Approx(2.0 / 2.2).margin(3e-3));
}

TEST_CASE(
    "surface distance is zero for another mesh of the same box, and the offset for a shifted one") {
  const Mesh a = box({0, 0, 0}, {10, 10, 10});
  Mesh finer = geometry::null_mesh(NullShape::kHull, a);
  const auto same = geometry::surface_distance(a, {}, finer, 0.1, 500);
  CHECK(same.mean == Approx(0).margin(1e-9));
  CHECK(same.f_score == Approx(1));
  const auto shifted = geometry::surface_distance(a, {0, 0, 0.5}, a, 0.1, 2000);
  // The two faces across the shift are off by it, the four sides only at their ends.
  CHECK(shifted.mean > 0.15);
  CHECK(shifted.mean < 0.20);
  CHECK(shifted.f_score == Approx(4.0 / 6).margin(0.04));
}

TEST_CASE("null shapes have the volumes of their kind") {
  const Mesh reference = box({0, 0, 0}, {10, 20, 30});
  CHECK(geometry::signed_volume(reference) == Approx(6000));
  for (const auto kind : {NullShape::kCylinderX, NullShape::kCylinderY, NullShape::kCylinderZ}) {
    CHECK(geometry::signed_volume(geometry::null_mesh(kind, reference)) ==
          Approx(6000 * std::numbers::pi / 4).epsilon(2e-3));
  }
  Bench bench("bracket", free_spec());
  // The hull of an L: the rectangle less the triangle across the angle.
  CHECK(bench.measure_null(NullShape::kHull).volume == Approx(30 * (50 * 40 - 45 * 35 / 2.0)));
}

TEST_CASE("the null of half size is the reference scaled, its holes with it") {
  Bench bench("bracket", free_spec());
  const auto whole = bench.measure("bracket");
  const auto half = bench.measure_null(NullShape::kHalfSize);
  REQUIRE(half.ok());
  CHECK(half.volume == Approx(whole.volume / 8));
  CHECK(half.area == Approx(whole.area / 4));
  CHECK(half.genus == whole.genus);
  REQUIRE(half.holes.size() == whole.holes.size());
  REQUIRE(!half.holes.empty());
  CHECK(half.holes[0].diameter == Approx(whole.holes[0].diameter / 2));
}

TEST_CASE("the same solid by another program and at another place measures the same") {
  Bench bench("plate", rewards::plate_spec());
  const auto a = bench.measure("plate"), b = bench.measure("plate_otherwise");
  CHECK(a.similarity.iou == Approx(1).margin(1e-9));
  CHECK(b.similarity.iou > 0.9995);
  CHECK(b.similarity.f_score == Approx(1));
  CHECK(b.similarity.mean_distance < 1e-3);
  REQUIRE(b.holes.size() == a.holes.size());
  for (std::size_t i = 0; i < a.holes.size(); ++i) {
    for (int k = 0; k < 3; ++k)
      CHECK(a.holes[i].centre[k] == Approx(b.holes[i].centre[k]).margin(1e-6));
  }
}

TEST_CASE("a leg that is too long is aligned at the corner, not at the centre") {
  Bench bench("bracket", free_spec());
  CHECK(bench.measure("bracket_long").similarity.iou > 0.91);
}

TEST_CASE("rotations help only where the task allows them, mirrors never") {
  CHECK(Bench("plate", free_spec("none")).measure("plate_turned").similarity.iou < 0.6);
  CHECK(Bench("plate", free_spec("z2")).measure("plate_turned").similarity.iou < 0.6);
  for (const char* rotations : {"z4", "any24"}) {
    Bench bench("plate", free_spec(rotations));
    const auto report = bench.measure("plate_turned");
    CHECK(report.similarity.iou > 0.999);
    // Reported in the frame of the best rotation.
    CHECK(report.extents()[0] == Approx(60).margin(1e-6));
    CHECK(report.extents()[1] == Approx(40).margin(1e-6));
    for (const auto& hole : report.holes)
      CHECK(std::abs(hole.centre[0]) == Approx(20).margin(1e-6));
  }
  CHECK(Bench("bracket", free_spec("any24")).measure("bracket_mirrored").similarity.iou < 0.99);
}

TEST_CASE("slices, walls and probes answer for the part in its anchor frame") {
  Bench bench("bracket", rewards::bracket_spec());
  const auto report = bench.measure("bracket");
  REQUIRE(report.slices.size() == 2);
  REQUIRE(report.slices[0].areas.size() == 1);
  CHECK(report.slices[0].areas[0] == Approx(150).epsilon(1e-6));
  CHECK(report.slices[1].areas[0] == Approx(150).epsilon(1e-6));
  REQUIRE(report.walls.size() == 2);
  for (const auto& wall : report.walls) {
    REQUIRE(wall.size() == 1);
    CHECK(wall[0] == Approx(5).margin(1e-6));
  }
  CHECK(report.probes == std::vector<std::vector<bool>>{{true}, {false}});
}

TEST_CASE("slices count regions and leave holes out of the area") {
  TaskSpec spec = free_spec();
  spec.slices = {slice("middle", Axis::kZ, 3, 1, {}),
                 slice("through two holes", Axis::kX, 20, 3, {})};
  const auto report = Bench("plate", spec).measure("plate");
  REQUIRE(report.slices[0].areas.size() == 1);
  CHECK(report.slices[0].areas[0] == Approx(2400 - 4 * std::numbers::pi * 6.25).epsilon(1e-3));
  REQUIRE(report.slices[1].areas.size() == 3);
  // Between the holes, and the strips beside them.
  CHECK(report.slices[1].areas[0] == Approx(19 * 6).epsilon(1e-3));
  CHECK(report.slices[1].areas[1] == Approx(5.5 * 6).epsilon(1e-3));
}

TEST_CASE("touching solids are one region of a cut, solids apart are two") {
  TaskSpec spec = free_spec();
  spec.solids = 2;
  spec.slices = {slice("middle", Axis::kZ, 3, 1)};
  const auto touching = Bench("pair_touching", spec).measure("pair_touching");
  REQUIRE(touching.slices[0].areas.size() == 1);
  CHECK_FALSE(touching.smallest_gap);
  const auto apart = Bench("pair_apart", spec).measure("pair_apart");
  CHECK(apart.slices[0].areas.size() == 2);
  REQUIRE(apart.smallest_gap);
  CHECK(*apart.smallest_gap == Approx(0.2).margin(1e-6));
}

TEST_CASE("a solid that stands free in the hollow of another is a region of its own") {
  // A square tube's wall and a bar in it, as two solids.
  const auto with = [](Mesh mesh, const Mesh& other, bool inward) {
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    mesh.vertices.insert(mesh.vertices.end(), other.vertices.begin(), other.vertices.end());
    for (auto t : other.triangles) {
      if (inward) std::swap(t[1], t[2]);
      mesh.triangles.push_back({base + t[0], base + t[1], base + t[2]});
    }
    return mesh;
  };
  const Mesh tube = with(box({-10, -10, 0}, {10, 10, 10}), box({-8, -8, -1}, {8, 8, 11}), true);
  const auto regions_with_bar = [&](double half) {
    Mesh mesh = with(tube, box({-half, -half, 0}, {half, half, 10}), false);
    mesh.solids = {0, static_cast<std::uint32_t>(tube.vertices.size())};
    return geometry::slice(mesh, 2, 5).areas.size();
  };
  CHECK(regions_with_bar(5) == 2);
  CHECK(regions_with_bar(8) == 1);  // it touches the wall
  CHECK(regions_with_bar(9) == 1);  // it overlaps it
}

TEST_CASE(
    "positions may be shares of the part's own extents, and a seed moves them in their spread") {
  TaskSpec spec = free_spec();
  SliceCheck cut = slice("wall", Axis::kZ, 0.5, 1);
  cut.share = true;
  cut.spread = 0.3;
  ProbeCheck corner = probe("corner", {-0.45, 0, 0.05}, true);
  corner.share = true;
  spec.slices = {cut};
  spec.probes = {corner};
  Bench bench("bracket", spec);
  for (const std::uint64_t seed : {0, 1, 2, 3}) {
    const auto report = bench.measure("bracket_long", seed);
    CHECK(report.slices[0].areas.at(0) == Approx(150).epsilon(1e-3));  // anywhere in the wall
    CHECK(report.probes[0][0]);
  }
}

TEST_CASE("faces are told apart by kind, radius, direction and side") {
  TaskSpec spec = free_spec();
  FaceCheck any;
  spec.faces = {any};
  const auto count = [](const GeometryReport& report, FaceKind kind, bool concave, double radius) {
    int found = 0;
    for (const auto& face : report.faces_found) {
      found +=
          face.kind == kind && face.concave == concave && std::abs(face.radius - radius) < 1e-6;
    }
    return found;
  };
  const auto pocket = Bench("pocket", spec).measure("pocket");
  CHECK(count(pocket, FaceKind::kPlane, false, 0) == 11);
  CHECK(count(pocket, FaceKind::kCylinder, true, 4) == 4);
  const auto shaft = Bench("shaft", spec).measure("shaft");
  CHECK(count(shaft, FaceKind::kCylinder, false, 20) == 1);
  CHECK(count(shaft, FaceKind::kCylinder, false, 12) == 1);
  CHECK(count(shaft, FaceKind::kCylinder, true, 5) == 1);
  CHECK(count(Bench("ball", spec).measure("ball"), FaceKind::kSphere, false, 10) == 1);
}

TEST_CASE("a face lies where the middle of its area is") {
  TaskSpec spec = free_spec();
  spec.faces = {FaceCheck()};
  const auto report = Bench("blind", spec).measure("blind");
  // A plate of 12 mm with a hole 5 mm deep and one with a counterbore of 4 mm.
  const auto lies_at = [&](double radius, const Vec3& where) {
    for (const auto& face : report.faces_found) {
      if (face.kind != FaceKind::kCylinder || std::abs(face.radius - radius) > 1e-6) continue;
      for (int i = 0; i < 3; ++i) CHECK(face.centre[i] == Approx(where[i]).margin(1e-6));
      return true;
    }
    return false;
  };
  CHECK(lies_at(4, {-12, 0, 9.5}));
  CHECK(lies_at(2.5, {12, 0, 4}));
  CHECK(lies_at(4.5, {12, 0, 10}));
}

TEST_CASE("symmetry is the overlap of the part and its image") {
  TaskSpec spec = free_spec();
  SymmetryCheck across_x, across_y, quarter;
  across_y.kind = SymmetryKind::kMirrorY;
  quarter.kind = SymmetryKind::kTurn;
  quarter.order = 4;
  spec.symmetries = {across_x, across_y, quarter};
  const auto plate = Bench("plate", spec).measure("plate");
  CHECK(plate.symmetries[0] > 0.999);
  CHECK(plate.symmetries[1] > 0.999);
  CHECK(plate.symmetries[2] == Approx(0.5).margin(0.05));  // 40 x 40 of both in 60 x 40
  const auto bracket = Bench("bracket", spec).measure("bracket");
  CHECK(bracket.symmetries[0] < 0.8);
  CHECK(bracket.symmetries[1] > 0.9);
}

TEST_CASE("a ray through a hollow body meets two walls") {
  TaskSpec spec = free_spec();
  spec.walls = {thickness("through", {-20, 1, 9}, {1, 0, 0}, {5, 5}),
                thickness("beside", {-20, 8, 9}, {1, 0, 0}, {20})};
  const auto report = Bench("hollow", spec).measure("hollow");
  REQUIRE(report.walls[0].size() == 2);
  CHECK(report.walls[0][0] == Approx(5));
  CHECK(report.walls[0][1] == Approx(5));
  REQUIRE(report.walls[1].size() == 1);
  CHECK(report.walls[1][0] == Approx(20));
}

TEST_CASE("solids that touch are one piece to a ray") {
  TaskSpec spec = free_spec();
  spec.walls = {thickness("through", {-20, 1, 3}, {1, 0, 0}, {20})};
  const auto lengths_of = [&](const char* name) {
    return Bench(name, spec).measure(name).walls[0];
  };
  REQUIRE(lengths_of("pair_touching").size() == 1);
  CHECK(lengths_of("pair_touching")[0] == Approx(20));
  REQUIRE(lengths_of("pair_apart").size() == 2);
  CHECK(lengths_of("pair_apart")[0] == Approx(10));
}

TEST_CASE("measuring twice gives the same bits, whatever was measured between") {
  Bench bench("plate", rewards::plate_spec()), other("plate", rewards::plate_spec());
  const auto once = nlohmann::json(bench.measure("plate_wide", 5)).dump();
  bench.measure("bracket");
  CHECK(nlohmann::json(bench.measure("plate_wide", 5)).dump() == once);
  CHECK(nlohmann::json(other.measure("plate_wide", 5)).dump() == once);
}

TEST_CASE("a reference is asked for once and then known by its key") {
  geometry::Measurer measurer;
  rewards::MeasureRequest request;
  request.brep = rewards::golden_brep("plate");
  request.reference_key = 9;
  CHECK(measurer.measure(request).error_class == "need_reference");
  request.reference = request.brep;
  CHECK(measurer.measure(request).error_class == "ok");
  request.reference.clear();
  const auto report = measurer.measure(request);
  CHECK(report.error_class == "ok");
  CHECK(report.similarity.iou == Approx(1).margin(1e-9));
}
