// Stepped shafts with a bore, standing on their largest step.
#include <fmt/format.h>

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

std::string terse(const Parameters& p) {
  return literal("shaft", p, {"d1", "l1", "d2", "l2", "d3", "l3", "bore"});
}

std::string drawing(const Parameters& p) {
  return fmt::format(
      "A turned shaft standing along Z with three steps from the bottom up: diameter {} mm over {} "
      "mm, "
      "diameter {} mm over {} mm, diameter {} mm over {} mm. A bore of diameter {} mm runs right "
      "through.",
      p.at("d1"), p.at("l1"), p.at("d2"), p.at("l2"), p.at("d3"), p.at("l3"), p.at("bore"));
}

std::string gold(const Parameters& p) {
  return "import cadquery as cq\n\n" +
         assignments(p, {"d1", "l1", "d2", "l2", "d3", "l3", "bore"}) +
         "shaft = cq.Workplane(\"XY\").circle(d1 / 2).extrude(l1)\n"
         "shaft = shaft.faces(\">Z\").workplane().circle(d2 / 2).extrude(l2)\n"
         "shaft = shaft.faces(\">Z\").workplane().circle(d3 / 2).extrude(l3)\n"
         "fixture = shaft.faces(\">Z\").workplane().hole(bore)\n";
}

std::string second(const Parameters& p) {
  return "import cadquery as cq\n\n" +
         assignments(p, {"d1", "l1", "d2", "l2", "d3", "l3", "bore"}) +
         "a = l1 + l2\nb = a + l3\n"
         "points = [(bore / 2, 0), (d1 / 2, 0), (d1 / 2, l1), (d2 / 2, l1), (d2 / 2, a), (d3 / 2, "
         "a),\n"
         "          (d3 / 2, b), (bore / 2, b)]\n"
         "result = cq.Workplane(\"XZ\").polyline(points).close().revolve(360, (0, 0, 0), (0, 1, "
         "0))\n";
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

const Family kShaft = {"shaft", 2, draw, terse, drawing, gold, second, specify};

}  // namespace cadforge::env
