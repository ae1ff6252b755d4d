// Advice, against the messages that CadQuery really gives: each row is a mistake that programs
// make.
#include "env/hints.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "pool_fixture.h"

namespace {

using namespace cadforge;
using namespace cadforge::env;

struct Mistake {
  const char* program;  ///< after `import cadquery as cq` and `p`, a 10 mm cube
  const char* advice;   ///< what the hint has to say
};

const Mistake kMistakes[] = {
    {"cq.Workplane().cone(5, 2, 10)", "makeCone"},
    {"cq.Workplane().torus(5, 2)", "makeTorus"},
    {"cq.Workplane().annulus(5, 2)", "circle(R).circle(r)"},
    {"cq.Workplane().tube(5, 2, 1)", "circle(R).circle(r)"},
    {"cq.Workplane().hexagon(5)", "polygon(6"},
    {"cq.Workplane().roundedRect(5, 5, 1)", "edges(\"|Z\").fillet"},
    {"cq.Workplane().slot(5, 1)", "slot2D"},
    {"p.subtract(p)", ".cut("},
    {"p.difference(p)", ".cut("},
    {"p.fuse(p)", ".union("},
    {"p.scale(2)", ".val().scale"},
    {"p.rotateZ(5)", "(0, 0, 1)"},
    {"p.cutThru()", "cutThruAll"},
    {"cq.Workplane().rect(5, 5).fillet2D(1)", "vertices().fillet"},
    {"cq.Workplane().helix(5, 5, 1)", "makeHelix"},
    {"p.Volume()", ".val().Volume()"},
    {"p.BoundingBox()", ".val().BoundingBox()"},
    {"cq.Workplane().val().Volume()", "no solid yet"},
    {"p.val().union(p)", ".fuse("},
    {"cq.Sketch().rect(1, 1).extrude(2)", "placeSketch"},
    {"cq.Box(1, 1, 1)", ".box("},
    {"cq.Cylinder(1, 1)", ".cylinder("},
    {"p.translate(1, 2, 3)", "(x, y, z)"},
    {"p.move(1, 2, 3)", ".translate("},
    {"p.rotate(90)", "axis"},
    {"cq.Workplane().box(1, 1, 1, center=True)", "centered"},
    {"cq.Workplane().cylinder(r=1, h=2)", "height comes first"},
    {"cq.Workplane().sphere(r=1)", "sphere(radius)"},
    {"cq.Workplane().rect(1, 1).extrude(1, bothDirections=True)", "both=True"},
    {"cq.Workplane().rect(1, 1).extrude(distance=1)", "distance comes first"},
    {"cq.Workplane().rect(1, 1).extrude(1, draft=5)", "taper"},
    {"cq.Workplane().rect(1, 1).revolve(360, axis=(0, 1))", "axisStart"},
    {"cq.Workplane().polarArray(5, 0, 360).circle(1).extrude(1)", "startAngle"},
    {"cq.Workplane().polarArray(5, start=0, angle=360, count=4)", "startAngle"},
    {"p.faces('>Z').workplane().cboreHole(2, 4)", "cboreDepth"},
    {"p.faces('>Z').workplane().cskHole(2, 4)", "82"},
    {"p.faces('>Z').workplane().rect(1, 1).cutBlind()", "-depth"},
    {"p.faces('>Z').workplane().transformed(rotation=(0, 0, 5))", "rotate="},
    {"cq.Workplane('XY', offset=5)", "origin="},
    {"cq.Workplane().pushPoints((1, 2), (3, 4))", "[(x, y)"},
    {"cq.Workplane().lineTo(5, 0).lineTo(5, 5).extrude(2)", ".close()"},
    {"cq.Workplane().hole(2)", "select a face"},
    {"p.edges('|Z and >X and <X').fillet(1)", "|Z"},
    {"p.edges().fillet(50)", "half the smallest thickness"},
    {"p.edges().chamfer(50)", "half the smallest thickness"},
    {"cq.Workplane().threePointArc((1, 1), (2, 2)).close()", "on a line"},
    {"cq.Workplane().circle(-1).extrude(1)", "negative"},
    {"cq.Workplane().circle(0).extrude(1)", "zero"},
    {"p.faces().workplane()", "select one face"},
    {"p.shell(-6)", "thinner"},
    {"cq.Workplane().rect(1, 1).loft()", "second section"},
    {"cq.Workplane().rect(1, 1).sweep()", "path"},
    {"cq.Workplane().rect(1, 1).twistExtrude(5)", "degrees"},
    {"p.cut(None)", "return part"},
    {"p.union([p, p])", "one by one"},
    {"p.faces('up')", "selector"},
    {"cq.Assembly(p, location=cq.Location())", "loc="},
    {"cq.Assembly().add(p, loc=(1, 2, 3)).toCompound()", "cq.Location"},
    {"p.workplaneFromTagged('base')", ".tag("},
    {"p.undefined_name_of_nobody(1)", ""},
    {"widht = 1\nx = width_of_nothing", "bound nowhere"},
    {"width = 1\nx = widht", "width"},
    {"p.filet(1)", "fillet"},
    {"cq.importers.importStep('part.step')", "draw the part"},
    {"cq.importers.importDXF('part.dxf')", "draw the part"},
    {"open('part.txt', 'w')", "no files"},
    {"import build123d", "cadquery, numpy"},
    {"import sys; sys.exit(0)", "fixture"},
    {"def f(): return f()\nf()", "without end"},
    {"x = (1, 2", "cut off"},
    {"x = 'abc", "cut off"},
    {"Here is the program:", "not Python"},
    {"pass", "assign the finished part"},
    {"result = 5", "holds no solid"},
    {"result = cq.Workplane().rect(5, 5)", ""},
};

struct Trapped {
  const char* program;
  const char* kind;    ///< of the trap that has to be noticed; empty for none
  const char* class_;  ///< what the measurer says
};

const Trapped kTrapped[] = {
    {"result = p.faces('>Z').shell(-6)", "shell_changed_nothing", "ok"},
    {"result = p.add(p.translate((30, 0, 0)))", "loose_objects", "ok"},
    {"result = p.cut(cq.Workplane().box(20, 20, 20))", "cut_left_nothing", "not_a_shape"},
    {"result = p.intersect(p.translate((30, 0, 0)))", "nothing_in_common", "not_a_shape"},
    {"result = p.faces('#X and |X').workplane().rect(2, 2).extrude(9)", "empty_selection", "ok"},
    {"result = cq.Workplane().pushPoints([(1, 2, 3)]).rect(2, 2).extrude(9)",
     "points_off_the_plane", "ok"},
    {"result = cq.Workplane().rect(9, 9).rect(5, 5).extrude(9)", "nested_outlines", "ok"},
    {"import math\nresult = cq.Workplane().box(1, 1, 2 + math.sin(45))", "degrees_in_trigonometry",
     "ok"},
    {"result = cq.Workplane().polyline([(0,0),(9,9),(9,0),(0,9)]).close().extrude(2)", "",
     "empty_solid"},
    {"result = p.faces('>Z').shell(-1).faces('>Z').edges().fillet(0.2)", "", "ok"},
};

std::string with_cube(const std::string& program) {
  return "import cadquery as cq\np = cq.Workplane().box(10, 10, 10)\n" + program + "\n";
}

}  // namespace

