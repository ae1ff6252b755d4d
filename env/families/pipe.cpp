// Pipe tees and manifolds: a run with branches standing on it.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

bool fits(const Parameters& p) {
  const int d = p.at("d"), w = p.at("w"), l = p.at("l"), b = p.at("b"), h = p.at("h"),
            n = p.at("n"), s = p.at("s");
  return w >= 2 && b >= 2 * w + 6 && d >= b + 2 && 2 * h >= d + 12 && n >= 1 && n <= 5 &&
         (n == 1 ? s == 1 : s >= b + 4) && l >= (n - 1) * s + b + 8;
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["n"] = d.integer(1, 4);
    p["w"] = d.integer(2, 7);
    p["b"] = 2 * p["w"] + d.integer(6, 30);
    p["d"] = p["b"] + d.integer(3, 25);
    p["s"] = p["n"] == 1 ? 1 : p["b"] + d.integer(4, 30);
    p["l"] = (p["n"] - 1) * p["s"] + p["b"] + d.integer(10, 60);
    p["h"] = p["d"] / 2 + d.integer(8, 40);
  } while (!fits(p));
  return p;
}

/// Volume of a branch of radius r, from the axis of the run to h, outside of the run of radius R:
/// the run's share, an elliptic integral, by the trapezoidal rule over a period, which is exact.
double branch_outside(double r, double R, double h) {
  constexpr int kPoints = 256;
  double sum = 0;
  for (int i = 0; i < kPoints; ++i) {
    const double angle = 2 * std::numbers::pi * i / kPoints;
    const double y = r * std::sin(angle), half = r * std::cos(angle);
    sum += half * half * std::sqrt(R * R - y * y);
  }
  return std::numbers::pi * (r * r * h - 2 * sum / kPoints);
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double d = p.at("d"), w = p.at("w"), l = p.at("l"), b = p.at("b"), h = p.at("h"),
               s = p.at("s"), pi = std::numbers::pi;
  const int n = p.at("n");
  const double axis = d / 2, bore = d - 2 * w, port = b - 2 * w;
  spec.extents = {extent("length of the run", Axis::kX, l),
                  extent("outer diameter of the run", Axis::kY, d),
                  extent("height", Axis::kZ, d / 2 + h)};
  const auto ring = [&](double outer, double inner) {
    return pi / 4 * (outer * outer - inner * inner);
  };
  spec.slices = {slice("branches", Axis::kZ, axis + h - 1, n, n * ring(b, port)),
                 slice("run", Axis::kX, 0.5 * l - 1, 1, ring(d, bore))};
  spec.probes = {
      probes("run", {{-0.49 * l, 0, w / 2}, {0.49 * l, 0, w / 2}, {0, 0, w / 2}}, true),
      probes("bore of the run", {{-0.49 * l, 0, axis}, {0, 0, axis}, {0.49 * l, 0, axis}}, false)};
  std::vector<rewards::Vec3> ports, rims;
  for (int i = 0; i < n; ++i) {
    const double x = (i - (n - 1) / 2.0) * s;
    ports.push_back({x, 0, axis + h - 1});
    ports.push_back({x, 0, d - w / 2});
    for (const double side : {-0.5, 0.5}) rims.push_back({x, side * (b - w), axis + h - 1});
    spec.holes.push_back(hole("branch bore " + std::to_string(i + 1), port, Axis::kZ, {x, 0, 0},
                              h - bore / 2, true));
    spec.walls.push_back(thickness("wall opposite branch " + std::to_string(i + 1),
                                   {x + 0.03 * port, 0.03 * port, axis + h + 1}, {0, 0, -1}, {w}));
    spec.walls.back().tolerance = {0.10, 0.30};  // two radii on a mesh
  }
  spec.probes.push_back(probes("branches open into the run", ports, false));
  spec.probes.push_back(probes("walls of the branches", rims, true));
  spec.holes.push_back(hole("bore of the run", bore, Axis::kX, {0, 0, axis}, l, true));
  spec.genus = n + 1;
  spec.volume = ring(d, bore) * l +
                n * (branch_outside(b / 2, d / 2, h) - branch_outside(port / 2, bore / 2, h));
}

}  // namespace

