#include "env/hints.h"

#include <fmt/format.h>

#include <initializer_list>
#include <string_view>

namespace cadforge::env {
namespace {

using rewards::BuildResult;
using rewards::GeometryReport;
using rewards::Trap;
namespace classes = rewards::error_class;

/// A message that holds all of `parts` calls for `hint`. The first row that fits counts, so the
/// particular ones come first.
struct Row {
  std::initializer_list<std::string_view> parts;
  const char* hint;
};

/// What programs call a method that Workplane does not have.
struct Invented {
  std::string_view name;
  const char* hint;
};

const Invented kWorkplane[] = {
    {"cone", "use cq.Workplane(obj=cq.Solid.makeCone(r1, r2, height)), or revolve a profile"},
    {"torus", "use cq.Workplane(obj=cq.Solid.makeTorus(radius, tube_radius))"},
    {"annulus", "a tube is .circle(R).circle(r).extrude(h)"},
    {"tube", "a tube is .circle(R).circle(r).extrude(h)"},
    {"ring", "a ring is .circle(R).circle(r).extrude(h)"},
    {"hexagon", "use .polygon(6, diameter): across corners, across flats with circumscribed=True"},
    {"roundedRect", "use .rect(w, d).extrude(h).edges(\"|Z\").fillet(r)"},
    {"roundedBox", "use .box(w, d, h).edges(\"|Z\").fillet(r)"},
    {"slot", "use .slot2D(length, diameter): length is end to end and exceeds the diameter"},
    {"subtract", "use .cut(other)"},
    {"difference", "use .cut(other)"},
    {"fuse", "use .union(other)"},
    {"join", "use .union(other)"},
    {"common", "use .intersect(other)"},
    {"scale", "change the dimension itself, or scale a shape: wp.val().scale(k)"},
    {"rotateZ", "use .rotate((0, 0, 0), (0, 0, 1), degrees)"},
    {"rotateX", "use .rotate((0, 0, 0), (1, 0, 0), degrees)"},
    {"rotateY", "use .rotate((0, 0, 0), (0, 1, 0), degrees)"},
    {"cutThru", "use .cutThruAll(), or .cutBlind(-depth)"},
    {"fillet2D", "round a sketch instead: cq.Sketch().rect(w, d).vertices().fillet(r)"},
    {"helix", "use cq.Wire.makeHelix(pitch, height, radius) as the path of a sweep"},
    {"Volume", "ask the shape, not the Workplane: .val().Volume()"},
    {"Area", "ask the shape, not the Workplane: .val().Area()"},
    {"Center", "ask the shape, not the Workplane: .val().Center()"},
    {"BoundingBox", "ask the shape, not the Workplane: .val().BoundingBox()"},
    {"wrapped", "a Workplane is no shape: hand over .val()"}};

const Row kRows[] = {
    {{"'Vector' object has no attribute"},
     "the chain holds no solid yet, so .val() is its origin: build a solid before asking"},
    {{"'Solid' object has no attribute 'union'"},
     "a Shape has .fuse(other); or wrap it: cq.Workplane(obj=solid).union(...)"},
    {{"'Solid' object has no attribute"},
     "this is a method of Workplane: wrap the shape, cq.Workplane(obj=solid)"},
    {{"'Compound' object has no attribute"},
     "this is a method of Workplane: wrap the shape, cq.Workplane(obj=compound)"},
    {{"'Sketch' object has no attribute 'extrude'"},
     "place the sketch first: cq.Workplane(\"XY\").placeSketch(s).extrude(h)"},
    {{"module 'cadquery' has no attribute 'Box'"}, "use cq.Workplane(\"XY\").box(x, y, z)"},
    {{"module 'cadquery' has no attribute 'Cylinder'"},
     "use cq.Workplane(\"XY\").cylinder(height, radius)"},
    {{"module 'cadquery' has no attribute 'Sphere'"}, "use cq.Workplane(\"XY\").sphere(radius)"},
    {{"'NoneType' object has no attribute"},
     "something returned nothing: a helper needs `return part`"},
    {{"translate() takes"}, "one tuple: .translate((x, y, z))"},
    {{"move() takes"}, "move() moves the 2D pen; a solid moves with .translate((x, y, z))"},
    {{"rotate() missing"}, "give axis start, axis end and degrees: .rotate((0,0,0), (0,0,1), 90)"},
    {{"unexpected keyword argument 'center'"},
     "the keyword is centered: True, or (True, True, False)"},
    {{"cylinder()", "unexpected keyword"}, "cylinder(height, radius): the height comes first"},
    {{"sphere()", "unexpected keyword"}, "sphere(radius)"},
    {{"extrude()", "'bothDirections'"}, "the keyword is both=True"},
    {{"extrude()", "'draft'"}, "the keyword is taper=degrees"},
    {{"extrude()", "unexpected keyword"},
     "extrude(distance, both=False, taper=degrees): the distance comes first, without a name"},
    {{"revolve()", "unexpected keyword"},
     "revolve(degrees, axisStart, axisEnd), the axis in the workplane's own coordinates"},
    {{"polarArray()"}, "polarArray(radius, startAngle, angle, count)"},
    {{"cboreHole() missing"}, "cboreHole(diameter, cboreDiameter, cboreDepth)"},
    {{"cskHole() missing"}, "cskHole(diameter, cskDiameter, 82)"},
    {{"cutBlind() missing"}, "cutBlind(-depth): negative goes into the part"},
    {{"transformed()", "unexpected keyword"}, "transformed(rotate=(x, y, z), offset=(x, y, z))"},
    {{"Workplane.__init__()", "unexpected keyword"},
     "Workplane(\"XY\", origin=(x, y, z)), or .workplane(offset=z)"},
    {{"pushPoints() takes"}, "one list: .pushPoints([(x, y), ...])"},
    {{"sweep() missing"}, "give the path: .sweep(path_workplane)"},
    {{"twistExtrude() missing"}, "twistExtrude(distance, degrees)"},
    {{"Assembly.__init__()", "'location'"}, "the keyword is loc=cq.Location((x, y, z))"},
    {{"'tuple' object has no attribute 'wrapped'"},
     "a place is loc=cq.Location((x, y, z)), not a tuple"},
    {{"'str' object has no attribute 'wrapped'"},
     "a colour is color=cq.Color(\"red\"), not a word"},
    {{"No pending wires present"},
     "there is no closed outline to work on: end 2D lines with .close(), and draw before "
     "extruding"},
    {{"Cannot find a solid on the stack"},
     "start from a solid and select a face: part.faces(\">Z\").workplane().hole(d)"},
    {{"requires that edges be selected"},
     "the selector found no edge: .edges(\"|Z\") are the vertical ones"},
    {{"GC_MakeArcOfCircle"}, "the three points lie on a line: move the middle one off it"},
    {{"radius should be positive"}, "a radius came out negative: guard sizes that are computed"},
    {{"wires not planar"}, "a size came out zero, or the outline does not lie in one plane"},
    {{"must be co-planar"}, "select one face before .workplane(): \">Z\" or \"<Y\""},
    {{"More than one wire or face is required"},
     "a loft needs a second section: .workplane(offset=h) and another outline"},
    {{"Cannot", "type '<class 'NoneType'>'"}, "a helper returned nothing: it needs `return part`"},
    {{"Cannot", "type '<class 'list'>'"}, "a list is no part: union its members one by one"},
    {{"ParseException"},
     "bad selector: >Z <Z |Z #Z %PLANE +Z -Z, combined with and, or, not and brackets"},
    {{"No Workplane object named"}, "name it first: .tag(\"name\")"},
    {{"BRep_API: command not done"},
     "the geometry is impossible here: keep a fillet under half the smallest thickness and before "
     "small cuts, keep a revolved profile on one side of its axis"},
    {{"Null TopoDS_Shape"},
     "nothing came of this step: a shell has to be thinner than half the part"},
    {{"StdFail_NotDone"},
     "OpenCASCADE could not do this: use smaller radii, or shapes that clearly overlap"},
    {{"the sandbox reads no files"}, "nothing can be loaded: draw the part in CadQuery"},
    {{"PermissionError"},
     "the sandbox has no files to write, no network and no other programs: only build the part"},
    {{"ModuleNotFoundError"}, "use cadquery, numpy and Python's own modules alone"},
    {{"RecursionError"}, "a function calls itself without end"},
    {{"SystemExit"}, "do not call exit(): assign the part to `fixture` and let the program end"},
    {{"ZeroDivisionError"}, "a count or a size is zero: guard the division"},
    {{"was never closed"},
     "the program was cut off or a bracket is missing: write a shorter one, and close every "
     "bracket"},
    {{"unterminated"}, "the program was cut off within a string: write a shorter one"},
    {{"unexpected indent"}, "indent with four spaces, and nothing but the program in the answer"},
};

/// By class, where no row fits the message.
const Row kClasses[] = {
    {{classes::kNoCode}, "answer with one Python program"},
    {{classes::kTruncated}, "the answer was cut off before its end: write a shorter program"},
    {{classes::kSyntaxError},
     "not Python: answer with one program, in one fence, and no other text in it"},
    {{classes::kRefused}, "the shape is far too large: use fewer faces and repeats"},
    {{classes::kTimeout},
     "it takes too long: fewer booleans, and no loop without an end; cut many holes in one go"},
    {{classes::kOutOfMemory}, "it needs too much memory: fewer and simpler parts"},
    {{classes::kKilled},
     "OpenCASCADE crashed on this geometry: build the last feature another way"},
    {{classes::kNoResult}, "assign the finished part to `fixture`"},
    {{classes::kNotAShape},
     "the result holds no solid: close and extrude the outline, and assign the Workplane itself"},
    {{classes::kSwallowed},
     "the feature in the `try` block failed: repair it, instead of catching the exception"},
    {{classes::kInvalidSolid},
     "the outline crosses itself, or faces overlap: check the order of the points; slot2D needs "
     "its length above its diameter"},
    {{classes::kEmptySolid},
     "nothing is left: a cut took all of it, the parts do not meet, or an outline crosses itself"},
};

struct Noticed {
  std::string_view kind;
  const char* words;
};

const Noticed kTraps[] = {
    {"shell_changed_nothing",
     "shell() left the solid as it was: make the wall thinner than half the part"},
    {"cut_left_nothing", "cut() left nothing: the tool covers the whole part"},
    {"nothing_in_common", "intersect() found nothing in common: the parts do not meet"},
    {"empty_selection", "the selector found nothing, and the chain went on without it"},
    {"points_off_the_plane",
     "pushPoints() with a Z moves the outline off the workplane: give (x, y), or offset the plane"},
    {"loose_objects",
     "the result holds several separate objects: .add() and combine=False do not fuse, .union() "
     "does"},
    {"nested_outlines",
     "an outline within another becomes a hole: where both are to be solid, extrude one after the "
     "other"},
    {"degrees_in_trigonometry",
     "math.sin and its kin take radians: math.radians(degrees); rotate() takes degrees"},
};

bool fits(const Row& row, std::string_view text) {
  for (const auto part : row.parts) {
    if (text.find(part) == std::string_view::npos) return false;
  }
  return true;
}

template <std::size_t N>
std::string first_fit(const Row (&rows)[N], std::string_view text) {
  for (const auto& row : rows) {
    if (fits(row, text)) return row.hint;
  }
  return {};
}

// "'Workplane' object has no attribute 'name'"
std::string invented_method(std::string_view message) {
  constexpr std::string_view kBegin = "'Workplane' object has no attribute '";
  const auto found = message.find(kBegin);
  if (found == std::string_view::npos) return {};
  const auto rest = message.substr(found + kBegin.size());
  const auto name = rest.substr(0, rest.find('\''));
  for (const auto& row : kWorkplane) {
    if (row.name == name) return row.hint;
  }
  return {};
}

}  // namespace

std::string build_hint(const BuildResult& build) {
  if (build.ok()) {
    return build.swallowed_exception ? first_fit(kClasses, classes::kSwallowed) : std::string{};
  }
  auto hint = invented_method(build.message);
  if (hint.empty()) hint = first_fit(kRows, build.message);
  if (hint.empty() && !build.nearest.empty()) {
    hint = fmt::format("the nearest name there is: {}", build.nearest);
  }
  if (hint.empty() && build.message.starts_with("NameError")) {
    hint = "this name is bound nowhere: define it first, or finish a program that was cut off";
  }
  return hint.empty() ? first_fit(kClasses, build.error_class) : hint;
}

std::string shape_hint(const BuildResult& build, const GeometryReport& geometry) {
  if (geometry.ok()) return {};
  for (const auto& trap : build.traps) {
    const bool cause = trap.kind == "cut_left_nothing" || trap.kind == "nothing_in_common";
    if (cause) return trap_words(trap);
  }
  return first_fit(kClasses, geometry.error_class);
}

std::string trap_words(const Trap& trap) {
  for (const auto& row : kTraps) {
    if (row.kind != trap.kind) continue;
    return trap.line > 0 ? fmt::format("line {}: {}", trap.line, row.words) : row.words;
  }
  return {};
}

}  // namespace cadforge::env
