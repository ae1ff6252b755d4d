// Spur gears with straight-flanked teeth, a bore and a keyway.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

bool fits(const Parameters& p) {
  const int n = p.at("n"), m = p.at("m"), d = p.at("d"), k = p.at("k"), j = p.at("j");
  // Between keyway and tooth roots there is a rim of a tooth's height at least.
  return n >= 8 && m >= 2 && p.at("t") >= 4 && d >= 6 && k >= 3 && 2 * k <= d && j >= 2 &&
         2 * j <= d && m * (n - 2) - m >= d + 2 * j + 4 * m;
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["n"] = d.integer(10, 28);
    p["m"] = d.integer(2, 6);
    p["t"] = d.integer(5, 25);
    p["d"] = d.integer(8, 40);
    p["k"] = d.integer(3, 12);
    p["j"] = d.integer(2, 6);
  } while (!fits(p));
  return p;
}

rewards::Vec3 around(double radius, double degrees, double z) {
  const double angle = degrees * std::numbers::pi / 180;
  return {radius * std::cos(angle), radius * std::sin(angle), z};
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const int n = p.at("n");
  const double m = p.at("m"), t = p.at("t"), d = p.at("d"), k = p.at("k"), j = p.at("j");
  const double root = m * (n - 2.5) / 2, tip = m * (n + 2) / 2, step = 360.0 / n;
  // The corners of the outline, four a tooth, and what they enclose.
  std::vector<rewards::Vec3> corners;
  for (int i = 0; i < n; ++i) {
    corners.push_back(around(root, step * (i - 0.25), 0));
    corners.push_back(around(tip, step * (i - 0.125), 0));
    corners.push_back(around(tip, step * (i + 0.125), 0));
    corners.push_back(around(root, step * (i + 0.25), 0));
  }
  double twice = 0;
  rewards::Vec3 low{}, high{};
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const auto &a = corners[i], &b = corners[(i + 1) % corners.size()];
    twice += a[0] * b[1] - a[1] * b[0];
    for (int axis = 0; axis < 2; ++axis) {
      low[axis] = std::min(low[axis], a[axis]);
      high[axis] = std::max(high[axis], a[axis]);
    }
  }
  const double keyway = k * (d / 2 + j) - half_disc_strip(d / 2, k);
  const double area = twice / 2 - std::numbers::pi / 4 * d * d - keyway;
  spec.extents = {extent("extent in X", Axis::kX, high[0] - low[0]),
                  extent("extent in Y", Axis::kY, high[1] - low[1]),
                  extent("face width", Axis::kZ, t)};
  // The anchor frame is centred on the box, which an odd number of teeth moves off the axis.
  const double x0 = -(low[0] + high[0]) / 2, y0 = -(low[1] + high[1]) / 2;
  const auto placed = [&](std::vector<rewards::Vec3> points) {
    for (auto& point : points) point = {point[0] + x0, point[1] + y0, point[2]};
    return points;
  };
  std::vector<rewards::Vec3> teeth, gaps;
  for (int i = 0; i < n; ++i) {
    teeth.push_back(around(tip - 0.4 * m, step * i, t / 2));
    gaps.push_back(around(root + 0.4 * m, step * (i + 0.5), t / 2));
  }
  spec.walls = {thickness("face width at the rim", placed({around(root - 0.7 * m, 7, t + 1)})[0],
                          {0, 0, -1}, {t})};
  spec.slices = {slice("section", Axis::kZ, t / 2, 1, area)};
  const double floor = d / 2 + j;
  spec.probes = {
      probes("teeth", placed(teeth), true), probes("gaps between the teeth", placed(gaps), false),
      probe("bore", placed({{0, 0, t / 2}})[0], false),
      probes("keyway",
             placed({{0.5 * k - 0.6, floor - 0.5, t / 2}, {-0.5 * k + 0.6, floor - 0.5, t / 2}}),
             false),
      probes("beside the keyway",
             placed({{0.5 * k + 0.6, floor - 0.5, t / 2},
                     {-0.5 * k - 0.6, floor - 0.5, t / 2},
                     {0, floor + 0.6, t / 2}}),
             true)};
  spec.probes[0].weight = spec.probes[1].weight = 2;
  spec.faces = {round_face("bore", d, true)};
  spec.genus = 1;
  spec.volume = area * t;
}

}  // namespace

