// Fork joints: a fork, an eye between its cheeks and a pin through both, three solids.
#include <algorithm>
#include <numbers>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

bool fits(const Parameters& p) {
  const int w = p.at("w"), l = p.at("l"), b = p.at("b"), c = p.at("c"), g = p.at("g"),
            k = p.at("k"), u = p.at("u"), d = p.at("d");
  return d >= 4 && l >= 2 * d && b >= 3 && c >= 3 && g >= 1 && w >= 2 * c + 2 * g + 4 &&
         2 * k >= 2 * b + l + 2 * g + 4 && 2 * u >= l + 8 && p.at("o") >= 2;
}

Parameters draw(Draw& d) {
  Parameters p;
  do {
    p["d"] = d.integer(5, 16);
    p["l"] = 2 * p["d"] + d.integer(0, 20);
    p["b"] = d.integer(4, 14);
    p["c"] = d.integer(4, 14);
    p["g"] = d.integer(1, 2);
    p["w"] = 2 * p["c"] + 2 * p["g"] + d.integer(6, 30);
    p["k"] = p["b"] + p["l"] / 2 + p["g"] + d.integer(3, 20);
    p["u"] = p["l"] / 2 + d.integer(5, 50);
    p["o"] = d.integer(2, 8);
  } while (!fits(p));
  return p;
}

void specify(const Parameters& p, rewards::TaskSpec& spec) {
  const double w = p.at("w"), l = p.at("l"), b = p.at("b"), c = p.at("c"), g = p.at("g"),
               k = p.at("k"), u = p.at("u"), d = p.at("d"), o = p.at("o"), pi = std::numbers::pi;
  const double eye = w - 2 * c - 2 * g;
  spec.solids = 3;
  spec.no_other_holes = false;  // the pin fills them
  spec.extents = {extent("length of the pin", Axis::kX, w + 2 * o), extent("depth", Axis::kY, l),
                  extent("height", Axis::kZ, k + u)};
  const double gap = eye / 2 + g / 2;  // the middle of the gap beside the eye, in X
  spec.walls = {
      thickness("cheeks and eye above the pin", {-w, 0, k + 0.35 * l}, {1, 0, 0}, {c, eye, c}),
      thickness("base", {gap, 0.46 * l, k + u + 1}, {0, 0, -1}, {b}),
      thickness("pin and base", {gap, 0.02 * d, k + u + 1}, {0, 0, -1}, {d, b}),
      thickness("end of the pin", {w / 2 + o / 2, 0.02 * d, k + u + 1}, {0, 0, -1}, {d})};
  spec.walls[2].tolerance = spec.walls[3].tolerance = {0.015, 0.10};  // a round pin on a mesh
  spec.slices = {slice("cheeks under the eye", Axis::kZ, (b + k - l / 2) / 2, 2, 2 * c * l),
                 slice("arm of the eye", Axis::kZ, k + (l / 2 + u) / 2, 1, eye * l),
                 slice("fork and eye from the side", Axis::kX, (eye / 2 + g) + c / 2, 1)};
  const double corner = 0.47 * l;
  spec.probes = {
      probes("pin", {{0, 0, k}, {w / 2 + 0.8 * o, 0, k}, {-w / 2 - 0.8 * o, 0, k}}, true),
      probes("gaps beside the eye", {{gap, 0, k + 0.4 * l}, {-gap, 0, k + 0.4 * l}}, false),
      probe("gap under the eye", {0, 0, k - l / 2 - 0.5 * g}, false),
      probes("round tops of the cheeks",
             {{w / 2 - c / 2, corner, k + corner}, {-w / 2 + c / 2, -corner, k + corner}}, false),
      probes("round foot of the eye", {{0, corner, k - corner}, {0, -corner, k - corner}}, false),
      probes("corners of the base", {{0.48 * w, corner, b / 2}, {-0.48 * w, -corner, b / 2}},
             true)};
  spec.faces = {round_face("pin", d, false), round_face("holes for the pin", d, true),
                round_face("round ends", l, false)};
  rewards::ClearanceCheck clearance;
  clearance.name = "gap between eye and cheeks";
  clearance.value = g;
  spec.clearances = {clearance};
  spec.genus = 3;
  const double half_round = pi / 8 * l * l, bore = pi / 4 * d * d;
  spec.volume = w * l * b + 2 * c * (l * (k - b) + half_round - bore) +
                eye * (l * u + half_round - bore) + bore * (w + 2 * o);
}

}  // namespace

