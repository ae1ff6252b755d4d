// Reducer ducts: a tapering rectangular tube on a flange with four holes.
#include <algorithm>
#include <array>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

bool fits(const Parameters& p) {
  const int a = p.at("a"), b = p.at("b"), c = p.at("c"), e = p.at("e"), h = p.at("h"),
            w = p.at("w");
  const auto tapers = [&](int below, int above) { return std::abs(below - above) <= h; };
  return w >= 2 && std::min({a, b, c, e}) >= 2 * w + 8 && h >= 15 && tapers(a, c) && tapers(b, e) &&
         c <= a + 2 * p.at("f") && e <= b + 2 * p.at("f") && p.at("t") >= 3 && p.at("d") >= 3 &&
         p.at("f") >= p.at("d") + 4;
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["a"] = d.integer(30, 120);
    p["b"] = d.integer(30, 100);
    p["c"] = d.integer(20, 100);
    p["e"] = d.integer(20, 80);
    p["h"] = d.integer(30, 140);
    p["w"] = d.integer(2, 6);
    p["d"] = d.integer(3, 8);
    p["f"] = p["d"] + d.integer(5, 12);
    p["t"] = d.integer(3, 10);
  } while (!fits(p) || std::abs(p["a"] - p["c"]) < 8);
  return p;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double a = p.at("a"), b = p.at("b"), c = p.at("c"), e = p.at("e"), h = p.at("h"),
               w = p.at("w"), f = p.at("f"), t = p.at("t"), d = p.at("d"), pi = std::numbers::pi;
  spec.extents = {extent("flange in X", Axis::kX, a + 2 * f),
                  extent("flange in Y", Axis::kY, b + 2 * f), extent("height", Axis::kZ, t + h)};
  // Outer size of the tube at a share of its height.
  const auto size = [&](double share) -> std::array<double, 2> {
    return {a + share * (c - a), b + share * (e - b)};
  };
  const auto wall_area = [&](double share) {
    const auto [x, y] = size(share);
    return x * y - (x - 2 * w) * (y - 2 * w);
  };
  const double middle = t + h / 2;
  spec.walls = {thickness("walls in X", {-a - c - f, 1, middle}, {1, 0, 0}, {w, w}),
                thickness("walls in Y", {1, -b - e - f, middle}, {0, 1, 0}, {w, w}),
                thickness("flange", {-0.49 * a - f, 1, t + h + 1}, {0, 0, -1}, {t})};
  spec.slices = {slice("tube near the flange", Axis::kZ, t + 0.1 * h, 1, wall_area(0.1)),
                 slice("tube near its end", Axis::kZ, t + 0.9 * h, 1, wall_area(0.9)),
                 slice("flange", Axis::kZ, t / 2, 1,
                       (a + 2 * f) * (b + 2 * f) - (a - 2 * w) * (b - 2 * w) - pi * d * d)};
  std::vector<rewards::Vec3> inside, walls, outside;
  for (const double share : {0.15, 0.5, 0.95}) {
    const auto [x, y] = size(share);
    const double z = t + share * h;
    inside.push_back({0, 0, z});
    for (const double side : {-0.5, 0.5}) {
      walls.push_back({side * (x - w), 0, z});
      walls.push_back({0, side * (y - w), z});
      inside.push_back({side * (x - 2 * w - 2), side * (y - 2 * w - 2), z});
      outside.push_back({side * (x + 2), 0, z});
      outside.push_back({0, side * (y + 2), z});
    }
  }
  spec.probes = {probes("walls of the tube", walls, true), probes("clear inside", inside, false),
                 probes("clear outside of the tube", outside, false),
                 probe("open through the flange", {0, 0, t / 2}, false)};
  for (const double sx : {-0.5, 0.5}) {
    for (const double sy : {-0.5, 0.5}) {
      spec.holes.push_back(
          hole(std::string(sx < 0 ? "low-X " : "high-X ") + (sy < 0 ? "low-Y hole" : "high-Y hole"),
               d, Axis::kZ, {sx * (a + f), sy * (b + f), 0}, t, true));
    }
  }
  spec.genus = 5;
  // The section grows as a square of the height: Simpson's rule is exact.
  spec.volume =
      h / 6 * (wall_area(0) + 4 * wall_area(0.5) + wall_area(1)) + t * spec.slices[2].area->low;
}

}  // namespace

