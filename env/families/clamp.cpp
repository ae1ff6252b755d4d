// Split clamps: a block with a bore, slit open at the top, on a base with two mounting holes.
#include <algorithm>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

bool fits(const Parameters& p) {
  const int b = p.at("b"), l = p.at("l"), t = p.at("t"), w = p.at("w"), h = p.at("h"),
            d = p.at("d"), c = p.at("c"), g = p.at("g"), s = p.at("s"), k = p.at("k"),
            m = p.at("m"), pitch = p.at("p");
  return t >= 3 && d >= 8 && g >= 1 && 2 * g <= d && w >= d + 8 && 2 * c >= d + 2 * t + 2 &&
         s >= 3 && l >= s + 6 && l >= 2 * m && 2 * k >= 2 * c + d + s + 4 &&
         2 * h >= 2 * k + s + 6 && m >= 3 && pitch >= w + m + 4 && b >= pitch + 2 * m;
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["d"] = d.integer(10, 60);
    p["w"] = p["d"] + d.integer(8, 24);
    p["t"] = d.integer(4, 12);
    p["c"] = p["d"] / 2 + p["t"] + d.integer(2, 15);
    p["g"] = d.integer(2, 6);
    p["s"] = d.integer(3, 10);
    p["k"] = p["c"] + p["d"] / 2 + p["s"] / 2 + d.integer(3, 9);
    p["h"] = p["k"] + p["s"] / 2 + d.integer(4, 9);
    p["m"] = d.integer(4, 10);
    p["l"] = std::max(p["s"] + 6, 2 * p["m"]) + d.integer(0, 30);
    p["p"] = p["w"] + p["m"] + d.integer(4, 16);
    p["b"] = p["p"] + 2 * p["m"] + d.integer(0, 12);
  } while (!fits(p));
  return p;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double b = p.at("b"), l = p.at("l"), t = p.at("t"), w = p.at("w"), h = p.at("h"),
               d = p.at("d"), c = p.at("c"), g = p.at("g"), s = p.at("s"), k = p.at("k"),
               m = p.at("m"), pi = std::numbers::pi;
  spec.extents = {extent("base length", Axis::kX, b), extent("clamp length", Axis::kY, l),
                  extent("height", Axis::kZ, h)};
  const double y = 0.46 * l, ear = (w - g) / 2;  // clear of screw and mounting holes
  spec.walls = {
      thickness("ears beside the slit", {-b, y, (c + d / 2 + h) / 2}, {1, 0, 0}, {ear, ear}),
      thickness("walls beside the bore", {-b, y, c}, {1, 0, 0}, {(w - d) / 2, (w - d) / 2}),
      thickness("base", {w / 4 + b / 4, y, h + 1}, {0, 0, -1}, {t}),
      thickness("under the bore", {0.02 * g, y, h + 1}, {0, 0, -1}, {c - d / 2})};
  spec.walls[1].tolerance = spec.walls[3].tolerance = {0.03, 0.15};  // a bore on a mesh
  const double slit = g * (h - c) - half_disc_strip(d / 2, g);
  const double profile = b * t + w * (h - t) - pi / 4 * d * d - slit;
  spec.slices = {slice("profile", Axis::kY, y, 1, profile),
                 slice("ears", Axis::kZ, h - 1, 2, (w - g) * l)};
  spec.probes = {probe("bore", {0, 0, c}, false), probe("slit", {0, 0, h - 0.5}, false),
                 probes("ears", {{-w / 2 + 1, y, h - 1}, {w / 2 - 1, y, h - 1}}, true),
                 probes("base", {{-0.48 * b, y, t / 2}, {0.48 * b, y, t / 2}}, true),
                 probes("above the base", {{-w / 2 - 1, y, t + 1}, {w / 2 + 1, y, t + 1}}, false)};
  for (const double side : {-0.5, 0.5}) {
    spec.holes.push_back(hole(side < 0 ? "left mounting hole" : "right mounting hole", m, Axis::kZ,
                              {side * p.at("p"), 0, t / 2}, t, true));
    spec.holes.push_back(
        hole(side < 0 ? "screw hole in the left ear" : "screw hole in the right ear", s, Axis::kX,
             {side * (w + g) / 2, 0, k}, ear, true));
  }
  spec.faces = {round_face("bore", d, true)};
  spec.genus = 4;
  spec.volume = profile * l - pi / 4 * s * s * (w - g) - pi / 2 * m * m * t;
}

}  // namespace