const Family kHinge = {
    .name = "hinge",
    .level = 4,
    .dimensions = {{"w", "fork_width", "width of the fork in X, over both cheeks"},
                   {"l", "joint_depth", "depth of fork and eye in Y"},
                   {"b", "base_thickness", "thickness of the fork's base"},
                   {"c", "cheek_thickness", "thickness of each cheek"},
                   {"g", "gap", "gap between the eye and either cheek"},
                   {"k", "pin_height", "height of the pin's axis above the ground"},
                   {"u", "arm_length", "length of the eye's arm above the pin's axis"},
                   {"d", "pin_diameter", "diameter of the pin"},
                   {"o", "pin_overhang", "length of the pin beyond the fork on either side"}},
    .part = "fork joint of three solids (a fork, an eye between its cheeks and a pin)",
    .drawing =
        "A fork joint of three separate solids. The fork stands on a base {w} mm wide (X), {l} mm "
        "deep (Y) and {b} mm thick; on both ends of it stand cheeks {c} mm thick (X) and as deep "
        "as the base, their tops rounded about the pin's axis with half of the depth as radius. "
        "The pin, diameter {d} mm, lies along X, its axis {k} mm above the ground in the middle of "
        "the depth, and sticks out {o} mm beyond the fork on either side; it fills its holes in "
        "cheeks and eye. The eye fills the space between the cheeks but for a gap of {g} mm on "
        "either side; it is as deep as the fork, its foot rounded about the pin's axis like the "
        "cheeks' tops, and its arm goes straight up to {u} mm above the pin's axis.",
    .layout =
        "The base lies flat, the cheeks stand on its ends in X, the pin lies along X in the middle "
        "of the depth and fills its holes. The tops of the cheeks and the foot of the eye are "
        "rounded about the pin's axis with half of the depth as radius. The eye's arm goes "
        "straight up. Fork, eye and pin are separate solids.",
    .programs =
        {
            .flat =
                R"(pin = cq.Workplane("YZ").center(0, k).circle(d / 2).extrude(w / 2 + o, both=True)
# the fork: a round-topped block, slotted
block = cq.Workplane("YZ").moveTo(-l / 2, 0).hLine(l).vLine(k).threePointArc((0, k + l / 2), (-l / 2, k)).close().extrude(w / 2, both=True)
slot = cq.Workplane("XY").workplane(offset=b).rect(w - 2 * c, l).extrude(k + l)
fork = block.cut(slot).cut(pin)
# the eye: rounded at its foot
eye = cq.Workplane("YZ").moveTo(l / 2, k).vLine(u).hLine(-l).vLine(-u).threePointArc((0, k - l / 2), (l / 2, k)).close().extrude(w / 2 - c - g, both=True)
eye = eye.cut(pin)
fixture = fork.add(eye).add(pin)
)",
            .functions = R"(def rod(diameter, length):
    return cq.Workplane("YZ").center(0, k).circle(diameter / 2).extrude(length / 2, both=True)


def block(length, bottom, top):
    return cq.Workplane("XY").workplane(offset=bottom).rect(length, l).extrude(top - bottom)


pin = rod(d, w + 2 * o)
# round ends are rods as thick as the joint is deep
fork = block(w, 0, k).union(rod(l, w)).cut(block(w - 2 * c, b, k + l)).cut(pin)
eye_width = w - 2 * c - 2 * g
eye = block(eye_width, k, k + u).union(rod(l, eye_width)).cut(pin)
result = cq.Workplane(obj=cq.Compound.makeCompound([fork.val(), eye.val(), pin.val()]))
)",
            .fluent = R"(fork = (
    cq.Workplane("XY")
    .box(w, l, b, centered=(True, True, False))
    # two cheeks, slotted out of a block
    .union(cq.Workplane("XY", origin=(0, 0, b)).box(w, l, k - b, centered=(True, True, False)))
    .union(cq.Workplane("YZ").center(0, k).circle(l / 2).extrude(w / 2, both=True))
    .cut(cq.Workplane("XY", origin=(0, 0, b)).box(w - 2 * c, l, k + l, centered=(True, True, False)))
    .faces(">X")
    .workplane(origin=(w / 2, 0, k))
    .hole(d)
)
eye = (
    cq.Workplane("YZ")
    .center(0, k)
    .circle(l / 2)
    .extrude(w / 2 - c - g, both=True)
    .union(cq.Workplane("XY", origin=(0, 0, k)).box(w - 2 * c - 2 * g, l, u, centered=(True, True, False)))
    .faces(">X")
    .workplane(origin=(w / 2 - c - g, 0, k))
    .hole(d)
)
pin = cq.Workplane("YZ").center(0, k).circle(d / 2).extrude(w / 2 + o, both=True)
show_object(fork, name="fork")
show_object(eye, name="eye")
show_object(pin, name="pin")
)",
            .sketch = R"(# the side views
