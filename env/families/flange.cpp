// Round flanges with a pilot bore and a bolt circle.
#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

Parameters draw(Draw& d) {
  Parameters p;
  p["d"] = d.integer(4, 10);
  p["bore"] = d.integer(10, 40);
  // Half a hole of material at least between bore, bolt holes and rim.
  p["pcd"] = p["bore"] + 2 * p["d"] + d.integer(0, 30);
  p["od"] = p["pcd"] + 2 * p["d"] + d.integer(0, 20);
  p["t"] = d.integer(4, 18);
  const double circumference = std::numbers::pi * p["pcd"];
  p["n"] = d.integer(3, std::min(8, static_cast<int>(circumference / (2 * p["d"]))));
  return p;
}

std::string terse(const Parameters& p) {
  return literal("flange", p, {"od", "t", "bore", "n", "pcd", "d"});
}

std::string drawing(const Parameters& p) {
  return fmt::format(
      "A round flange of outer diameter {} mm, {} mm thick, lying flat, with a central through "
      "bore of "
      "diameter {} mm and {} equally spaced through holes of diameter {} mm on a bolt circle of "
      "diameter "
      "{} mm, the first on the +X axis.",
      p.at("od"), p.at("t"), p.at("bore"), p.at("n"), p.at("d"), p.at("pcd"));
}

std::string gold(const Parameters& p) {
  return "import cadquery as cq\n\n" + assignments(p, {"od", "t", "bore", "n", "pcd", "d"}) +
         "disc = cq.Workplane(\"XY\").circle(od / 2).circle(bore / 2).extrude(t)\n"
         "bolts = cq.Workplane(\"XY\").polarArray(pcd / 2, 0, 360, n).circle(d / 2).extrude(t)\n"
         "fixture = disc.cut(bolts)\n";
}

std::string second(const Parameters& p) {
  return "import cadquery as cq\n\n" + assignments(p, {"od", "t", "bore", "n", "pcd", "d"}) +
         "result = cq.Workplane(\"XY\").cylinder(t, od / 2)\n"
         "result = result.faces(\">Z\").workplane().hole(bore)\n"
         "result = result.faces(\">Z\").workplane().polarArray(pcd / 2, 0, 360, n).hole(d)\n";
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double od = p.at("od"), t = p.at("t"), bore = p.at("bore"), d = p.at("d");
  const int n = p.at("n");
  spec.extents = {extent("outer diameter in X", Axis::kX, od),
                  extent("outer diameter in Y", Axis::kY, od), extent("thickness", Axis::kZ, t)};
  spec.holes = {hole("bore", bore, Axis::kZ, {0, 0, 0}, t, true)};
  for (int i = 0; i < n; ++i) {
    const double angle = 2 * std::numbers::pi * i / n, r = p.at("pcd") / 2.0;
    spec.holes.push_back(hole(fmt::format("bolt hole {}", i + 1), d, Axis::kZ,
                              {r * std::cos(angle), r * std::sin(angle), 0}, t, true));
  }
  spec.volume = std::numbers::pi / 4 * t * (od * od - bore * bore - n * d * d);
}

}  // namespace

const Family kFlange = {"flange", 2, draw, terse, drawing, gold, second, specify};

}  // namespace cadforge::env