const Family kPipe = {
    .name = "pipe",
    .level = 4,
    .held_out = true,
    .dimensions = {{"d", "run_diameter", "outer diameter of the run"},
                   {"w", "wall_thickness", "thickness of all walls"},
                   {"l", "run_length", "length of the run"},
                   {"b", "branch_diameter", "outer diameter of the branches"},
                   {"h", "branch_height", "height of the branches' ends above the run's axis"},
                   {"n", "branch_count", "number of branches", true},
                   {"s", "branch_spacing", "distance between the branches' axes"}},
    .part = "pipe manifold with branches standing on a straight run",
    .drawing =
        "A pipe manifold. The run lies along X: outer diameter {d} mm, {l} mm long, open at both "
        "ends. On it stand {n} equal branches along +Z, outer diameter {b} mm, their axes through "
        "the run's axis, {s} mm apart and centred on the run's length, their open ends {h} mm "
        "above the run's axis. All walls are {w} mm thick; the branches' bores open into the "
        "run's.",
    .layout =
        "The run lies along X, open at both ends. The branches stand on it along +Z, centred on "
        "its length, their axes through the run's axis; they are open at the top and into the run.",
    .programs =
        {
            .flat = R"(at = [((i - (n - 1) / 2) * s, 0) for i in range(n)]
# the outsides
run = cq.Workplane("YZ").circle(d / 2).extrude(l / 2, both=True)
branches = cq.Workplane("XY").pushPoints(at).circle(b / 2).extrude(h)
# the bores
run_bore = cq.Workplane("YZ").circle(d / 2 - w).extrude(l / 2, both=True)
ports = cq.Workplane("XY").pushPoints(at).circle(b / 2 - w).extrude(h)
fixture = run.union(branches).cut(run_bore).cut(ports)
)",
            .functions = R"(def rods(run_diameter, branch_diameter):
    solid = cq.Solid.makeCylinder(run_diameter / 2, l, cq.Vector(-l / 2, 0, 0), cq.Vector(1, 0, 0))
    body = cq.Workplane(obj=solid)
    for i in range(n):
        foot = cq.Vector((i - (n - 1) / 2) * s, 0, 0)
        body = body.union(cq.Workplane(obj=cq.Solid.makeCylinder(branch_diameter / 2, h, foot)))
    return body


# the outside, less the inside
result = rods(d, b).cut(rods(d - 2 * w, b - 2 * w))
)",
            .fluent = R"(at = [((i - (n - 1) / 2) * s, 0) for i in range(n)]
fixture = (
    cq.Workplane("YZ")
    .circle(d / 2)
    .extrude(l / 2, both=True)
    .union(cq.Workplane("XY").pushPoints(at).circle(b / 2).extrude(h))
    # the bore of the run, then those of the branches
    .faces(">X")
    .workplane(origin=(l / 2, 0, 0))
    .hole(d - 2 * w)
    .faces(">Z")
    .workplane(origin=(0, 0, h))
    .pushPoints(at)
    .hole(b - 2 * w, h)
)
)",
            .sketch = R"(at = [((i - (n - 1) / 2) * s, 0) for i in range(n)]
# both sections
run = cq.Sketch().circle(d / 2)
ports = cq.Sketch().push(at).circle(b / 2)
body = cq.Workplane("YZ").placeSketch(run).extrude(l / 2, both=True)
body = body.union(cq.Workplane("XY").placeSketch(ports).extrude(h))
# and both bores
bore = cq.Sketch().circle(d / 2 - w)
bores = cq.Sketch().push(at).circle(b / 2 - w)
body = body.cut(cq.Workplane("YZ").placeSketch(bore).extrude(l / 2, both=True))
fixture = body.cut(cq.Workplane("XY").placeSketch(bores).extrude(h))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
