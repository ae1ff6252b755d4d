// Round flanges with a pilot bore and a bolt circle.
#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

Parameters draw(Draw& d) {
  Parameters p;
  p["d"] = d.integer(4, 10);
  p["bore"] = d.integer(10, 40);
  // Half a hole of material at least between bore, bolt holes and rim.
  p["pcd"] = p["bore"] + 2 * p["d"] + d.integer(0, 30);
  p["od"] = p["pcd"] + 2 * p["d"] + d.integer(0, 20);
  p["t"] = d.integer(4, 18);
  const double circumference = std::numbers::pi * p["pcd"];
  p["n"] = d.integer(3, std::min(8, static_cast<int>(circumference / (2 * p["d"]))));
  return p;
}

bool fits(const Parameters& p) {
  const int d = p.at("d"), pcd = p.at("pcd"), n = p.at("n");
  return d >= 3 && p.at("t") >= 2 && p.at("bore") >= 6 && pcd >= p.at("bore") + 2 * d &&
         p.at("od") >= pcd + 2 * d && n >= 3 && n * 2 * d <= std::numbers::pi * pcd;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double od = p.at("od"), t = p.at("t"), bore = p.at("bore"), d = p.at("d");
  const int n = p.at("n");
  spec.extents = {extent("outer diameter in X", Axis::kX, od),
                  extent("outer diameter in Y", Axis::kY, od), extent("thickness", Axis::kZ, t)};
  spec.holes = {hole("bore", bore, Axis::kZ, {0, 0, 0}, t, true)};
  for (int i = 0; i < n; ++i) {
    const double angle = 2 * std::numbers::pi * i / n, r = p.at("pcd") / 2.0;
    spec.holes.push_back(hole(fmt::format("bolt hole {}", i + 1), d, Axis::kZ,
                              {r * std::cos(angle), r * std::sin(angle), 0}, t, true));
  }
  spec.volume = std::numbers::pi / 4 * t * (od * od - bore * bore - n * d * d);
}

}  // namespace

const Family kFlange = {
    .name = "flange",
    .level = 2,
    .dimensions = {{"od", "outer_diameter", "outer diameter"},
                   {"t", "thickness", "thickness"},
                   {"bore", "bore_diameter", "diameter of the bore"},
                   {"n", "hole_count", "number of bolt holes", true},
                   {"pcd", "bolt_circle", "diameter of the bolt circle"},
                   {"d", "hole_diameter", "diameter of the bolt holes"}},
    .part = "round flange with a central bore and a bolt circle",
    .drawing =
        "A round flange of outer diameter {od} mm, {t} mm thick, lying flat, with a central "
        "through bore of diameter {bore} mm and {n} equally spaced through holes of diameter "
        "{d} mm on a bolt circle of diameter {pcd} mm, the first on the +X axis.",
    .layout =
        "The flange lies flat. All holes go right through; the bolt holes are equally spaced, "
        "the first on the +X axis.",
    .programs =
        {
            .flat = R"(# a ring
disc = cq.Workplane("XY").circle(od / 2).circle(bore / 2).extrude(t)
# the bolt circle
bolts = cq.Workplane("XY").polarArray(pcd / 2, 0, 360, n).circle(d / 2).extrude(t)
fixture = disc.cut(bolts)
)",
            .functions = R"(def disc(diameter, x=0, y=0):
    return cq.Workplane("XY").center(x, y).circle(diameter / 2).extrude(t)


result = disc(od).cut(disc(bore))
# one bolt hole after the other
for i in range(n):
    angle = 2 * math.pi * i / n
    result = result.cut(disc(d, pcd / 2 * math.cos(angle), pcd / 2 * math.sin(angle)))
)",
            .fluent = R"(fixture = (
    cq.Workplane("XY")
    .cylinder(t, od / 2)
    .faces(">Z")
    .workplane()
    .hole(bore)
    # the bolt circle
    .faces(">Z")
    .workplane()
    .polarArray(pcd / 2, 0, 360, n)
    .hole(d)
)
)",
            .sketch = R"(# the outline with all its holes, then its thickness
face = cq.Sketch().circle(od / 2).circle(bore / 2, mode="s")
face = face.parray(pcd / 2, 0, 360, n).circle(d / 2, mode="s")
fixture = cq.Workplane("XY").placeSketch(face).extrude(t)
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
