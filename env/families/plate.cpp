// Plates with a grid of through holes.
#include <fmt/format.h>

#include <algorithm>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

Parameters draw(Draw& d) {
  Parameters p;
  p["w"] = d.integer(40, 120);
  p["h"] = d.integer(30, 90);
  p["t"] = d.integer(3, 12);
  p["d"] = d.integer(3, 9);
  p["nx"] = d.integer(1, 3);
  p["ny"] = d.integer(1, 2);
  const auto pitch = [&](int side, int count) {
    return count == 1 ? 1 : d.integer(2 * p["d"], (side - 3 * p["d"]) / (count - 1));
  };
  p["px"] = pitch(p["w"], p["nx"]);
  p["py"] = pitch(p["h"], p["ny"]);
  return p;
}

bool pitch_fits(int side, int count, int pitch, int d) {
  return count == 1 ? pitch == 1 : pitch >= 2 * d && (count - 1) * pitch <= side - d - 2;
}

bool fits(const Parameters& p) {
  return p.at("d") >= 2 && p.at("t") >= 2 && p.at("nx") >= 1 && p.at("ny") >= 1 &&
         std::min(p.at("w"), p.at("h")) >= 3 * p.at("d") &&
         pitch_fits(p.at("w"), p.at("nx"), p.at("px"), p.at("d")) &&
         pitch_fits(p.at("h"), p.at("ny"), p.at("py"), p.at("d"));
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double w = p.at("w"), h = p.at("h"), t = p.at("t"), d = p.at("d");
  spec.extents = {extent("width", Axis::kX, w), extent("depth", Axis::kY, h),
                  extent("thickness", Axis::kZ, t)};
  for (int i = 0; i < p.at("nx"); ++i) {
    for (int j = 0; j < p.at("ny"); ++j) {
      const double x = (i - (p.at("nx") - 1) / 2.0) * p.at("px");
      const double y = (j - (p.at("ny") - 1) / 2.0) * p.at("py");
      spec.holes.push_back(
          hole(fmt::format("hole {}.{}", i + 1, j + 1), d, Axis::kZ, {x, y, 0}, t, true));
    }
  }
  const double holes = p.at("nx") * p.at("ny");
  spec.volume = w * h * t - holes * std::numbers::pi * d * d / 4 * t;
}

}  // namespace

const Family kPlate = {
    .name = "plate",
    .level = 1,
    .dimensions = {{"w", "plate_width", "width in X"},
                   {"h", "plate_depth", "depth in Y"},
                   {"t", "thickness", "thickness"},
                   {"d", "hole_diameter", "hole diameter"},
                   {"nx", "columns", "number of holes in X", true},
                   {"px", "pitch_x", "pitch of the holes in X"},
                   {"ny", "rows", "number of holes in Y", true},
                   {"py", "pitch_y", "pitch of the holes in Y"}},
    .part = "flat plate with a grid of through holes",
    .drawing =
        "A flat plate {w} mm wide (X), {h} mm deep (Y) and {t} mm thick, lying flat. {nx} x "
        "{ny} through holes of diameter {d} mm sit in a centred grid, pitch {px} mm in X and "
        "{py} mm in Y.",
    .layout = "The plate lies flat. The grid of holes is centred on it.",
    .programs =
        {
            .flat = R"(# the plate
plate = cq.Workplane("XY").box(w, h, t)
# the holes, from its top face
fixture = plate.faces(">Z").workplane().rarray(px, py, nx, ny).hole(d)
)",
            .functions = R"(def drilled(part, x, y):
    return part.cut(cq.Workplane("XY").center(x, y).circle(d / 2).extrude(t))


result = cq.Workplane("XY").rect(w, h).extrude(t)
# one hole after the other
for i in range(nx):
    for j in range(ny):
        result = drilled(result, (i - (nx - 1) / 2) * px, (j - (ny - 1) / 2) * py)
)",
            .fluent = R"(fixture = (
    cq.Workplane("XY")
    .rect(w, h)
    .extrude(t)
    # the holes, from its top face
    .faces(">Z")
    .workplane()
    .rarray(px, py, nx, ny)
    .hole(d)
)
)",
            .sketch = R"(# the outline with its holes, then its thickness
outline = cq.Sketch().rect(w, h).rarray(px, py, nx, ny).circle(d / 2, mode="s")
fixture = cq.Workplane("XY").placeSketch(outline).extrude(t)
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
