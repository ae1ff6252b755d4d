"""Small B-reps with CadQuery's own measurements: the independent numbers that the measurer is held to.

Run from the repository root with the project's interpreter (cadquery 2.8.0, OCCT 7.9):
    .venv/bin/python tests/data/rewards/make_goldens.py
Writes NAME.brep (BinTools) and goldens.json beside this file.
"""

import io
import json
import math
import pathlib

import cadquery as cq
from OCP.BinTools import BinTools

HERE = pathlib.Path(__file__).parent
W, D, T, HOLE, PX, PY = 60.0, 40.0, 6.0, 5.0, 40.0, 24.0


def plate(w=W, d=D, t=T, hole=HOLE, points=None):
    body = cq.Workplane("XY").box(w, d, t)
    if points is None:
        points = [(sx * PX / 2, sy * PY / 2) for sx in (-1, 1) for sy in (-1, 1)]
    return body.faces(">Z").workplane().pushPoints(points).hole(hole) if points else body


def plate_otherwise():
    """The same plate: sketched upside down, extruded, cut by cylinders, put elsewhere."""
    body = cq.Workplane("XZ").rect(W, T).extrude(D)
    for sx in (-1, 1):
        for sy in (-1, 1):
            pin = cq.Workplane("XY").circle(HOLE / 2).extrude(3 * T, both=True)
            body = body.cut(pin.translate((sx * PX / 2, sy * PY / 2 - D / 2, 0)))
    return body.translate((100, -30, 7))


def blind():
    body = cq.Workplane("XY").box(50, 30, 12)
    body = body.faces(">Z").workplane().pushPoints([(-12, 0)]).hole(8, 5)
    return body.faces(">Z").workplane().pushPoints([(12, 0)]).cboreHole(5, 9, 4)


def bracket(a=50.0, b=40.0, w=30.0, t=5.0, mirror=False):
    base = cq.Workplane("XY").box(a, w, t, centered=(False, True, False))
    wall = cq.Workplane("XY").box(t, w, b, centered=(False, True, False))
    body = base.union(wall)
    hole = cq.Workplane("XY").center(a - 15, -6).circle(3).extrude(t)
    body = body.cut(hole)
    return body.mirror("XZ") if mirror else body


def shaft():
    body = cq.Workplane("XY").circle(20).extrude(15).faces(">Z").workplane().circle(12).extrude(25)
    return body.faces(">Z").workplane().hole(10)


def compound(*parts):
    return cq.Workplane(cq.Compound.makeCompound([p.val() for p in parts]))


def box(x, y, z, at=(0, 0, 0)):
    return cq.Workplane("XY").box(x, y, z).translate(at)


def rod(plane, radius, length):
    return cq.Workplane(plane).circle(radius).extrude(length / 2, both=True)


SHAPES = {
    "plate": plate(),
    "plate_otherwise": plate_otherwise(),
    "plate_turned": plate().rotate((0, 0, 0), (0, 0, 1), 90),
    "plate_wide": plate(w=66.0),
    "plate_small_holes": plate(hole=4.0),
    "plate_three_holes": plate(points=[(-20, -12), (-20, 12), (20, -12)]),
    "plate_five_holes": plate(points=[(-20, -12), (-20, 12), (20, -12), (20, 12), (0, 0)]),
    "plate_no_holes": plate(points=[]),
    "plate_moved_hole": plate(points=[(-20, -12), (-20, 12), (20, -12), (17, 12)]),
    "plate_engraved": box(W, D, T).faces(">Z").workplane()
    .pushPoints([(sx * 20, sy * 12) for sx in (-1, 1) for sy in (-1, 1)]).hole(HOLE, 0.02),
    "pocket": box(50, 40, 15).faces(">Z").workplane().rect(30, 20).cutBlind(-8).edges("|Z").fillet(4),
    "slot": box(50, 30, 5).faces(">Z").workplane().slot2D(20, 8).cutThruAll(),
    "blind": blind(),
    "bracket": bracket(),
    "bracket_long": bracket(a=55.0),
    "bracket_mirrored": bracket(mirror=True),
    "shaft": shaft(),
    "ball": cq.Workplane("XY").sphere(10),
    "ring": cq.Workplane(cq.Solid.makeTorus(20, 5)),
    "pair_touching": compound(box(10, 10, 10), box(10, 10, 10, (10, 0, 0))),
    "pair_apart": compound(box(10, 10, 10), box(10, 10, 10, (10.2, 0, 0))),
    "pair_overlapping": compound(box(10, 10, 10), box(10, 10, 10, (9, 0, 0))),
    "rods_crossing": compound(rod("YZ", 4, 60), rod("XZ", 4, 60)),
    "long_rods_crossing": compound(rod("YZ", 4, 120), rod("XZ", 4, 120)),
    "shaft_fitted": compound(rod("XY", 5, 40), rod("XY", 9, 12).cut(rod("XY", 5, 20))),
    "shaft_loose": compound(rod("XY", 4.9, 40), rod("XY", 9, 12).cut(rod("XY", 5, 20))),
    # Turned by some part of a chord, so that the chords of both meshes are out of step.
    "drum_fitted": compound(rod("XY", 300, 20).rotate((0, 0, 0), (0, 0, 1), 2),
                            rod("XY", 360, 20).cut(rod("XY", 300, 40))),
    "hollow": cq.Workplane(cq.Solid(box(20, 20, 20).cut(box(10, 10, 10)).val().Solids()[0].wrapped)),
}


def bytes_of(shape):
    stream = io.BytesIO()
    BinTools.Write_s(shape, stream)
    return stream.getvalue()


def facts(shape):
    bounds = shape.BoundingBox()
    centre = cq.Shape.centerOfMass(shape)
    cylinders = [f for f in shape.Faces() if f.geomType() == "CYLINDER"]
    return {
        "volume": shape.Volume(),
        "area": shape.Area(),
        "bbox": [bounds.xmin, bounds.ymin, bounds.zmin, bounds.xmax, bounds.ymax, bounds.zmax],
        "centroid": [centre.x, centre.y, centre.z],
        "solids": len(shape.Solids()),
        "faces": len(shape.Faces()),
        "edges": len(shape.Edges()),
        "cylinders": len(cylinders),
        "valid": shape.isValid(),
    }


def main():
    goldens = {}
    for name, workplane in SHAPES.items():
        shape = workplane.val()
        goldens[name] = facts(shape)
        (HERE / f"{name}.brep").write_bytes(bytes_of(shape.wrapped))

    def write(name, shape):
        (HERE / f"{name}.brep").write_bytes(bytes_of(shape))

    # What must not be measured as a part.
    solid = box(10, 10, 10).val()
    write("bad_reversed", solid.wrapped.Reversed())
    write("bad_faces_only", cq.Compound.makeCompound(solid.Faces()[:5]).wrapped)
    write("bad_empty_compound", cq.Compound.makeCompound([]).wrapped)
    open_shell = cq.Shell.makeShell(solid.Faces()[:5])
    write("bad_open_solid", cq.Solid.makeSolid(open_shell).wrapped)
    goldens["ring"]["expected_volume"] = 2 * math.pi**2 * 20 * 25
    (HERE / "goldens.json").write_text(json.dumps(goldens, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