cheek = cq.Sketch().push([(0, k / 2)]).rect(l, k).reset().push([(0, k)]).circle(l / 2)
cheek = cheek.circle(d / 2, mode="s")
eye_side = cq.Sketch().push([(0, k + u / 2)]).rect(l, u).reset().push([(0, k)]).circle(l / 2)
eye_side = eye_side.circle(d / 2, mode="s")
# the fork: a base between two cheeks
fork = cq.Workplane("XY").placeSketch(cq.Sketch().rect(w, l)).extrude(b)
fork = fork.union(cq.Workplane("YZ", origin=(-w / 2, 0, 0)).placeSketch(cheek).extrude(c))
fork = fork.union(cq.Workplane("YZ", origin=(w / 2 - c, 0, 0)).placeSketch(cheek).extrude(c))
eye = cq.Workplane("YZ").placeSketch(eye_side).extrude(w / 2 - c - g, both=True)
pin = cq.Workplane("YZ", origin=(0, 0, k)).placeSketch(cq.Sketch().circle(d / 2)).extrude(w / 2 + o, both=True)
fixture = fork.add(eye).add(pin)
)",
            .assembly = R"(# everything in the frame of the pin's axis
pin = cq.Workplane("YZ").circle(d / 2).extrude(w / 2 + o, both=True)
fork = cq.Workplane("XY").box(w, l, k, centered=(True, True, False)).translate((0, 0, -k))
fork = fork.union(cq.Workplane("YZ").circle(l / 2).extrude(w / 2, both=True))
fork = fork.cut(cq.Workplane("XY").box(w - 2 * c, l, k + l, centered=(True, True, False)).translate((0, 0, b - k))).cut(pin)
eye = cq.Workplane("XY").box(w - 2 * c - 2 * g, l, u, centered=(True, True, False))
eye = eye.union(cq.Workplane("YZ").circle(l / 2).extrude(w / 2 - c - g, both=True)).cut(pin)
# each part by its name
fixture = cq.Assembly(name="fork_joint")
fixture.add(fork, name="fork", loc=cq.Location((0, 0, k)), color=cq.Color("steelblue"))
fixture.add(eye, name="eye", loc=cq.Location((0, 0, k)), color=cq.Color("orange"))
fixture.add(pin, name="pin", loc=cq.Location((0, 0, k)), color=cq.Color("gray"))
)",
        },
    .draw = draw,
    .fits = fits,
    .specify = specify,
};

}  // namespace cadforge::env
