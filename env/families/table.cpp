// Tables: a top on four square legs.
#include <fmt/format.h>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

Parameters draw(Draw& d) {
  Parameters p;
  p["w"] = d.integer(300, 900, 10);
  p["d"] = d.integer(250, 700, 10);
  p["h"] = d.integer(250, 800, 10);
  p["t"] = d.integer(12, 40);
  p["leg"] = d.integer(25, 60);
  p["inset"] = d.integer(p["leg"] / 2 + 5, 90);
  return p;
}

std::string terse(const Parameters& p) {
  return literal("table", p, {"w", "d", "h", "t", "leg", "inset"});
}

std::string drawing(const Parameters& p) {
  return fmt::format(
      "A table {} mm wide (X), {} mm deep (Y) and {} mm high: a rectangular top {} mm thick on "
      "four square "
      "legs of {} x {} mm, whose centres are {} mm in from the edges of the top.",
      p.at("w"), p.at("d"), p.at("h"), p.at("t"), p.at("leg"), p.at("leg"), p.at("inset"));
}

std::string gold(const Parameters& p) {
  return "import cadquery as cq\n\n" + assignments(p, {"w", "d", "h", "t", "leg", "inset"}) +
         "top = cq.Workplane(\"XY\").box(w, d, t).translate((0, 0, h - t / 2))\n"
         "feet = cq.Workplane(\"XY\").rarray(w - 2 * inset, d - 2 * inset, 2, 2)\n"
         "fixture = top.union(feet.rect(leg, leg).extrude(h - t))\n";
}

std::string second(const Parameters& p) {
  return "import cadquery as cq\n\n" + assignments(p, {"w", "d", "h", "t", "leg", "inset"}) +
         "result = cq.Workplane(\"XY\").workplane(offset=h - t).rect(w, d).extrude(t)\n"
         "for x in (inset - w / 2, w / 2 - inset):\n"
         "    for y in (inset - d / 2, d / 2 - inset):\n"
         "        result = result.union(cq.Workplane(\"XY\").center(x, y).rect(leg, leg).extrude(h "
         "- t))\n";
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double w = p.at("w"), d = p.at("d"), h = p.at("h"), t = p.at("t"), leg = p.at("leg");
  const double x = w / 2 - p.at("inset"), y = d / 2 - p.at("inset");
  spec.extents = {extent("width", Axis::kX, w), extent("depth", Axis::kY, d),
                  extent("height", Axis::kZ, h)};
  spec.walls = {thickness("top thickness", {0, 0, h + 1}, {0, 0, -1}, {t})};
  spec.slices = {slice("legs", Axis::kZ, 0.4 * (h - t), 4, 4 * leg * leg),
                 slice("top", Axis::kZ, h - t / 2, 1, w * d)};
  spec.slices.front().weight = 5;  // wires stand where legs should, too
  for (const double sx : {-1.0, 1.0}) {
    for (const double sy : {-1.0, 1.0}) {
      spec.probes.push_back(probe(fmt::format("leg at {:+.0f}, {:+.0f}", sx * x, sy * y),
                                  {sx * x, sy * y, 0.3 * (h - t)}, true));
    }
  }
  spec.probes.push_back(probe("clear space under the top", {0, 0, 0.5 * (h - t)}, false));
  spec.volume = w * d * t + 4 * leg * leg * (h - t);
}

}  // namespace

const Family kTable = {"table", 2, draw, terse, drawing, gold, second, specify};

}  // namespace cadforge::env
