// L brackets with one hole in each leg.
#include <fmt/format.h>

#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

Parameters draw(Draw& d) {
  Parameters p;
  p["t"] = d.integer(3, 9);
  p["d"] = d.integer(4, 9);
  p["a"] = d.integer(p["t"] + 4 * p["d"], 90);
  p["b"] = d.integer(p["t"] + 4 * p["d"], 80);
  p["w"] = d.integer(3 * p["d"], 50);
  p["x"] = d.integer(p["t"] + p["d"], p["a"] - p["d"]);
  p["z"] = d.integer(p["t"] + p["d"], p["b"] - p["d"]);
  return p;
}

bool fits(const Parameters& p) {
  const auto inside = [&](int at, int leg) {
    return at >= p.at("t") + p.at("d") && at <= leg - p.at("d");
  };
  return p.at("t") >= 2 && p.at("d") >= 3 && p.at("w") >= 2 * p.at("d") &&
         inside(p.at("x"), p.at("a")) && inside(p.at("z"), p.at("b"));
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double a = p.at("a"), b = p.at("b"), w = p.at("w"), t = p.at("t"), d = p.at("d");
  const double left = -a / 2;  // the outer corner in the anchor frame
  spec.extents = {extent("base length", Axis::kX, a), extent("width", Axis::kY, w),
                  extent("height", Axis::kZ, b)};
  const double beside = 0.45 * w;  // clear of the holes
  spec.walls = {thickness("base thickness", {left + 0.9 * a, beside, b + 1}, {0, 0, -1}, {t}),
                thickness("wall thickness", {left - 1, beside, 0.9 * b}, {1, 0, 0}, {t})};
  spec.probes = {probe("outer corner", {left + t / 2, beside, t / 2}, true),
                 probe("inside the angle", {left + (a + t) / 2, beside, (b + t) / 2}, false)};
  spec.holes = {hole("base hole", d, Axis::kZ, {left + p.at("x"), 0, 0}, t, true),
                hole("wall hole", d, Axis::kX, {0, 0, static_cast<double>(p.at("z"))}, t, true)};
  spec.volume = w * t * (a + b - t) - 2 * std::numbers::pi * d * d / 4 * t;
}

}  // namespace

const Family kBracket = {
    .name = "bracket",
    .level = 2,
    .dimensions = {{"a", "base_length", "length of the base in X, from the outer corner"},
                   {"b", "wall_height", "height of the wall in Z, from the outer corner"},
                   {"w", "bracket_width", "width in Y"},
                   {"t", "thickness", "thickness of both legs"},
                   {"d", "hole_diameter", "hole diameter"},
                   {"x", "base_hole_x", "distance of the base's hole from the outer corner"},
                   {"z", "wall_hole_z", "height of the wall's hole above the outer corner"}},
    .part = "L bracket with a through hole in each leg",
    .drawing =
        "An L bracket {t} mm thick and {w} mm wide (Y): a base leg {a} mm long in X, and a wall "
        "{b} mm high in Z at its low-X end, both measured from the outer corner. One through "
        "hole of diameter {d} mm in each, in the middle of the width: in the base {x} mm from "
        "the outer corner, in the wall {z} mm up from it.",
    .layout =
        "The base lies flat along X, the wall stands at its low-X end. Both holes are in the "
        "middle of the width.",
    .programs =
        {
            .flat = R"(# the legs
base = cq.Workplane("XY").box(a, w, t, centered=(False, True, False))
wall = cq.Workplane("XY").box(t, w, b, centered=(False, True, False))
# a hole in each
hole1 = cq.Workplane("XY").center(x, 0).circle(d / 2).extrude(t)
hole2 = cq.Workplane("YZ").center(0, z).circle(d / 2).extrude(t)
fixture = base.union(wall).cut(hole1).cut(hole2)
)",
            .functions = R"(def drilled(body, plane, u, v):
    return body.cut(cq.Workplane(plane).center(u, v).circle(d / 2).extrude(t))


# the section of the L, then its width
outline = [(0, 0), (a, 0), (a, t), (t, t), (t, b), (0, b)]
body = cq.Workplane("XZ").polyline(outline).close().extrude(w / 2, both=True)
result = drilled(drilled(body, "XY", x, 0), "YZ", 0, z)
)",
            .fluent = R"(fixture = (
    cq.Workplane("XY")
    .box(a, w, t, centered=(False, True, False))
    .union(cq.Workplane("XY").box(t, w, b, centered=(False, True, False)))
    # a hole in each leg
    .faces("<Z")
    .workplane(origin=(x, 0, 0))
    .hole(d, t)
    .faces("<X")
    .workplane(origin=(0, 0, z))
    .hole(d, t)
)
)",
            .sketch = R"(# the section of the L, then its width
section = cq.Sketch().polygon([(0, 0), (a, 0), (a, t), (t, t), (t, b), (0, b), (0, 0)])
body = cq.Workplane("XZ").placeSketch(section).extrude(w / 2, both=True)
round_hole = cq.Sketch().circle(d / 2)
body = body.cut(cq.Workplane("XY").center(x, 0).placeSketch(round_hole).extrude(t))
fixture = body.cut(cq.Workplane("YZ").center(0, z).placeSketch(round_hole).extrude(t))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
