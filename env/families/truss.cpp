// Truss frames: two chords, posts and a diagonal in every bay.
#include <algorithm>
#include <cmath>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

/// One bay between the members' faces, and the two triangles that its diagonal leaves open.
struct Bay {
  double width, height;  ///< mm
  double across, up;     ///< the diagonal's thickness along X and along Z
  double base() const { return width - across / 2; }  ///< of either triangle
  double rise() const { return height - up / 2; }
};

Bay bay_of(const Parameters& p) {
  const double m = p.at("m"), n = p.at("n");
  const double width = (p.at("l") - (n + 1) * m) / n, height = p.at("h") - 2 * m;
  const double diagonal = std::hypot(width, height);
  return {width, height, m * diagonal / height, m * diagonal / width};
}

bool fits(const Parameters& p) {
  const int m = p.at("m");
  if (m < 3 || p.at("t") < 3 || p.at("n") < 1 || p.at("h") < 4 * m) return false;
  if (p.at("l") < (p.at("n") + 1) * m + p.at("n") * 2 * m) return false;
  const Bay bay = bay_of(p);
  return bay.base() >= 0.6 * bay.width && bay.rise() >= 0.6 * bay.height;
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["n"] = d.integer(2, 6);
    p["m"] = d.integer(4, 14);
    p["l"] = d.integer(80, 480, 2);
    p["h"] = d.integer(40, 140, 2);
    p["t"] = d.integer(4, 24, 2);
  } while (!fits(p));
  return p;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double l = p.at("l"), h = p.at("h"), t = p.at("t"), m = p.at("m");
  const int n = p.at("n");
  const Bay bay = bay_of(p);
  spec.extents = {extent("length", Axis::kX, l), extent("thickness", Axis::kY, t),
                  extent("height", Axis::kZ, h)};
  const auto left = [&](int i) { return m + i * (bay.width + m) - l / 2; };
  // Half way up: post, diagonal, post, diagonal, ... post.
  std::vector<rewards::Range> members = {m};
  std::vector<rewards::Vec3> lower, upper, diagonals;
  for (int i = 0; i < n; ++i) {
    members.insert(members.end(), {bay.across, m});
    spec.walls.push_back(thickness("chords and diagonal of bay " + std::to_string(i + 1),
                                   {left(i) + bay.width / 2, 0.1 * t, h + 1}, {0, 0, -1},
                                   {m, bay.up, m}));
    lower.push_back({left(i) + bay.width - bay.base() / 3, 0, m + bay.rise() / 3});
    upper.push_back({left(i) + bay.base() / 3, 0, h - m - bay.rise() / 3});
    diagonals.push_back({left(i) + 0.25 * bay.width, 0, m + 0.25 * bay.height});
    diagonals.push_back({left(i) + 0.75 * bay.width, 0, m + 0.75 * bay.height});
  }
  spec.walls.push_back(
      thickness("posts and diagonals", {-l, 0.1 * t, h / 2}, {1, 0, 0}, std::move(members)));
  const double area = l * h - n * bay.base() * bay.rise();
  spec.slices = {slice("elevation", Axis::kY, 0, 1, area),
                 slice("members half way up", Axis::kZ, h / 2 + 0.01, 2 * n + 1)};
  spec.probes = {probes("open below the diagonals", lower, false),
                 probes("open above the diagonals", upper, false),
                 probes("diagonals rising to +X", diagonals, true)};
  spec.genus = 2 * n;
  spec.volume = area * t;
}

}  // namespace

