// Pulleys: hub, web with holes, and a rim with a groove.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

bool fits(const Parameters& p) {
  const int d = p.at("d"), w = p.at("w"), g = p.at("g"), v = p.at("v"), r = p.at("r"),
            b = p.at("b"), bore = p.at("bore"), e = p.at("e"), n = p.at("n"), h = p.at("h");
  return bore >= 4 && b >= bore + 6 && h >= 4 && r >= b + 2 * h + 6 && g >= 2 &&
         d >= r + 2 * g + 6 && v >= 3 && w >= v + 4 && e >= 2 && w >= e + 4 && n >= 3 &&
         n * (h + 3) <= std::numbers::pi / 2 * (r + b);
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["bore"] = d.integer(5, 16);
    p["b"] = p["bore"] + d.integer(6, 16);
    p["h"] = d.integer(4, 14);
    p["r"] = p["b"] + 2 * p["h"] + d.integer(6, 24);
    p["g"] = d.integer(2, 8);
    p["d"] = p["r"] + 2 * p["g"] + d.integer(6, 16);
    p["v"] = d.integer(4, 14);
    p["w"] = p["v"] + d.integer(4, 12);
    p["e"] = d.integer(3, 8);
    p["n"] = d.integer(3, 8);
  } while (!fits(p));
  return p;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double d = p.at("d"), w = p.at("w"), g = p.at("g"), v = p.at("v"), r = p.at("r"),
               b = p.at("b"), bore = p.at("bore"), e = p.at("e"), h = p.at("h"),
               pi = std::numbers::pi;
  const int n = p.at("n");
  spec.extents = {extent("outer diameter in X", Axis::kX, d),
                  extent("outer diameter in Y", Axis::kY, d), extent("width", Axis::kZ, w)};
  const double web = (r + b) / 4;  // radius of the web's hole circle
  const auto at = [](double radius, double angle, double z) -> rewards::Vec3 {
    return {radius * std::cos(angle), radius * std::sin(angle), z};
  };
  const double between = pi / n, side = (w - v) / 2;
  spec.walls = {thickness("web", at(web, between, w + 1), {0, 0, -1}, {e}),
                thickness("rim beside the groove", at(d / 2 - g / 2, 0.1, w + 1), {0, 0, -1},
                          {side + v / 8, side + v / 8})};
  spec.walls[1].tolerance = {0.03, 0.15};               // the groove is measured on a mesh
  const double ring = std::min((w - e) / 4, side / 2);  // above the web, beside the groove
  const double middle = d - 2 * g;
  spec.slices = {
      slice("hub and rim", Axis::kZ, w - ring, 2, pi / 4 * (b * b - bore * bore + d * d - r * r)),
      slice("web", Axis::kZ, w / 2, 1, pi / 4 * (middle * middle - bore * bore - n * h * h))};
  std::vector<rewards::Vec3> spokes, windows, groove;
  for (int i = 0; i < n; ++i) {
    spokes.push_back(at(web, (2 * i + 1) * between, w / 2));
    windows.push_back(at(web, 2 * i * between, w / 2));
    groove.push_back(at(d / 2 - g / 2, (2 * i + 0.5) * between, w / 2));
  }
  spec.probes = {
      probes("web between the holes", spokes, true), probes("holes in the web", windows, false),
      probes("groove", groove, false), probe("recess", at(web, between, w - 0.5), false),
      probes("rim", {at(d / 2 - 0.5, between, 0.5), at(d / 2 - 0.5, between, w - 0.5)}, true)};
  spec.holes = {hole("bore", bore, Axis::kZ, {0, 0, 0}, w, true)};
  spec.holes.front().weight = n;  // as much as all holes of the web
  for (int i = 0; i < n; ++i) {
    spec.holes.push_back(hole("web hole " + std::to_string(i + 1), h, Axis::kZ,
                              at(web, 2 * i * between, 0), e, true));
  }
  spec.no_other_holes = false;  // the recesses are round too
  spec.faces = {round_face("hub", b, false), round_face("inside of the rim", r, true)};
  rewards::SymmetryCheck periodic;
  periodic.name = "equal spacing";
  periodic.kind = rewards::SymmetryKind::kTurn;
  periodic.order = n;
  spec.symmetries = {periodic};
  spec.genus = 1 + n;
  // The groove's width grows from v / 2 at its floor to v at the rim: Simpson's rule is exact.
  const auto shell = [&](double radius, double width) { return 2 * pi * radius * width; };
  const double cut =
      g / 6 * (shell(d / 2 - g, v / 2) + 4 * shell(d / 2 - g / 2, 0.75 * v) + shell(d / 2, v));
  spec.volume =
      pi / 4 * ((d * d - bore * bore) * w - (r * r - b * b) * (w - e) - n * h * h * e) - cut;
}

}  // namespace

