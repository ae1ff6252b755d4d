// Heatsinks: straight fins on a base with four holes.
#include <algorithm>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

int width_of(const Parameters& p) { return (p.at("n") - 1) * p.at("s") + p.at("f"); }

bool fits(const Parameters& p) {
  const int d = p.at("d"), k = p.at("k");
  return p.at("n") >= 3 && p.at("f") >= 1 && p.at("s") >= p.at("f") + 2 && p.at("b") >= 2 &&
         p.at("h") >= p.at("b") + 6 && p.at("l") >= 10 && d >= 3 && p.at("e") >= 2 * d && k >= d &&
         width_of(p) >= 2 * k + 2 * d;
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["n"] = d.integer(4, 14);
    p["f"] = d.integer(2, 5);
    p["s"] = p["f"] + d.integer(2, 8);
    p["l"] = d.integer(20, 90);
    p["b"] = d.integer(3, 9);
    p["h"] = p["b"] + d.integer(8, 40);
    p["d"] = d.integer(3, 6);
    p["e"] = 2 * p["d"] + d.integer(0, 8);
    p["k"] = p["d"] + d.integer(1, 10);
  } while (!fits(p));
  return p;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double f = p.at("f"), s = p.at("s"), l = p.at("l"), e = p.at("e"), b = p.at("b"),
               h = p.at("h"), d = p.at("d"), w = width_of(p), pi = std::numbers::pi;
  const int n = p.at("n");
  spec.extents = {extent("width", Axis::kX, w), extent("length", Axis::kY, l + 2 * e),
                  extent("height", Axis::kZ, h)};
  std::vector<rewards::Vec3> fins, gaps;
  for (int i = 0; i < n; ++i) {
    const double x = (i - (n - 1) / 2.0) * s;
    fins.push_back({x, 0.48 * l, h - 0.5});
    fins.push_back({x, -0.48 * l, h - 0.5});
    if (i > 0) gaps.push_back({x - s / 2, 0, b + 0.5});
  }
  spec.walls = {
      thickness("fins", {-w, 0.1 * l, (b + h) / 2}, {1, 0, 0},
                std::vector<rewards::Range>(static_cast<std::size_t>(n), f)),
      thickness("base between the fins", {gaps[0][0], 0.1 * l, h + 1}, {0, 0, -1}, {b}),
      thickness("fin along its length", {fins[0][0], -l - 2 * e, (b + h) / 2}, {0, 1, 0}, {l})};
  const double base = w * (l + 2 * e) - pi * d * d;
  spec.slices = {slice("fins", Axis::kZ, (b + h) / 2, n, n * f * l),
                 slice("base", Axis::kZ, b / 2, 1, base)};
  spec.probes = {
      probes("fins", fins, true), probes("gaps between the fins", gaps, false),
      probes("clear ends of the base", {{0, (l + e) / 2, b + 1}, {0, -(l + e) / 2, b + 1}}, false)};
  for (const double sx : {-1.0, 1.0}) {
    for (const double sy : {-1.0, 1.0}) {
      spec.holes.push_back(
          hole(std::string(sx < 0 ? "low-X " : "high-X ") + (sy < 0 ? "low-Y hole" : "high-Y hole"),
               d, Axis::kZ, {sx * (w / 2 - p.at("k")), sy * (l + e) / 2, 0}, b, true));
    }
  }
  spec.genus = 4;
  spec.volume = base * b + n * f * l * (h - b);
}

}  // namespace

const Family kHeatsink = {
    .name = "heatsink",
    .level = 2,
    .held_out = true,
    .dimensions = {{"n", "fin_count", "number of fins", true},
                   {"f", "fin_thickness", "thickness of the fins"},
                   {"s", "fin_pitch", "distance from fin to fin, centre to centre"},
                   {"l", "fin_length", "length of the fins in Y"},
                   {"b", "base_thickness", "thickness of the base"},
                   {"h", "total_height", "total height"},
                   {"e", "overhang", "length of the base beyond the fins at either end"},
                   {"d", "hole_diameter", "diameter of the holes"},
                   {"k", "hole_inset",
                    "distance of the holes' centres from the base's sides in X"}},
    .part = "heatsink with straight fins on a flat base with four through holes",
    .drawing =
        "A heatsink of {n} straight fins on a flat base {b} mm thick, {h} mm high in all. The fins "
        "stand side by side along X, {s} mm from centre to centre; each is {f} mm thick (X) and "
        "{l} "
        "mm long (Y). The base is just as wide in X as the row of fins and reaches {e} mm beyond "
        "them at either end in Y. Near its corners are four through holes of diameter {d} mm, {k} "
        "mm in from its sides in X and in the middle of the overhang in Y.",
    .layout =
        "The base lies flat and is just as wide as the row of fins, which stands on it side by "
        "side "
        "along X, centred. The four holes go through the base near its corners, in the middle of "
        "the overhang in Y.",
    .programs =
        {
            .flat = R"(width = (n - 1) * s + f
base = cq.Workplane("XY").box(width, l + 2 * e, b, centered=(True, True, False))
fins = cq.Workplane("XY").rarray(s, 1, n, 1).rect(f, l).extrude(h)
# a hole near each corner
holes = cq.Workplane("XY").rarray(width - 2 * k, l + e, 2, 2).circle(d / 2).extrude(b)
fixture = base.union(fins).cut(holes)
)",
            .functions = R"(def comb():
    points = [(0, 0)]
    for i in range(n):
        points += [(i * s, b), (i * s, h), (i * s + f, h), (i * s + f, b)]
    points[1:2] = []
    return points[:-1] + [((n - 1) * s + f, 0)]


def end_plate(y):
    plate = cq.Workplane("XY").center(width / 2, y).rect(width, e).extrude(b)
    return plate.faces(">Z").workplane().rarray(width - 2 * k, 1, 2, 1).hole(d)


width = (n - 1) * s + f
# the profile of the fins, between two drilled ends
body = cq.Workplane("XZ").polyline(comb()).close().extrude(-l)
result = body.union(end_plate(-e / 2)).union(end_plate(l + e / 2))
)",
            .fluent = R"(width = (n - 1) * s + f
fixture = (
    cq.Workplane("XY")
    .rect(width, l + 2 * e)
    .extrude(b)
    # the holes
    .faces(">Z")
    .workplane()
    .rarray(width - 2 * k, l + e, 2, 2)
    .hole(d)
    # the fins
    .faces(">Z")
    .workplane()
    .rarray(s, 1, n, 1)
    .rect(f, l)
    .extrude(h - b)
)
)",
            .sketch = R"(width = (n - 1) * s + f
# the base with its holes
base = cq.Sketch().rect(width, l + 2 * e)
base = base.rarray(width - 2 * k, l + e, 2, 2).circle(d / 2, mode="s")
# the fins on it
fins = cq.Sketch().rarray(s, 1, n, 1).rect(f, l)
body = cq.Workplane("XY").placeSketch(base).extrude(b)
fixture = body.union(cq.Workplane("XY").placeSketch(fins).extrude(h))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