const Family kTruss = {
    .name = "truss",
    .level = 3,
    .held_out = true,
    .dimensions = {{"l", "truss_length", "length in X"},
                   {"h", "truss_height", "height in Z"},
                   {"t", "thickness", "thickness in Y"},
                   {"m", "member_width", "width of every member"},
                   {"n", "bay_count", "number of bays", true}},
    .part = "flat truss with posts and one diagonal in every bay",
    .drawing =
        "A flat truss standing upright, {l} mm long (X), {h} mm high (Z) and {t} mm thick (Y), in "
        "one piece. Two chords along X, at the top and at the bottom, are joined by vertical posts "
        "at both ends and between {n} equal bays. In every bay a diagonal rises from the lower "
        "corner on the low-X side to the upper corner on the high-X side, centred on the line "
        "between the bay's inner corners. All members, diagonals too, are {m} mm wide. Everything "
        "else is open.",
    .layout =
        "The truss stands upright in one piece. Chords run along X at the top and at the bottom; "
        "posts stand at both ends and between the bays, which are equal. In every bay the diagonal "
        "rises towards +X from one inner corner to the other, centred on the line between them. "
        "Everything else is open.",
    .programs =
        {
            .flat = R"(bay = (l - (n + 1) * m) / n
rise = h - 2 * m
# half of the diagonal's thickness along X and along Z
dx = m / 2 * math.hypot(bay, rise) / rise
dz = m / 2 * math.hypot(bay, rise) / bay
frame = cq.Workplane("XZ").rect(l, h).extrude(t / 2, both=True)
# two triangles are open in each bay
windows = cq.Workplane("XZ")
for i in range(n):
    x = m + i * (bay + m) - l / 2
    z = m - h / 2
    windows = windows.polyline([(x + dx, z), (x + bay, z), (x + bay, z + rise - dz)]).close()
    windows = windows.polyline([(x, z + dz), (x + bay - dx, z + rise), (x, z + rise)]).close()
fixture = frame.cut(windows.extrude(t / 2, both=True))
)",
            .functions = R"(def bar(points):
    return cq.Workplane("XZ").polyline(points).close().extrude(t)


def block(x, z, length, height):
    return bar([(x, z), (x + length, z), (x + length, z + height), (x, z + height)])


def diagonal(x, z):
    dx = m / 2 * math.hypot(bay, rise) / rise
    dz = m / 2 * math.hypot(bay, rise) / bay
    return bar([(x, z), (x + dx, z), (x + bay, z + rise - dz), (x + bay, z + rise), (x + bay - dx, z + rise), (x, z + dz)])


bay = (l - (n + 1) * m) / n
rise = h - 2 * m
# the chords, then post and diagonal of each bay, then the last post
result = block(0, 0, l, m).union(block(0, h - m, l, m))
for i in range(n):
    result = result.union(block(i * (bay + m), m, m, rise)).union(diagonal(i * (bay + m) + m, m))
result = result.union(block(l - m, m, m, rise))
)",
            .fluent = R"(bay, rise = (l - (n + 1) * m) / n, h - 2 * m
dx, dz = m / 2 * math.hypot(bay, rise) / rise, m / 2 * math.hypot(bay, rise) / bay
fixture = cq.Workplane("XZ").rect(l, h).extrude(t)
for x in [m + i * (bay + m) - l / 2 for i in range(n)]:
    fixture = (
        fixture.faces("<Y")
        .workplane(origin=(x, 0, m - h / 2))
        # the triangle below the diagonal, and the one above it
        .polyline([(dx, 0), (bay, 0), (bay, rise - dz)])
        .close()
        .polyline([(0, dz), (bay - dx, rise), (0, rise)])
        .close()
        .cutThruAll()
    )
)",
            .sketch = R"(bay = (l - (n + 1) * m) / n
rise = h - 2 * m
dx = m / 2 * math.hypot(bay, rise) / rise
dz = m / 2 * math.hypot(bay, rise) / bay
# the elevation, less two triangles a bay
elevation = cq.Sketch().rect(l, h)
for i in range(n):
    x, z = m + i * (bay + m) - l / 2, m - h / 2
    elevation = elevation.polygon([(x + dx, z), (x + bay, z), (x + bay, z + rise - dz), (x + dx, z)], mode="s")
    elevation = elevation.polygon([(x, z + dz), (x + bay - dx, z + rise), (x, z + rise), (x, z + dz)], mode="s")
fixture = cq.Workplane("XZ").placeSketch(elevation).extrude(t)
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