const Family kDuct = {
    .name = "duct",
    .level = 4,
    .dimensions = {{"a", "lower_x", "outer size of the tube's lower end in X"},
                   {"b", "lower_y", "outer size of the tube's lower end in Y"},
                   {"c", "upper_x", "outer size of the tube's upper end in X"},
                   {"e", "upper_y", "outer size of the tube's upper end in Y"},
                   {"h", "tube_height", "height of the tube above the flange"},
                   {"w", "wall_thickness", "thickness of the walls, measured horizontally"},
                   {"f", "flange_width", "width of the flange beyond the tube's lower end"},
                   {"t", "flange_thickness", "thickness of the flange"},
                   {"d", "hole_diameter", "diameter of the holes in the flange"}},
    .part = "reducer duct, a tapering rectangular tube on a flange with four holes",
    .drawing =
        "A reducer duct standing along Z. At the bottom lies a rectangular flange {t} mm thick; on "
        "it stands a rectangular tube {h} mm high that changes straight from {a} x {b} mm outside "
        "(X x Y) at the flange to {c} x {e} mm at its upper end, all sections centred on one axis. "
        "The walls are {w} mm thick, measured horizontally; the tube is open at the top and right "
        "through the flange. The flange reaches {f} mm beyond the tube's lower end on all four "
        "sides and has four through holes of diameter {d} mm, one at each corner, in the middle of "
        "the overhang in both directions.",
    .layout =
        "The flange lies flat, the tube stands on it and changes straight from its lower to its "
        "upper size, all sections centred on one axis; it is open at the top and right through the "
        "flange. The flange reaches equally far on all four sides; its holes are at the corners, "
        "in the middle of the overhang in both directions.",
    .programs =
        {
            .flat = R"(# outside and inside of the tube
outer = cq.Workplane("XY").workplane(offset=t).rect(a, b).workplane(offset=h).rect(c, e).loft(ruled=True)
inner = cq.Workplane("XY").workplane(offset=t).rect(a - 2 * w, b - 2 * w)
inner = inner.workplane(offset=h).rect(c - 2 * w, e - 2 * w).loft(ruled=True)
# the flange with its opening and its holes
flange = cq.Workplane("XY").rect(a + 2 * f, b + 2 * f).rect(a - 2 * w, b - 2 * w).extrude(t)
holes = cq.Workplane("XY").rarray(a + f, b + f, 2, 2).circle(d / 2).extrude(t)
fixture = flange.union(outer.cut(inner)).cut(holes)
)",
            .functions = R"(def wedge(plane, below, above, depth):
    sides = [(-below / 2, t), (below / 2, t), (above / 2, t + h), (-above / 2, t + h)]
    return cq.Workplane(plane).polyline(sides).close().extrude(depth, both=True)


def funnel(shrink):
    x = wedge("XZ", a - shrink, c - shrink, b + e)
    return x.intersect(wedge("YZ", b - shrink, e - shrink, a + c))


def block(x, y):
    return cq.Workplane("XY").box(x, y, t, centered=(True, True, False))


# a frustum is what two wedges have in common
tube = funnel(0).cut(funnel(2 * w))
flange = block(a + 2 * f, b + 2 * f).cut(block(a - 2 * w, b - 2 * w))
for x in (-1, 1):
    for y in (-1, 1):
        hole = cq.Workplane("XY").center(x * (a + f) / 2, y * (b + f) / 2).circle(d / 2)
        flange = flange.cut(hole.extrude(t))
result = flange.union(tube)
)",
            .fluent = R"(fixture = (
    cq.Workplane("XY")
    .box(a + 2 * f, b + 2 * f, t, centered=(True, True, False))
    .faces(">Z")
    .workplane()
    .rarray(a + f, b + f, 2, 2)
    .hole(d)
    # the tube, first solid, then opened
    .faces(">Z")
    .workplane(origin=(0, 0, t))
    .rect(a, b)
    .workplane(offset=h)
    .rect(c, e)
    .loft(ruled=True, combine=True)
    .cut(
        cq.Workplane("XY", origin=(0, 0, t))
        .rect(a - 2 * w, b - 2 * w)
        .workplane(offset=h)
        .rect(c - 2 * w, e - 2 * w)
        .loft(ruled=True)
    )
    .cut(cq.Workplane("XY").rect(a - 2 * w, b - 2 * w).extrude(t))
)
)",
            .sketch = R"(# the sections, outside and inside
lower, upper = cq.Sketch().rect(a, b), cq.Sketch().rect(c, e)
lower_mouth, upper_mouth = cq.Sketch().rect(a - 2 * w, b - 2 * w), cq.Sketch().rect(c - 2 * w, e - 2 * w)
high = cq.Location((0, 0, h))
outer = cq.Workplane("XY", origin=(0, 0, t)).placeSketch(lower, upper.moved(high)).loft(ruled=True)
inner = cq.Workplane("XY", origin=(0, 0, t)).placeSketch(lower_mouth, upper_mouth.moved(high)).loft(ruled=True)
# the flange
plate = cq.Sketch().rect(a + 2 * f, b + 2 * f).rect(a - 2 * w, b - 2 * w, mode="s")
plate = plate.rarray(a + f, b + f, 2, 2).circle(d / 2, mode="s")
fixture = cq.Workplane("XY").placeSketch(plate).extrude(t).union(outer.cut(inner))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
