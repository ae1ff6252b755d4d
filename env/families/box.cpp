// Boxes open at the top.
#include <fmt/format.h>

#include <algorithm>

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

bool fits(const Parameters& p) {
  const int wall = p.at("wall"), floor = p.at("floor");
  return wall >= 1 && floor >= 1 && std::min(p.at("w"), p.at("d")) >= 2 * wall + 8 &&
         p.at("h") >= floor + 6;
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

const Family kBox = {
    .name = "box",
    .level = 1,
    .dimensions = {{"w", "box_width", "outer width in X"},
                   {"d", "box_depth", "outer depth in Y"},
                   {"h", "box_height", "height"},
                   {"wall", "wall_thickness", "thickness of the walls"},
                   {"floor", "floor_thickness", "thickness of the floor"}},
    .part = "rectangular box open at the top",
    .drawing =
        "A rectangular box open at the top, outside {w} mm wide (X), {d} mm deep (Y) and {h} mm "
        "high, with walls {wall} mm thick all round and a floor {floor} mm thick.",
    .layout = "The walls go all round; the box stands on its floor.",
    .programs =
        {
            .flat = R"(# the outside
body = cq.Workplane("XY").box(w, d, h)
# the pocket, down to the floor
mouth = body.faces(">Z").workplane().rect(w - 2 * wall, d - 2 * wall)
fixture = mouth.cutBlind(floor - h)
)",
            .functions = R"(def block(x, y, bottom, top):
    return cq.Workplane("XY").workplane(offset=bottom).rect(x, y).extrude(top - bottom)


result = block(w, d, 0, h).cut(block(w - 2 * wall, d - 2 * wall, floor, h))
)",
            .fluent = R"(fixture = (
    cq.Workplane("XY")
    .rect(w, d)
    .extrude(floor)
    # the walls, up from the floor
    .faces(">Z")
    .workplane()
    .rect(w, d)
    .rect(w - 2 * wall, d - 2 * wall)
    .extrude(h - floor)
)
)",
            .sketch = R"(# the floor, and the walls as a ring on it
ring = cq.Sketch().rect(w, d).rect(w - 2 * wall, d - 2 * wall, mode="s")
bottom = cq.Workplane("XY").placeSketch(cq.Sketch().rect(w, d)).extrude(floor)
fixture = bottom.faces(">Z").workplane().placeSketch(ring).extrude(h - floor)
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
