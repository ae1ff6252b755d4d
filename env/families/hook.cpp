// Wall hooks: a plate with two screw holes and a round bar, bent upwards.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

bool fits(const Parameters& p) {
  const int w = p.at("w"), h = p.at("h"), d = p.at("d"), b = p.at("b"), z = p.at("z");
  return p.at("t") >= 3 && d >= 3 && b >= 4 && p.at("p") >= b + d + 4 && w >= p.at("p") + 2 * d &&
         2 * p.at("e") >= 3 * d && h >= p.at("e") + 2 * d && 2 * z >= b + 6 && p.at("a") >= b &&
         2 * p.at("r") >= 3 * b && p.at("u") >= 4 && z + p.at("r") + p.at("u") <= h;
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["b"] = d.integer(5, 14);
    p["d"] = d.integer(3, 7);
    p["p"] = p["b"] + p["d"] + d.integer(4, 20);
    p["w"] = p["p"] + 2 * p["d"] + d.integer(2, 20);
    p["h"] = d.integer(50, 130);
    p["t"] = d.integer(4, 10);
    p["e"] = d.integer(8, 20);
    p["z"] = d.integer(8, 30);
    p["a"] = d.integer(14, 50);
    p["r"] = d.integer(8, 30);
    p["u"] = d.integer(6, 40);
  } while (!fits(p));
  return p;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double w = p.at("w"), h = p.at("h"), t = p.at("t"), d = p.at("d"), b = p.at("b"),
               z = p.at("z"), a = p.at("a"), r = p.at("r"), u = p.at("u"), pi = std::numbers::pi;
  const double depth = t + a + r + b / 2, back = -depth / 2;  // the plate's back in Y
  const double upright = back + t + a + r, screw = h - p.at("e");
  spec.extents = {extent("plate width", Axis::kX, w), extent("depth", Axis::kY, depth),
                  extent("plate height", Axis::kZ, h)};
  // Beside the axis, so that no ray runs along the edges of the mesh.
  const double beside = 0.03 * b;
  spec.walls = {
      thickness("plate thickness", {0.47 * w, back - 1, 0.1 * h}, {0, 1, 0}, {t}),
      thickness("bar", {beside, back + t + a / 2, h + 1}, {0, 0, -1}, {b}),
      thickness("plate and upright", {beside, back - 1, z + r + 0.6 * u}, {0, 1, 0}, {t, b}),
      thickness("upright with the bend under it", {beside, upright, h + 1}, {0, 0, -1},
                {u + std::sqrt(r * b + b * b / 4)})};
  for (auto& wall : spec.walls)
    wall.tolerance = {0.015, 0.10};  // a round bar is measured on a mesh
  spec.slices = {slice("bar", Axis::kY, back + t + 0.6 * a, 1, pi / 4 * b * b)};
  const double bend = r * std::numbers::sqrt2 / 2;
  const double out = back + t + 0.3 * a;  // on the bar, clear of plate and bend
  spec.probes = {
      probes("bar at its height", {{0, out, z - b / 2 + 0.7}, {0, out, z + b / 2 - 0.7}}, true),
      probes("clear below and above the bar",
             {{0, out, z - b / 2 - 0.7}, {0, out, z + b / 2 + 0.7}}, false),
      probe("bend", {0, back + t + a + bend, z + r - bend}, true),
      probe("upright", {0, upright, z + r + 0.8 * u}, true),
      probe("mouth of the hook", {0, back + t + 0.5 * a, z + r + 0.5 * u}, false),
      probes("plate beside the bar",
             {{-0.45 * w, back + t / 2, 0.05 * h}, {0.45 * w, back + t / 2, 0.95 * h}}, true)};
  for (const double side : {-0.5, 0.5}) {
    spec.holes.push_back(hole(side < 0 ? "left screw hole" : "right screw hole", d, Axis::kY,
                              {side * p.at("p"), 0, screw}, t, true));
  }
  spec.genus = 2;
  spec.volume = w * t * h - pi / 2 * d * d * t + pi / 4 * b * b * (a + pi * r / 2 + u);
}

}  // namespace