const Family kClamp = {
    .name = "clamp",
    .level = 3,
    .dimensions = {{"b", "base_length", "length of the base in X"},
                   {"l", "clamp_length", "length of base and block in Y, along the bore"},
                   {"t", "base_thickness", "thickness of the base"},
                   {"w", "block_width", "width of the block in X"},
                   {"h", "total_height", "total height"},
                   {"d", "bore_diameter", "diameter of the bore"},
                   {"c", "bore_height", "height of the bore's axis above the ground"},
                   {"g", "slit_width", "width of the slit"},
                   {"s", "screw_diameter", "diameter of the screw hole"},
                   {"k", "screw_height", "height of the screw hole's axis above the ground"},
                   {"m", "mount_diameter", "diameter of the mounting holes"},
                   {"p", "mount_spacing", "distance between the mounting holes' centres"}},
    .part = "split clamp with a bore, a slit above it and two mounting holes in its base",
    .drawing =
        "A split clamp for a round bar. A flat base {b} mm long (X), {l} mm deep (Y) and {t} mm "
        "thick carries a block in its middle, {w} mm wide (X) and as deep as the base, up to a "
        "total height of {h} mm. A bore of diameter {d} mm runs through the block along Y, its "
        "axis {c} mm above the ground. A slit {g} mm wide opens the bore to the top over the whole "
        "depth. A screw hole of diameter {s} mm runs through both ears along X, {k} mm above the "
        "ground and in the middle of the depth. Two mounting holes of diameter {m} mm go through "
        "the base, {p} mm apart in X, one on either side of the block.",
    .layout =
        "The base lies flat, the block stands in its middle. The bore runs along Y through the "
        "middle of the block, the slit opens it upwards. The screw hole runs along X through both "
        "ears and the mounting holes go through the base on either side of the block, all in the "
        "middle of the depth.",
    .programs =
        {
            .flat = R"(# base and block
base = cq.Workplane("XY").box(b, l, t, centered=(True, True, False))
block = cq.Workplane("XY").box(w, l, h, centered=(True, True, False))
# what is taken away
bore = cq.Workplane("XZ").center(0, c).circle(d / 2).extrude(l / 2, both=True)
slit = cq.Workplane("XY").workplane(offset=c).rect(g, l).extrude(h - c)
screw = cq.Workplane("YZ").center(0, k).circle(s / 2).extrude(w / 2, both=True)
mounts = cq.Workplane("XY").pushPoints([(-p / 2, 0), (p / 2, 0)]).circle(m / 2).extrude(t)
fixture = base.union(block).cut(bore).cut(slit).cut(screw).cut(mounts)
)",
            .functions = R"(def rod(plane, diameter, u, v, length):
    return cq.Workplane(plane).center(u, v).circle(diameter / 2).extrude(length, both=True)


def half_outline(side):
    return [(side * x, y) for x, y in [(b / 2, 0), (b / 2, t), (w / 2, t), (w / 2, h), (g / 2, h), (g / 2, c)]]


# the profile with its slit, then its depth
outline = half_outline(1) + half_outline(-1)[::-1]
result = cq.Workplane("XZ").polyline(outline).close().extrude(l / 2, both=True)
result = result.cut(rod("XZ", d, 0, c, l)).cut(rod("YZ", s, 0, k, b))
for side in (-1, 1):
    result = result.cut(rod("XY", m, side * p / 2, 0, t))
)",
            .fluent = R"(fixture = (
    cq.Workplane("XY")
    .box(b, l, t, centered=(True, True, False))
    # the mounting holes, then the block between them
    .faces(">Z")
    .workplane()
    .pushPoints([(-p / 2, 0), (p / 2, 0)])
    .hole(m)
    .union(cq.Workplane("XY").box(w, l, h, centered=(True, True, False)))
    # bore and slit
    .faces("<Y")
    .workplane(origin=(0, 0, c))
    .hole(d)
    .faces(">Z")
    .workplane(origin=(0, 0, h))
    .rect(g, l)
    .cutBlind(c - h)
    # the screw
    .faces(">X")
    .workplane(origin=(0, 0, k))
    .hole(s)
)
)",
            .sketch = R"(# the profile along the bore
profile = cq.Sketch().push([(0, t / 2)]).rect(b, t).reset().push([(0, h / 2)]).rect(w, h)
profile = profile.reset().push([(0, c)]).circle(d / 2, mode="s")
profile = profile.reset().push([(0, (c + h) / 2)]).rect(g, h - c, mode="s")
body = cq.Workplane("XZ").placeSketch(profile).extrude(l / 2, both=True)
# the holes for screws
mounts = cq.Sketch().push([(-p / 2, 0), (p / 2, 0)]).circle(m / 2)
body = body.cut(cq.Workplane("XY").placeSketch(mounts).extrude(t))
screw = cq.Sketch().circle(s / 2)
fixture = body.cut(cq.Workplane("YZ", origin=(0, 0, k)).placeSketch(screw).extrude(w / 2, both=True))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
