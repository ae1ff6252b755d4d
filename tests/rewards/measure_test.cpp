// The measurer against CadQuery's own numbers.
#include "rewards/geometry/measure.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cmath>
#include <numbers>
#include <sstream>
#include <stdexcept>

#include "tests/rewards/fixture.h"

using namespace cadforge;
using rewards::GeometryReport;
using rewards::golden_brep;
using rewards::goldens;

namespace {

GeometryReport measured(const std::string& name) {
  rewards::MeasureRequest request;
  request.brep = golden_brep(name);
  return geometry::measure(request);
}

const rewards::MeasuredHole* hole_at(const GeometryReport& report, double x, double y,
                                     double diameter) {
  for (const auto& hole : report.holes) {
    if (std::hypot(hole.centre[0] - x, hole.centre[1] - y) < 1e-6 &&
        std::abs(hole.diameter - diameter) < 1e-9) {
      return &hole;
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("volume, area, box and counts are CadQuery's own") {
  for (const auto& [name, golden] : goldens().items()) {
    INFO(name);
    const GeometryReport report = measured(name);
    REQUIRE(report.error_class == "ok");
    CHECK(report.valid);
    CHECK(report.volume == Approx(golden.at("volume").get<double>()).epsilon(1e-9));
    CHECK(report.area == Approx(golden.at("area").get<double>()).epsilon(1e-9));
    const auto box = golden.at("bbox").get<std::vector<double>>();
    const auto centroid = golden.at("centroid").get<std::vector<double>>();
    for (int i = 0; i < 3; ++i) {
      CHECK(report.bbox_min[i] == Approx(box[i]).margin(1e-5));
      CHECK(report.bbox_max[i] == Approx(box[i + 3]).margin(1e-5));
      CHECK(report.centroid[i] == Approx(centroid[i]).margin(1e-6));
    }
    CHECK(report.solids == golden.at("solids").get<int>());
    CHECK(report.faces == golden.at("faces").get<int>());
    CHECK(report.edges == golden.at("edges").get<int>());
    CHECK(report.mesh_closed_coarse);
    CHECK(report.mesh_closed_fine);
  }
}

TEST_CASE("the genus counts the holes that go through") {
  CHECK(measured("plate_no_holes").genus == 0);
  CHECK(measured("plate_three_holes").genus == 3);
  CHECK(measured("plate").genus == 4);
  CHECK(measured("plate_five_holes").genus == 5);
  CHECK(measured("plate_engraved").genus == 0);
  CHECK(measured("ring").genus == 1);
  CHECK(measured("hollow").genus == 0);
  CHECK(measured("pair_touching").genus == 0);
}

TEST_CASE("what is no valid solid is told apart") {
  CHECK(measured("bad_empty_compound").error_class == "not_a_shape");
  CHECK(measured("bad_faces_only").error_class == "not_a_shape");
  CHECK(measured("bad_open_solid").error_class == "invalid_solid");
  CHECK(measured("bad_reversed").error_class == "invalid_solid");
  CHECK_THAT(measured("bad_reversed").message, Catch::Contains("negative volume"));
  rewards::MeasureRequest request;
  CHECK(geometry::measure(request).error_class == "not_a_shape");
  request.brep.assign(500, std::byte{0x5a});
  CHECK(geometry::measure(request).error_class == "not_a_shape");
  request.brep = golden_brep("plate");
  request.brep.resize(request.brep.size() / 2);
  CHECK(geometry::measure(request).error_class != "ok");
}

TEST_CASE("a plate's holes are found with diameter, place and depth") {
  const auto report = measured("plate");
  REQUIRE(report.holes.size() == 4);
  for (const double x : {-20.0, 20.0}) {
    for (const double y : {-12.0, 12.0}) {
      const auto* hole = hole_at(report, x, y, 5);
      REQUIRE(hole);
      CHECK(hole->depth == Approx(6));
      CHECK(hole->through);
      CHECK(hole->full_circle);
      CHECK(std::abs(hole->axis[2]) == Approx(1));
      CHECK(hole->centre[2] == Approx(3));  // the anchor is the lowest point
    }
  }
}

TEST_CASE("blind holes, counterbores and engravings have their own depth") {
  const auto report = measured("blind");
  REQUIRE(report.holes.size() == 3);
  const auto* blind = hole_at(report, -12, 0, 8);
  REQUIRE(blind);
  CHECK(blind->depth == Approx(5));
  CHECK_FALSE(blind->through);
  const auto* bore = hole_at(report, 12, 0, 5);
  REQUIRE(bore);
  CHECK(bore->through);
  CHECK(bore->depth == Approx(8));
  const auto* counterbore = hole_at(report, 12, 0, 9);
  REQUIRE(counterbore);
  CHECK(counterbore->depth == Approx(4));
  for (const auto& hole : measured("plate_engraved").holes) {
    CHECK(hole.depth == Approx(0.02).margin(1e-6));
    CHECK_FALSE(hole.through);
  }
}

TEST_CASE("inner fillets and slot ends do not go all the way round") {
  for (const char* name : {"pocket", "slot"}) {
    const auto report = measured(name);
    CHECK(report.holes.size() == (std::string(name) == "pocket" ? 4 : 2));
    for (const auto& hole : report.holes) CHECK_FALSE(hole.full_circle);
  }
}

TEST_CASE("solids that touch are one component, overlaps are measured") {
  const auto touching = measured("pair_touching"), apart = measured("pair_apart"),
             overlapping = measured("pair_overlapping");
  CHECK(touching.components == 1);
  CHECK(touching.overlap_share == Approx(0).margin(1e-9));
  CHECK(apart.components == 2);
  CHECK(apart.largest_component_share == Approx(0.5));
  CHECK(overlapping.components == 1);
  CHECK(overlapping.overlap_share == Approx(0.1));
}

TEST_CASE("crossing rods overlap by the closed form's share, fits do not") {
  // Two rods of radius r that cross share 16 r^3 / 3.
  const auto share = [](double length) { return 16.0 / 3 * 4 / (std::numbers::pi * length); };
  CHECK(measured("rods_crossing").overlap_share == Approx(share(60)).epsilon(0.02));
  CHECK(measured("long_rods_crossing").overlap_share == Approx(share(120)).epsilon(1e-4));
  const auto fitted = measured("shaft_fitted"), loose = measured("shaft_loose");
  CHECK(fitted.components == 1);
  CHECK(fitted.overlap_share == Approx(0).margin(1e-6));
  CHECK(loose.components == 2);
  CHECK(*loose.smallest_gap == Approx(0.1).epsilon(1e-3));
  CHECK(loose.overlap_share == Approx(0).margin(1e-9));
}

TEST_CASE("a concept's faces tell what another solid lies against") {
  const auto cylinder_of = [](const std::string& name, double radius, bool concave,
                              bool drawing = false) {
    rewards::MeasureRequest request;
    request.brep = golden_brep(name);
    request.spec.drawing_style = drawing;
    request.spec.faces = {rewards::FaceCheck()};
    for (const auto& face : geometry::measure(request).faces_found)
      if (std::abs(face.radius - radius) < 1e-9 && face.concave == concave) return face;
    throw std::runtime_error("no such cylinder in " + name);
  };
  const double area = 2 * std::numbers::pi * 5 * 12;
  CHECK(cylinder_of("shaft_fitted", 5, true).area == Approx(area));
  CHECK(cylinder_of("shaft_fitted", 5, true).covered == Approx(area).epsilon(0.01));
  CHECK(cylinder_of("shaft_fitted", 5, true, true).covered == 0);
  // On 600 mm across, a chord of the mesh lies more than the skin off its arc.
  const double drum = 2 * std::numbers::pi * 300 * 20;
  CHECK(cylinder_of("drum_fitted", 300, true).covered == Approx(drum).epsilon(0.01));
  CHECK(cylinder_of("drum_fitted", 300, false).covered == Approx(drum).epsilon(0.01));
  CHECK(cylinder_of("drum_fitted", 360, false).covered == 0);
}

TEST_CASE("only simple shapes are convex") {
  for (const char* name : {"plate_no_holes", "ball"}) CHECK(measured(name).convex);
  for (const char* name : {"plate", "bracket", "shaft", "hollow", "ring", "pocket", "slot"}) {
    INFO(name);
    CHECK_FALSE(measured(name).convex);
  }
}

TEST_CASE("the sorted principal inertia does not depend on place or turning") {
  const auto a = measured("plate"), b = measured("plate_otherwise"), c = measured("plate_turned");
  for (int i = 0; i < 3; ++i) {
    CHECK(a.principal_inertia[i] == Approx(b.principal_inertia[i]).epsilon(1e-9));
    CHECK(a.principal_inertia[i] == Approx(c.principal_inertia[i]).epsilon(1e-9));
  }
}

TEST_CASE("the drawing hides hidden lines and fits its frame") {
  const std::string svg = geometry::draw_svg(golden_brep("bracket"), 320);
  CHECK_THAT(svg, Catch::StartsWith("<svg") && Catch::Contains("viewBox=\"0 0 320 320\"") &&
                      Catch::EndsWith("</svg>\n"));
  CHECK(svg.size() < 20000);
  CHECK(svg.find("nan") == std::string::npos);
  // A box shows nine of its twelve edges.
  const std::string box = geometry::draw_svg(golden_brep("plate_no_holes"), 320);
  CHECK(std::count(box.begin(), box.end(), 'M') == 9);
  CHECK_THROWS_AS(geometry::draw_svg({}, 320), std::runtime_error);
  // Four of it in each view along an axis.
  const std::string sheet = geometry::draw_sheet(golden_brep("plate_no_holes"), 320);
  CHECK(std::count(sheet.begin(), sheet.end(), 'M') == 4 + 4 + 4 + 9);
  for (const char* part : {"plate_no_holes", "bracket"}) {
    std::string numbers = geometry::draw_sheet(golden_brep(part), 320);
    numbers = numbers.substr(numbers.find("d=\""));
    std::replace_if(
        numbers.begin(), numbers.end(), [](char c) { return !std::isdigit(c) && c != '.'; }, ' ');
    std::istringstream stream(numbers);
    for (double number = 0; stream >> number;) CHECK(number <= 320);
  }
  CHECK_THROWS_AS(geometry::draw_sheet({}, 320), std::runtime_error);
}

TEST_CASE("points lie inside a ring where its equation says so") {
  rewards::MeasureRequest request;
  request.brep = golden_brep("ring");  // radii 20 and 5 mm
  rewards::ProbeCheck check;
  for (double x = -26; x <= 26; x += 1.3) {
    for (double y = -26; y <= 26; y += 1.7) {
      for (double z = -1; z <= 11; z += 0.9) check.points.push_back({x, y, z});
    }
  }
  request.spec.probes = {check};
  const auto found = geometry::measure(request).probes.at(0);
  int compared = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto& [x, y, z] = check.points[i];
    const double off = std::hypot(std::hypot(x, y) - 20, z - 5) - 5;
    if (std::abs(off) < 0.3) continue;  // a mesh's chords lie a little inside
    ++compared;
    if (found[i] != (off < 0)) FAIL("at " << x << ", " << y << ", " << z);
  }
  CHECK(compared > 10000);
}