const Family kHook = {
    .name = "hook",
    .level = 3,
    .held_out = true,
    .dimensions = {{"w", "plate_width", "width of the plate in X"},
                   {"h", "plate_height", "height of the plate in Z"},
                   {"t", "plate_thickness", "thickness of the plate in Y"},
                   {"d", "screw_diameter", "diameter of the screw holes"},
                   {"p", "screw_spacing", "distance between the screw holes' centres"},
                   {"e", "screw_drop",
                    "distance of the screw holes' centres from the plate's upper edge"},
                   {"b", "bar_diameter", "diameter of the bar"},
                   {"z", "bar_height",
                    "height of the bar's centre line above the plate's lower edge"},
                   {"a", "bar_reach", "straight reach of the bar from the plate to the bend"},
                   {"r", "bend_radius", "radius of the bend along the bar's centre line"},
                   {"u", "upright_length", "straight length of the bar after the bend"}},
    .part = "wall hook with two screw holes in its plate and a round bar bent upwards",
    .drawing =
        "A wall hook. Its plate stands upright, {w} mm wide (X), {h} mm high (Z) and {t} mm thick "
        "(Y), with two screw holes of diameter {d} mm through it, {p} mm apart in X about the "
        "middle and {e} mm below the upper edge. From the front of the plate, in the middle of its "
        "width and {z} mm above its lower edge, a round bar of diameter {b} mm runs {a} mm "
        "straight out in +Y, bends upwards with a centre-line radius of {r} mm through 90 degrees "
        "and goes {u} mm straight up.",
    .layout =
        "The plate stands upright, the bar leaves the middle of its width towards +Y, bends "
        "upwards through 90 degrees and ends after a straight piece. The screw holes lie side by "
        "side about the middle.",
    .programs =
        {
            .flat = R"(# the plate with its screw holes
plate = cq.Workplane("XY").box(w, t, h, centered=(True, False, False))
screws = cq.Workplane("XZ").pushPoints([(-p / 2, h - e), (p / 2, h - e)]).circle(d / 2).extrude(-t)
# the bar, swept along its centre line
path = cq.Workplane("YZ").moveTo(t, z).hLine(a).tangentArcPoint((r, r)).vLine(u)
bar = cq.Workplane("XZ", origin=(0, t, z)).circle(b / 2).sweep(path)
fixture = plate.cut(screws).union(bar)
)",
            .functions = R"(def rod(plane, start, length):
    return cq.Workplane(plane, origin=start).circle(b / 2).extrude(length)


def screw_hole(x):
    return cq.Workplane("XZ").center(x, h - e).circle(d / 2).extrude(-t)


def bend():
    section = cq.Workplane("XZ", origin=(0, t + a, z)).circle(b / 2)
    return section.revolve(90, (0, r), (1, r))


plate = cq.Workplane("XZ").center(0, h / 2).rect(w, h).extrude(-t)
plate = plate.cut(screw_hole(-p / 2)).cut(screw_hole(p / 2))
# straight, bent, straight again
bar = rod("XZ", (0, t, z), -a).union(bend())
result = plate.union(bar.union(rod("XY", (0, t + a + r, z + r), u)))
)",
            .fluent =
                R"(path = cq.Workplane("YZ").moveTo(t, z).hLine(a).tangentArcPoint((r, r)).vLine(u)
fixture = (
    cq.Workplane("XY")
    .box(w, t, h, centered=(True, False, False))
    # the screw holes
    .faces(">Y")
    .workplane(origin=(0, t, h - e))
    .pushPoints([(-p / 2, 0), (p / 2, 0)])
    .hole(d)
    # the bar
    .faces(">Y")
    .workplane(origin=(0, t, z))
    .circle(b / 2)
    .sweep(path)
)
)",
            .sketch = R"(# the plate's outline with its holes
outline = cq.Sketch().rect(w, h)
outline = outline.push([(-p / 2, h / 2 - e), (p / 2, h / 2 - e)]).circle(d / 2, mode="s")
plate = cq.Workplane("XZ", origin=(0, 0, h / 2)).placeSketch(outline).extrude(-t)
# the bar's section along its centre line
section = cq.Sketch().circle(b / 2)
path = cq.Workplane("YZ").moveTo(t, z).hLine(a).tangentArcPoint((r, r)).vLine(u)
fixture = plate.union(cq.Workplane("XZ", origin=(0, t, z)).placeSketch(section).sweep(path))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