TEST_CASE("advice fits the messages that CadQuery gives") {
  const auto pool = shared_pool();
  std::vector<std::future<rewards::BuildResult>> builds;
  for (const auto& mistake : kMistakes) builds.push_back(build(*pool, with_cube(mistake.program)));
  for (std::size_t i = 0; i < builds.size(); ++i) {
    const auto result = builds[i].get();
    INFO(kMistakes[i].program << "\n" << result.error_class << ": " << result.message);
    CHECK(result.hint.find(kMistakes[i].advice) != std::string::npos);
    CHECK(result.hint.find('\n') == std::string::npos);
    CHECK(result.hint.size() < 160);
  }
}

TEST_CASE("mistakes that raise nothing are noticed") {
  const auto pool = shared_pool();
  for (const auto& trapped : kTrapped) {
    INFO(trapped.program);
    const auto [result, geometry] =
        on_lane(*pool, [&](Lane& lane) {
          auto built = lane.build({with_cube(trapped.program), test_limits()});
          return std::pair(built, built.ok() ? measured(lane, built) : rewards::GeometryReport{});
        }).get();
    INFO(result.error_class << ": " << result.message << ", " << geometry.message);
    CHECK((result.ok() ? geometry.error_class : result.error_class) == trapped.class_);
    if (!*trapped.kind) {
      CHECK(result.traps.empty());
      continue;
    }
    REQUIRE(result.traps.size() == 1);
    CHECK(result.traps[0].kind == trapped.kind);
    CHECK_FALSE(trap_words(result.traps[0]).empty());
    if (!geometry.ok()) CHECK(shape_hint(result, geometry).find("line 3") == 0);
  }
}

TEST_CASE("every class has advice, and a sound shape none") {
  namespace classes = rewards::error_class;
  rewards::BuildResult build;
  for (const char* name : {classes::kNoCode, classes::kTruncated, classes::kSyntaxError,
                           classes::kRefused, classes::kTimeout, classes::kOutOfMemory,
                           classes::kKilled, classes::kNoResult, classes::kNotAShape}) {
    build.error_class = name;
    INFO(name);
    CHECK_FALSE(build_hint(build).empty());
  }
  build.error_class = classes::kOk;
  CHECK(build_hint(build).empty());
  rewards::GeometryReport geometry;
  CHECK(shape_hint(build, geometry).empty());
  for (const char* name : {classes::kInvalidSolid, classes::kEmptySolid, classes::kTimeout}) {
    geometry.error_class = name;
    CHECK_FALSE(shape_hint(build, geometry).empty());
  }
  build.swallowed_exception = true;
  CHECK_FALSE(build_hint(build).empty());
}