const Family kPulley = {
    .name = "pulley",
    .level = 3,
    .held_out = true,
    .dimensions = {{"d", "outer_diameter", "outer diameter"},
                   {"w", "pulley_width", "width along the axis"},
                   {"g", "groove_depth", "depth of the groove"},
                   {"v", "groove_width", "width of the groove at the rim"},
                   {"r", "rim_inner_diameter", "inner diameter of the rim"},
                   {"b", "hub_diameter", "diameter of the hub"},
                   {"bore", "bore_diameter", "diameter of the bore"},
                   {"e", "web_thickness", "thickness of the web"},
                   {"n", "hole_count", "number of holes in the web", true},
                   {"h", "hole_diameter", "diameter of the holes in the web"}},
    .part = "pulley with a hub, a thin web with round holes and a grooved rim",
    .drawing =
        "A pulley lying flat, its axis along Z: outer diameter {d} mm, {w} mm wide, with a through "
        "bore of diameter {bore} mm. The hub of diameter {b} mm and the rim of inner diameter {r} "
        "mm are as wide as the pulley; between them a web {e} mm thick lies half way up. {n} "
        "equally spaced holes of diameter {h} mm go through the web, half way between hub and rim, "
        "the first on the +X axis. A groove runs round the middle of the rim, {g} mm deep, {v} mm "
        "wide at the outside and half as wide at its floor, with straight flanks.",
    .layout =
        "The pulley lies flat. Hub and rim have its full width, the web lies half way up between "
        "them. The web's holes are equally spaced half way between hub and rim, the first on the "
        "+X axis. The groove runs round the middle of the rim; at its floor it is half as wide as "
        "at the rim, with straight flanks.",
    .programs =
        {
            .flat = R"(wheel = cq.Workplane("XY").circle(d / 2).extrude(w)
# both sides of the web, the groove and the holes are taken away
recess = cq.Workplane("XY").circle(r / 2).circle(b / 2).extrude((w - e) / 2)
flanks = [(d / 2, (w - v) / 2), (d / 2, (w + v) / 2), (d / 2 - g, w / 2 + v / 4), (d / 2 - g, w / 2 - v / 4)]
groove = cq.Workplane("XZ").polyline(flanks).close().revolve(360, (0, 0, 0), (0, 1, 0))
holes = cq.Workplane("XY").polarArray((r + b) / 4, 0, 360, n).circle(h / 2).extrude(w)
wheel = wheel.cut(recess).cut(recess.translate((0, 0, (w + e) / 2))).cut(groove).cut(holes)
fixture = wheel.faces(">Z").workplane(origin=(0, 0, w)).hole(bore)
)",
            .functions = R"(def half_section():
    lower = [(bore / 2, 0), (b / 2, 0), (b / 2, (w - e) / 2), (r / 2, (w - e) / 2), (r / 2, 0), (d / 2, 0)]
    flank = [(d / 2, (w - v) / 2), (d / 2 - g, w / 2 - v / 4)]
    return lower + flank + [(x, w - z) for x, z in (lower + flank)[::-1]]


def web_hole(i):
    angle = 2 * math.pi * i / n
    x, y = (r + b) / 4 * math.cos(angle), (r + b) / 4 * math.sin(angle)
    return cq.Workplane("XY").center(x, y).circle(h / 2).extrude(w)


# turned, then drilled
result = cq.Workplane("XZ").polyline(half_section()).close().revolve(360, (0, 0, 0), (0, 1, 0))
for i in range(n):
    result = result.cut(web_hole(i))
)",
            .fluent =
                R"(flanks = [(d / 2, (w - v) / 2), (d / 2, (w + v) / 2), (d / 2 - g, w / 2 + v / 4), (d / 2 - g, w / 2 - v / 4)]
fixture = (
    cq.Workplane("XY")
    .circle(d / 2)
    .circle(bore / 2)
    .extrude(w)
    # a recess on either side
    .faces(">Z")
    .workplane(origin=(0, 0, w))
    .circle(r / 2)
    .circle(b / 2)
    .cutBlind((e - w) / 2)
    .faces("<Z")
    .workplane(origin=(0, 0, 0))
    .circle(r / 2)
    .circle(b / 2)
    .cutBlind((e - w) / 2)
    # the holes in the web
    .faces(">Z")
    .workplane(origin=(0, 0, w))
    .polarArray((r + b) / 4, 0, 360, n)
    .circle(h / 2)
    .cutThruAll()
    .cut(cq.Workplane("XZ").polyline(flanks).close().revolve(360, (0, 0, 0), (0, 1, 0)))
)
)",
            .sketch = R"(# half of the section, turned about Z
section = cq.Sketch().push([((d + bore) / 4, w / 2)]).rect((d - bore) / 2, w).reset()
for z in ((w - e) / 4, w - (w - e) / 4):
    section = section.push([((r + b) / 4, z)]).rect((r - b) / 2, (w - e) / 2, mode="s").reset()
flanks = [(d / 2, (w - v) / 2), (d / 2, (w + v) / 2), (d / 2 - g, w / 2 + v / 4), (d / 2 - g, w / 2 - v / 4)]
section = section.polygon(flanks + flanks[:1], mode="s")
wheel = cq.Workplane("XZ").placeSketch(section).revolve(360, (0, 0, 0), (0, 1, 0))
# the holes in the web
holes = cq.Sketch().parray((r + b) / 4, 0, 360, n).circle(h / 2)
fixture = wheel.cut(cq.Workplane("XY").placeSketch(holes).extrude(w))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
