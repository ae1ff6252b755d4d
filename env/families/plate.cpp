// Plates with a grid of through holes.
#include <fmt/format.h>

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

std::string terse(const Parameters& p) {
  return literal("plate", p, {"w", "h", "t", "d", "nx", "px", "ny", "py"});
}

std::string drawing(const Parameters& p) {
  return fmt::format(
      "A flat plate {} mm wide (X), {} mm deep (Y) and {} mm thick, lying flat. {} x {} through "
      "holes of "
      "diameter {} mm sit in a centred grid, pitch {} mm in X and {} mm in Y.",
      p.at("w"), p.at("h"), p.at("t"), p.at("nx"), p.at("ny"), p.at("d"), p.at("px"), p.at("py"));
}

std::string gold(const Parameters& p) {
  return "import cadquery as cq\n\n" +
         assignments(p, {"w", "h", "t", "d", "nx", "px", "ny", "py"}) +
         "plate = cq.Workplane(\"XY\").box(w, h, t)\n"
         "fixture = plate.faces(\">Z\").workplane().rarray(px, py, nx, ny).hole(d)\n";
}

std::string second(const Parameters& p) {
  return "import cadquery as cq\n\n" +
         assignments(p, {"w", "h", "t", "d", "nx", "px", "ny", "py"}) +
         "result = cq.Workplane(\"XY\").rect(w, h).extrude(t)\n"
         "for i in range(nx):\n"
         "    for j in range(ny):\n"
         "        x = (i - (nx - 1) / 2) * px\n"
         "        y = (j - (ny - 1) / 2) * py\n"
         "        result = result.cut(cq.Workplane(\"XY\").center(x, y).circle(d / "
         "2).extrude(t))\n";
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

const Family kPlate = {"plate", 1, draw, terse, drawing, gold, second, specify};

}  // namespace cadforge::env