const Family kGear = {
    .name = "gear",
    .level = 4,
    .dimensions = {{"n", "tooth_count", "number of teeth", true},
                   {"m", "gear_module", "module"},
                   {"t", "face_width", "face width"},
                   {"d", "bore_diameter", "diameter of the bore"},
                   {"k", "key_width", "width of the keyway"},
                   {"j", "key_depth", "depth of the keyway beyond the bore"}},
    .part = "spur gear with straight-flanked teeth, a bore and a keyway",
    .drawing =
        "A spur gear of {n} teeth, module {m} mm, lying flat, {t} mm thick. The root circle has a "
        "diameter of module x (teeth - 2.5), the tip circle of module x (teeth + 2). A tooth is a "
        "trapezoid: on the root circle half of the pitch angle wide, on the tip circle a quarter, "
        "with straight lines between these corners and from tooth to tooth; the first tooth is "
        "centred on the +X axis. A bore of diameter {d} mm runs through the middle. A keyway {k} "
        "mm wide opens it towards +Y, its flat bottom {j} mm beyond the bore.",
    .layout =
        "The gear lies flat. Root diameter is module x (teeth - 2.5), tip diameter module x (teeth "
        "+ 2). Each tooth is a trapezoid, half of the pitch angle wide at the root and a quarter "
        "at "
        "the tip, all lines straight; the first is centred on +X. The keyway opens the bore "
        "towards "
        "+Y.",
    .programs =
        {
            .flat = R"(# four corners a tooth, as radius and share of the pitch angle
root, tip = m * (n - 2.5) / 2, m * (n + 2) / 2
corners = [(root, -0.25), (tip, -0.125), (tip, 0.125), (root, 0.25)]
outline = []
for i in range(n):
    for radius, share in corners:
        angle = 2 * math.pi * (i + share) / n
        outline.append((radius * math.cos(angle), radius * math.sin(angle)))
blank = cq.Workplane("XY").polyline(outline).close().extrude(t)
# bore and keyway
bore = cq.Workplane("XY").circle(d / 2).extrude(t)
key = cq.Workplane("XY").center(0, (d / 2 + j) / 2).rect(k, d / 2 + j).extrude(t)
fixture = blank.cut(bore).cut(key)
)",
            .functions = R"(def corner(diameter, turn):
    angle = 2 * math.pi * turn / n
    return (diameter / 2 * math.cos(angle), diameter / 2 * math.sin(angle))


def tooth(i):
    root, tip = m * (n - 2.5), m * (n + 2)
    return [corner(root, i - 0.25), corner(tip, i - 0.125), corner(tip, i + 0.125), corner(root, i + 0.25)]


# the wheel without teeth, then all the teeth at once
feet = [foot for i in range(n) for foot in (tooth(i)[0], tooth(i)[3])]
wheel = cq.Workplane("XY").polyline(feet).close().circle(d / 2).extrude(t)
teeth = cq.Workplane("XY")
for i in range(n):
    teeth = teeth.polyline(tooth(i)).close()
wheel = wheel.union(teeth.extrude(t))
result = wheel.cut(cq.Workplane("XY").box(k, d / 2 + j, t, centered=(True, False, False)))
)",
            .fluent =
                R"(corners = [(m * (n - 2.5) / 2, -0.25), (m * (n + 2) / 2, -0.125), (m * (n + 2) / 2, 0.125), (m * (n - 2.5) / 2, 0.25)]
outline = [
    (radius * math.cos(2 * math.pi * (i + share) / n), radius * math.sin(2 * math.pi * (i + share) / n))
    for i in range(n)
    for radius, share in corners
]
fixture = (
    cq.Workplane("XY")
    .polyline(outline)
    .close()
    .extrude(t)
    .faces(">Z")
    .workplane(origin=(0, 0, t))
    .hole(d)
    # the keyway
    .faces(">Z")
    .workplane(origin=(0, (d / 2 + j) / 2, t))
    .rect(k, d / 2 + j)
    .cutThruAll()
)
)",
            .sketch = R"(# four corners a tooth
root, tip = m * (n - 2.5) / 2, m * (n + 2) / 2
outline = []
for i in range(n):
    for radius, share in [(root, -0.25), (tip, -0.125), (tip, 0.125), (root, 0.25)]:
        angle = 2 * math.pi * (i + share) / n
        outline.append((radius * math.cos(angle), radius * math.sin(angle)))
section = cq.Sketch().polygon(outline + outline[:1]).circle(d / 2, mode="s")
# the keyway
section = section.push([(0, (d / 2 + j) / 2)]).rect(k, d / 2 + j, mode="s")
fixture = cq.Workplane("XY").placeSketch(section).extrude(t)
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
