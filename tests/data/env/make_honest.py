"""Makes honest.json: what tests/env/honest/*.py build in plain Python with CadQuery, without any of our code.

    .venv/bin/python tests/data/env/make_honest.py

Each program runs in an interpreter of its own, in an empty folder, where it may write what it likes. The rule of what
counts is the one that is stated to a model: `fixture`, else `result`, else all shown objects together.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PROGRAMS = HERE.parent.parent / "env" / "honest"


def shape_of(value):
    import cadquery as cq

    if isinstance(value, cq.Assembly):
        return value.toCompound()
    if isinstance(value, cq.Workplane):
        solids = [v for v in value.vals() if isinstance(v, (cq.Solid, cq.Compound))]
        return cq.Compound.makeCompound(solids)
    if isinstance(value, (list, tuple)):
        return cq.Compound.makeCompound([shape_of(v) for v in value])
    return value


def measure(path):
    from OCP.BRepBndLib import BRepBndLib
    from OCP.Bnd import Bnd_Box

    shown = []
    names = {"__name__": "__main__", "__file__": path, "show_object": lambda value, *_, **__: shown.append(value),
             "debug": lambda *_, **__: None, "log": lambda *_, **__: None}
    exec(compile(pathlib.Path(path).read_text(), path, "exec"), names)
    chosen = [names[name] for name in ("fixture", "result") if names.get(name) is not None]
    shape = shape_of(chosen[0] if chosen else shown)
    box = Bnd_Box()
    BRepBndLib.AddOptimal_s(shape.wrapped, box, False, False)
    low, high = box.CornerMin(), box.CornerMax()
    return {"volume": sum(solid.Volume() for solid in shape.Solids()), "area": shape.Area(),
            "bbox": [low.X(), low.Y(), low.Z(), high.X(), high.Y(), high.Z()]}


def main():
    goldens = {}
    for path in sorted(PROGRAMS.glob("*.py")):
        with tempfile.TemporaryDirectory() as folder:
            text = subprocess.run([sys.executable, __file__, str(path)], cwd=folder, check=False, text=True,
                                  capture_output=True)
        if text.returncode:
            sys.exit(f"{path.name}: {text.stderr}")
        goldens[path.stem] = json.loads(text.stdout.splitlines()[-1])
        print(path.stem, goldens[path.stem]["volume"], file=sys.stderr)
    (HERE / "honest.json").write_text(json.dumps(goldens, indent=1) + "\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print("\n" + json.dumps(measure(sys.argv[1])))
    else:
        main()
