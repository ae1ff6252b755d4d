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
using geometry::Vec3;
using rewards::Axis;
using rewards::Bench;
using rewards::NullShape;
using rewards::TaskSpec;

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
  CHECK(geometry::signed_volume(geometry::null_mesh(NullShape::kHalfSize, reference)) ==
        Approx(750));
  for (const auto kind : {NullShape::kCylinderX, NullShape::kCylinderY, NullShape::kCylinderZ}) {
    CHECK(geometry::signed_volume(geometry::null_mesh(kind, reference)) ==
          Approx(6000 * std::numbers::pi / 4).epsilon(2e-3));
  }
  Bench bench("bracket", free_spec());
  // The hull of an L: the rectangle less the triangle across the angle.
  CHECK(bench.measure_null(NullShape::kHull).volume == Approx(30 * (50 * 40 - 45 * 35 / 2.0)));
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
  CHECK(report.slices[0].regions == 1);
  CHECK(report.slices[0].area == Approx(150).epsilon(1e-6));
  CHECK(report.slices[1].area == Approx(150).epsilon(1e-6));
  REQUIRE(report.walls.size() == 2);
  for (const auto& wall : report.walls) {
    REQUIRE(wall.size() == 1);
    CHECK(wall[0] == Approx(5).margin(1e-6));
  }
  CHECK(report.probes == std::vector<bool>{true, false});
}

TEST_CASE("slices count regions and leave holes out of the area") {
  TaskSpec spec = free_spec();
  spec.slices = {{"middle", Axis::kZ, 3, 1, {}}, {"through two holes", Axis::kX, 20, 3, {}}};
  const auto report = Bench("plate", spec).measure("plate");
  CHECK(report.slices[0].regions == 1);
  CHECK(report.slices[0].area == Approx(2400 - 4 * std::numbers::pi * 6.25).epsilon(1e-3));
  CHECK(report.slices[1].regions == 3);
  CHECK(report.slices[1].area == Approx((40 - 10) * 6).epsilon(1e-3));
}

TEST_CASE("a ray through a hollow body meets two walls") {
  TaskSpec spec = free_spec();
  spec.walls = {{"through", {-20, 1, 9}, {1, 0, 0}, {5, 5}},
                {"beside", {-20, 8, 9}, {1, 0, 0}, {20}}};
  const auto report = Bench("hollow", spec).measure("hollow");
  REQUIRE(report.walls[0].size() == 2);
  CHECK(report.walls[0][0] == Approx(5));
  CHECK(report.walls[0][1] == Approx(5));
  REQUIRE(report.walls[1].size() == 1);
  CHECK(report.walls[1][0] == Approx(20));
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
