// Tables: a top on four square legs.
#include <fmt/format.h>

#include <algorithm>

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

bool fits(const Parameters& p) {
  const int inset = p.at("inset"), leg = p.at("leg");
  return leg >= 10 && 2 * inset >= leg + 2 &&
         std::min(p.at("w"), p.at("d")) >= 2 * inset + 2 * leg && p.at("t") >= 5 &&
         p.at("h") >= p.at("t") + 100;
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
      // Near two corners of its section: its middle is still inside a leg that stands beside it.
      const double corner = 0.4 * leg - 1, z = 0.3 * (h - t);
      spec.probes.push_back(probes(
          fmt::format("leg at {:+.0f}, {:+.0f}", sx * x, sy * y),
          {{sx * x + corner, sy * y + corner, z}, {sx * x - corner, sy * y - corner, z}}, true));
    }
  }
  spec.probes.push_back(probe("clear space under the top", {0, 0, 0.5 * (h - t)}, false));
  spec.volume = w * d * t + 4 * leg * leg * (h - t);
}

}  // namespace

const Family kTable = {
    .name = "table",
    .level = 2,
    .dimensions = {{"w", "top_width", "width in X"},
                   {"d", "top_depth", "depth in Y"},
                   {"h", "table_height", "height"},
                   {"t", "top_thickness", "thickness of the top"},
                   {"leg", "leg_side", "side of the square legs"},
                   {"inset", "leg_inset", "distance of the legs' centres from the edges of the top",
                    false, true}},
    .part = "table with a rectangular top on four square legs",
    .drawing =
        "A table {w} mm wide (X), {d} mm deep (Y) and {h} mm high: a rectangular top {t} mm "
        "thick on four square legs of {leg} x {leg} mm, whose centres are {inset} mm in from "
        "the edges of the top.",
    .layout = "It stands on its legs, one near each corner of the top.",
    .programs =
        {
            .flat = R"(# the top
top = cq.Workplane("XY").box(w, d, t).translate((0, 0, h - t / 2))
# four legs
feet = cq.Workplane("XY").rarray(w - 2 * inset, d - 2 * inset, 2, 2)
fixture = top.union(feet.rect(leg, leg).extrude(h - t))
)",
            .functions = R"(def leg_at(x, y):
    return cq.Workplane("XY").center(x, y).rect(leg, leg).extrude(h - t)


result = cq.Workplane("XY").workplane(offset=h - t).rect(w, d).extrude(t)
for x in (inset - w / 2, w / 2 - inset):
    for y in (inset - d / 2, d / 2 - inset):
        result = result.union(leg_at(x, y))
)",
            .fluent = R"(fixture = (
    cq.Workplane("XY")
    .workplane(offset=h - t)
    .rect(w, d)
    .extrude(t)
    # four legs, down from the top
    .faces("<Z")
    .workplane()
    .rarray(w - 2 * inset, d - 2 * inset, 2, 2)
    .rect(leg, leg)
    .extrude(h - t)
)
)",
            .sketch = R"(# the feet, then the board they carry
feet = cq.Sketch().rarray(w - 2 * inset, d - 2 * inset, 2, 2).rect(leg, leg)
legs = cq.Workplane("XY").placeSketch(feet).extrude(h - t)
board = cq.Sketch().rect(w, d)
fixture = legs.union(cq.Workplane("XY").workplane(offset=h - t).placeSketch(board).extrude(t))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
