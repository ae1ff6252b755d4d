// L brackets with one hole in each leg.
#include <fmt/format.h>

#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

Parameters draw(Draw& d) {
  Parameters p;
  p["t"] = d.integer(3, 9);
  p["d"] = d.integer(4, 9);
  p["a"] = d.integer(p["t"] + 4 * p["d"], 90);
  p["b"] = d.integer(p["t"] + 4 * p["d"], 80);
  p["w"] = d.integer(3 * p["d"], 50);
  p["x"] = d.integer(p["t"] + p["d"], p["a"] - p["d"]);
  p["z"] = d.integer(p["t"] + p["d"], p["b"] - p["d"]);
  return p;
}

std::string terse(const Parameters& p) {
  return literal("bracket", p, {"a", "b", "w", "t", "d", "x", "z"});
}

std::string drawing(const Parameters& p) {
  return fmt::format(
      "An L bracket {} mm thick and {} mm wide (Y): a base leg {} mm long in X, and a wall {} mm "
      "high in Z "
      "at its low-X end, both measured from the outer corner. One through hole of diameter {} mm "
      "in each, "
      "in the middle of the width: in the base {} mm from the outer corner, in the wall {} mm up "
      "from it.",
      p.at("t"), p.at("w"), p.at("a"), p.at("b"), p.at("d"), p.at("x"), p.at("z"));
}

std::string gold(const Parameters& p) {
  return "import cadquery as cq\n\n" + assignments(p, {"a", "b", "w", "t", "d", "x", "z"}) +
         "base = cq.Workplane(\"XY\").box(a, w, t, centered=(False, True, False))\n"
         "wall = cq.Workplane(\"XY\").box(t, w, b, centered=(False, True, False))\n"
         "hole1 = cq.Workplane(\"XY\").center(x, 0).circle(d / 2).extrude(t)\n"
         "hole2 = cq.Workplane(\"YZ\").center(0, z).circle(d / 2).extrude(t)\n"
         "fixture = base.union(wall).cut(hole1).cut(hole2)\n";
}

std::string second(const Parameters& p) {
  return "import cadquery as cq\n\n" + assignments(p, {"a", "b", "w", "t", "d", "x", "z"}) +
         "outline = [(0, 0), (a, 0), (a, t), (t, t), (t, b), (0, b)]\n"
         "body = cq.Workplane(\"XZ\").polyline(outline).close().extrude(w / 2, both=True)\n"
         "body = body.faces(\"<Z\").workplane(origin=(0, 0, 0)).center(x, 0).hole(d, t)\n"
         "result = body.cut(cq.Workplane(\"YZ\").center(0, z).circle(d / 2).extrude(t))\n";
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double a = p.at("a"), b = p.at("b"), w = p.at("w"), t = p.at("t"), d = p.at("d");
  const double left = -a / 2;  // the outer corner in the anchor frame
  spec.extents = {extent("base length", Axis::kX, a), extent("width", Axis::kY, w),
                  extent("height", Axis::kZ, b)};
  const double beside = 0.45 * w;  // clear of the holes
  spec.walls = {thickness("base thickness", {left + 0.9 * a, beside, b + 1}, {0, 0, -1}, {t}),
                thickness("wall thickness", {left - 1, beside, 0.9 * b}, {1, 0, 0}, {t})};
  spec.probes = {probe("outer corner", {left + t / 2, beside, t / 2}, true),
                 probe("inside the angle", {left + (a + t) / 2, beside, (b + t) / 2}, false)};
  spec.holes = {hole("base hole", d, Axis::kZ, {left + p.at("x"), 0, 0}, t, true),
                hole("wall hole", d, Axis::kX, {0, 0, static_cast<double>(p.at("z"))}, t, true)};
  spec.volume = w * t * (a + b - t) - 2 * std::numbers::pi * d * d / 4 * t;
}

}  // namespace

const Family kBracket = {"bracket", 2, draw, terse, drawing, gold, second, specify};

}  // namespace cadforge::env
