// Boxes open at the top.
#include <fmt/format.h>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

Parameters draw(Draw& d) {
  Parameters p;
  p["w"] = d.integer(40, 140);
  p["d"] = d.integer(30, 110);
  p["h"] = d.integer(15, 70);
  p["wall"] = d.integer(2, 7);
  p["floor"] = d.integer(2, 8);
  return p;
}

std::string terse(const Parameters& p) {
  return literal("box", p, {"w", "d", "h", "wall", "floor"});
}

std::string drawing(const Parameters& p) {
  return fmt::format(
      "A rectangular box open at the top, outside {} mm wide (X), {} mm deep (Y) and {} mm high, "
      "with walls "
      "{} mm thick all round and a floor {} mm thick.",
      p.at("w"), p.at("d"), p.at("h"), p.at("wall"), p.at("floor"));
}

std::string gold(const Parameters& p) {
  return "import cadquery as cq\n\n" + assignments(p, {"w", "d", "h", "wall", "floor"}) +
         "body = cq.Workplane(\"XY\").box(w, d, h)\n"
         "mouth = body.faces(\">Z\").workplane().rect(w - 2 * wall, d - 2 * wall)\n"
         "fixture = mouth.cutBlind(floor - h)\n";
}

std::string second(const Parameters& p) {
  return "import cadquery as cq\n\n" + assignments(p, {"w", "d", "h", "wall", "floor"}) +
         "inner = cq.Workplane(\"XY\").workplane(offset=floor).rect(w - 2 * wall, d - 2 * "
         "wall).extrude(h)\n"
         "result = cq.Workplane(\"XY\").rect(w, d).extrude(h).cut(inner)\n";
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double w = p.at("w"), d = p.at("d"), h = p.at("h"), wall = p.at("wall"),
               floor = p.at("floor");
  spec.extents = {extent("width", Axis::kX, w), extent("depth", Axis::kY, d),
                  extent("height", Axis::kZ, h)};
  const double middle = (h + floor) / 2;
  spec.walls = {thickness("walls in X", {-w, 0.1 * d, middle}, {1, 0, 0}, {wall, wall}),
                thickness("walls in Y", {0.1 * w, -d, middle}, {0, 1, 0}, {wall, wall}),
                thickness("floor", {0, 0, h + 1}, {0, 0, -1}, {floor})};
  spec.probes = {probe("hollow", {0, 0, middle}, false),
                 probe("open top", {0.2 * w, 0.2 * d, h - 0.1}, false),
                 probe("floor", {0.2 * w, 0.2 * d, floor / 2}, true)};
  spec.volume = w * d * h - (w - 2 * wall) * (d - 2 * wall) * (h - floor);
}

}  // namespace

const Family kBox = {"box", 1, draw, terse, drawing, gold, second, specify};

}  // namespace cadforge::env
