// Stepped shafts with a bore, standing on their largest step.
#include <fmt/format.h>

#include <algorithm>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

Parameters draw(Draw& d) {
  Parameters p;
  p["d3"] = d.integer(12, 30);
  p["d2"] = p["d3"] + d.integer(4, 20);
  p["d1"] = p["d2"] + d.integer(4, 20);
  for (const char* length : {"l1", "l2", "l3"}) p[length] = d.integer(8, 50);
  p["bore"] = d.integer(4, p["d3"] - 4);
  return p;
}

bool fits(const Parameters& p) {
  return p.at("d1") >= p.at("d2") + 4 && p.at("d2") >= p.at("d3") + 4 &&
         p.at("d3") >= p.at("bore") + 4 && p.at("bore") >= 3 &&
         std::min({p.at("l1"), p.at("l2"), p.at("l3")}) >= 4;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double total = p.at("l1") + p.at("l2") + p.at("l3"), bore = p.at("bore");
  const double d1 = p.at("d1");
  spec.extents = {extent("diameter in X", Axis::kX, d1), extent("diameter in Y", Axis::kY, d1),
                  extent("length", Axis::kZ, total)};
  const auto ring = [&](double d) { return std::numbers::pi / 4 * (d * d - bore * bore); };
  double from = 0, volume = 0;
  for (int i = 1; i <= 3; ++i) {
    const double length = p.at(fmt::format("l{}", i)), d = p.at(fmt::format("d{}", i));
    spec.slices.push_back(
        slice(fmt::format("step {}", i), Axis::kZ, from + 0.9 * length, 1, ring(d)));
    from += length;
    volume += ring(d) * length;
  }
  spec.holes = {hole("bore", bore, Axis::kZ, {0, 0, 0}, total, true)};
  spec.volume = volume;
}

}  // namespace

const Family kShaft = {
    .name = "shaft",
    .level = 2,
    .dimensions = {{"d1", "lower_diameter", "diameter of the lowest step"},
                   {"l1", "lower_length", "length of the lowest step"},
                   {"d2", "middle_diameter", "diameter of the middle step"},
                   {"l2", "middle_length", "length of the middle step"},
                   {"d3", "upper_diameter", "diameter of the highest step"},
                   {"l3", "upper_length", "length of the highest step"},
                   {"bore", "bore_diameter", "diameter of the bore"}},
    .part = "turned shaft with three steps and a through bore",
    .drawing =
        "A turned shaft standing along Z with three steps from the bottom up: diameter {d1} mm "
        "over {l1} mm, diameter {d2} mm over {l2} mm, diameter {d3} mm over {l3} mm. A bore of "
        "diameter {bore} mm runs right through.",
    .layout =
        "The shaft stands along Z, its steps one on the other and coaxial. The bore runs right "
        "through.",
    .programs =
        {
            .flat = R"(# the steps, from the bottom up
shaft = cq.Workplane("XY").circle(d1 / 2).extrude(l1)
shaft = shaft.faces(">Z").workplane().circle(d2 / 2).extrude(l2)
shaft = shaft.faces(">Z").workplane().circle(d3 / 2).extrude(l3)
# the bore
fixture = shaft.faces(">Z").workplane().hole(bore)
)",
            .functions = R"(def step(diameter, bottom, length):
    ring = cq.Workplane("XY").workplane(offset=bottom).circle(diameter / 2).circle(bore / 2)
    return ring.extrude(length)


result = step(d1, 0, l1).union(step(d2, l1, l2)).union(step(d3, l1 + l2, l3))
)",
            .fluent = R"(fixture = (
    # half of the section
    cq.Workplane("XZ")
    .moveTo(bore / 2, 0)
    .lineTo(d1 / 2, 0)
    .vLine(l1)
    .lineTo(d2 / 2, l1)
    .vLine(l2)
    .lineTo(d3 / 2, l1 + l2)
    .vLine(l3)
    .lineTo(bore / 2, l1 + l2 + l3)
    .close()
    # turned about Z
    .revolve(360, (0, 0, 0), (0, 1, 0))
)
)",
            .sketch = R"(# a ring for each step
rings = [cq.Sketch().circle(each / 2).circle(bore / 2, mode="s") for each in (d1, d2, d3)]
shaft = cq.Workplane("XY").placeSketch(rings[0]).extrude(l1)
shaft = shaft.faces(">Z").workplane().placeSketch(rings[1]).extrude(l2)
fixture = shaft.faces(">Z").workplane().placeSketch(rings[2]).extrude(l3)
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
