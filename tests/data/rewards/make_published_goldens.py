"""The published reward, written a second time in Python with the libraries that it uses itself.

Run from the repository root with the project's interpreter (cadquery 2.8.0, numpy 2.4.6, scipy 1.17.1,
pillow 13.0.0, networkx 3.6.1) and trimesh 4.12.1 in a folder of its own:
    .venv/bin/python -m pip install --no-deps --target /tmp/trimesh trimesh==4.12.1
    PYTHONPATH=/tmp/trimesh .venv/bin/python tests/data/rewards/make_published_goldens.py
Writes published/NAME.brep (BinTools, as built, before it is meshed) and published.json beside this file.
"""

import io
import json
import math
import pathlib
import re
import tempfile

import cadquery as cq
import numpy as np
import trimesh
from OCP.BinTools import BinTools
from PIL import Image, ImageDraw
from scipy.spatial import cKDTree

HERE = pathlib.Path(__file__).parent
DEFAULT_HINTS = "seat backrest headrest armrest gas_cylinder central_column star_base caster lumbar mechanism".split()
CHAIR_GLB, CHAIR_IDEAL = (590.0113391003736, 581.6478428369487, 1000.0), (493.6691899844699, 519.0745229493424, 1000.0)

# --- programs: (text, hints or None, bbox_mm or None) -----------------------------------------------------

IMPORT = "import cadquery as cq\n"
PROGRAMS = {
    "trestle": (IMPORT + '''
length = 800.0
depth = 400
height = 600.0
bar = 30.0


def top():
    return cq.Workplane("XY").box(length, depth, bar).edges("|Z").fillet(12).translate((0, 0, height - bar / 2))


def legs():
    points = [(x, y) for x in (-350, 350) for y in (-150, 150)]
    return cq.Workplane("XY").pushPoints(points).circle(20).extrude(height - bar / 2)


def rails():
    return cq.Workplane("XY").box(700, bar, bar).translate((0, 0, 150))


fixture = top().union(legs()).union(rails().union(cq.Workplane("XY").box(bar, 300, bar).translate((350, 0, 150))))
''', ["top", "leg", "rail", "cross_bar", "load_300n"], [800, 400, 600]),
    "pillow": (IMPORT + 'result = cq.Workplane("XY").box(60, 40, 30).edges().fillet(6)\n', ["pillow"], [60, 44, 30]),
    "mobile": (IMPORT + '''
# lamp arm
parts = cq.Workplane("XY").cylinder(40, 10)
for i in range(3):
    parts = parts.add(cq.Workplane("XY").sphere(6).translate((30 + 25 * i, 0, 8 * i)))
parts = parts.add(cq.Workplane("XY").box(.3, .3, .3).translate((0, 300, 0)))
fixture = parts
''', ["lamp_arm", "shade"], [90, 20, 40]),
    "skin": (IMPORT + 'faces = cq.Workplane("XY").box(30, 20, 10).faces("not >Z")\nmodel = faces\n', None, [30, 20, 10]),
    "assembly": ('from cadquery import exporters\nimport math\n' + IMPORT + '''
seat_h = 45.0


def seat():
    return cq.Workplane("XY").box(45, 45, 4).translate((0, 0, seat_h))


def column():
    return cq.Workplane("XY").circle(3).extrude(seat_h - 2)


def star_base(n=5):
    arm = cq.Workplane("XY").box(30, 4, 3).translate((15, 0, 1.5))
    body = arm
    for i in range(1, n):
        body = body.union(arm.rotate((0, 0, 0), (0, 0, 1), 360 * i / n))
    return body


def backrest():
    tall = math.sqrt(2500)
    return cq.Workplane("XY").box(40, 4, tall).translate((0, 22, seat_h + tall / 2))


chair = Assembly().add(seat(), name="seat").add(column()).add(star_base()).add(backrest(), color=Color("red"))
show_object(chair)
''', None, None),
    "cloud": (IMPORT + 'fixture = cq.Workplane("XY").rarray(10, 10, 13, 12).box(6, 6, 6)\n', ["cube"], [126, 116, 6]),
    "dust": (IMPORT + 'body = cq.Workplane("XY").rarray(4, 4, 20, 13).box(3.5, 3.5, 3)\n', ["cube"], [80, 52, 3]),
    "ring": (IMPORT + 'part = cq.Workplane(cq.Solid.makeTorus(20, 5))\nd = 3\n', ["ring"], [50, 50, 10]),
    "sheet": (IMPORT + 'solid = cq.Workplane(cq.Face.makePlane(20, 10))\n', ["sheet"], [20, 10, 1]),
}
LIKENESS = [("trestle", "assembly"), ("assembly", "trestle"), ("pillow", "ring"), ("skin", "pillow"), ("ring", "ring")]

# --- text ---------------------------------------------------------------------------------------------------

FENCE = re.compile(r"```(?:python|py)?\s*\n(.*?)```", re.IGNORECASE | re.DOTALL)


def trainer_code(completion):
    text = re.sub(r"<think>.*?</think>", "", completion, flags=re.DOTALL | re.IGNORECASE)
    found = FENCE.search(text)
    code = (found.group(1) if found else text).strip()
    at = code.find("import cadquery as cq")
    return (code[at:] if at > 0 else code).strip()


def environment_code(code):
    found = FENCE.search(code)
    return (found.group(1) if found else code).strip()


def code_score(completion, code):
    score = 0.25 * ("import cadquery as cq" in code) + 0.25 * bool(re.search(r"\bfixture\s*=", code))
    score += 0.20 * ("cq.Workplane" in code) + 0.15 * ("def " in code)
    score += 0.10 * any(w in code.lower() for w in "seat back arm base jaw hook leg rail".split())
    score -= 0.25 * ("```" in completion)
    score -= 0.50 * any(w in code for w in ("subprocess", "open(", "requests.", "os.system"))
    return min(1.0, max(0.0, score))


def counts(program):
    return {"functions": len(re.findall(r"^\s*def\s+\w+\s*\(", program, re.MULTILINE)),
            "parameters": len(re.findall(r"^\s*[a-zA-Z_][a-zA-Z0-9_]*\s*=\s*[-+]?\d", program, re.MULTILINE)),
            "returns": len(re.findall(r"^\s*return\s+", program, re.MULTILINE)),
            "names_result": any(w in program for w in ("show_object", "fixture", "result", "chair"))}


def hinted(hints, program):
    text = program.lower()
    return sum(h.lower() in text or h.replace("_", "") in text.replace("_", "") for h in hints) / len(hints)


def training(total, built, completion, code, error):
    score = code_score(completion, code)
    dense = max(-0.25, -0.20 + 0.60 * score) if total <= -1 else total
    if built:
        strict = min(1.0, max(0.05, 0.15 + 0.85 * total))
    else:
        strict = -0.85 + 0.30 * score - 0.10 * ("SyntaxError" in error)
        strict -= 0.05 * ("AttributeError" in error or "NameError" in error)
        strict -= 0.10 * ("import cadquery as cq" not in code or not re.search(r"\bfixture\s*=", code))
        strict = min(-0.05, max(-1.0, strict))
    return dense, strict


# --- mesh ---------------------------------------------------------------------------------------------------


def build(program):
    lines = [line for line in program.splitlines()
             if line.strip() not in ("import cadquery as cq", "from cadquery import exporters", "import math")]
    shown = []
    namespace = {"cq": cq, "Assembly": cq.Assembly, "Color": cq.Color, "math": math, "show_object": shown.append}
    exec("\n".join(lines), namespace)
    names = [n for n in ("fixture", "result", "model", "solid", "body", "part") if n in namespace]
    value = shown[-1] if shown else namespace[names[0]]
    value = value.toCompound() if hasattr(value, "toCompound") else value
    return value if isinstance(value, cq.Shape) else cq.occ_impl.shapes.compound(*value)


def exported(shape):
    with tempfile.TemporaryDirectory() as folder:
        path = folder + "/candidate.stl"
        cq.exporters.export(shape, path, tolerance=0.1, angularTolerance=0.1)
        mesh = next(iter(trimesh.load_scene(path).geometry.values()))
    mesh.remove_unreferenced_vertices()
    low, high = mesh.bounds
    scale = 1000 / max(high[2] - low[2], 1e-9)
    mesh.apply_scale(scale)
    low, high = mesh.bounds
    mesh.apply_translation([-(low[0] + high[0]) / 2, -(low[1] + high[1]) / 2, -low[2]])
    return mesh


def components(mesh):
    groups = trimesh.graph.connected_components(mesh.face_adjacency, nodes=np.arange(len(mesh.faces)), min_len=1)
    return [mesh.vertices[np.unique(mesh.faces[group])] for group in groups]


def topology(mesh):
    _, uses = np.unique(mesh.edges_sorted, axis=0, return_counts=True)
    b, n, d = int((uses == 1).sum()), int((uses > 2).sum()), int((mesh.area_faces < 1e-8).sum())
    f, c = len(mesh.faces), len(components(mesh))
    score = 0.25 if 1 <= c <= 120 else 0.12 if c <= 250 else 0.0
    score += (0.15 if mesh.is_watertight else 0.05) + (0.10 if 50 <= f <= 750000 else 0.03)
    for weight, bad in ((0.20, b), (0.15, n), (0.15, d)):
        score += weight * max(0, 1 - 250 * bad / max(1, f)) - 0.10 * (bad / max(1, f) > 0.02)
    score -= 0.20 * (c > 250)
    facts = {"vertices": len(mesh.vertices), "faces": f, "components": c, "watertight": bool(mesh.is_watertight),
             "winding_consistent": bool(mesh.is_winding_consistent), "boundary_edges": b, "non_manifold_edges": n,
             "degenerate_faces": d}
    return min(1.0, max(0.0, score)), facts


def contact(mesh):
    height = max(np.ptp(mesh.vertices[:, 2]), 1e-9)
    boxes = [(points.min(0), points.max(0)) for points in components(mesh)]
    if len(boxes) > 1:
        boxes = [(low, high) for low, high in boxes if np.linalg.norm(high - low) >= 0.015 * height]
    facts = {"parts": len(boxes), "mean_gap": 0.0, "largest_gap": 0.0, "large_gaps": 0}
    if len(boxes) < 2:
        return 1.0, facts
    gaps = []
    for i, (low, high) in enumerate(boxes):
        gaps.append(min(np.linalg.norm(np.maximum(0, np.maximum(low - h, l - high)))
                        for j, (l, h) in enumerate(boxes) if j != i) / height)
    large = sum(bool(g > 0.08) for g in gaps)
    facts |= {"mean_gap": float(np.mean(gaps)), "largest_gap": float(max(gaps)), "large_gaps": large}
    return min(1.0, max(0.0, math.exp(-28 * np.mean(gaps)) * math.exp(-4 * max(gaps)) - min(0.40, 0.04 * large))), facts


def proportions(lengths, wanted):
    a, t = np.array(lengths) / max(lengths[2], 1e-9), np.array(wanted) / max(wanted[2], 1e-9)
    return max(0.0, 1 - float(np.mean(np.abs(a - t) / np.maximum(t, 1e-9))))


def chair_shape(mesh):
    v, lengths = mesh.vertices, mesh.extents
    height, bottom = max(lengths[2], 1e-9), v[:, 2].min()
    ratio = max(0.0, 1 - abs(lengths[0] / height - 0.55) - abs(lengths[1] / height - 0.60))
    lower = v[v[:, 2] < bottom + 0.25 * height]
    spread = np.percentile(np.linalg.norm(lower[:, :2], axis=1), 90) / height if len(lower) else 0.0
    upper = (v[:, 2] > bottom + 0.55 * height).sum() > max(20, 0.08 * len(v))
    return 0.45 * ratio + 0.35 * min(1.0, spread / 0.30) + 0.20 * upper


def surface(mesh, count):
    np.random.seed(7)
    return trimesh.sample.sample_surface(mesh, count)[0].astype(np.float32)


def chamfer(candidate, reference):
    a, b = surface(candidate, 1500), surface(reference, 3000)
    mean = (cKDTree(b).query(a)[0].mean() + cKDTree(a).query(b)[0].mean()) / 2
    return math.exp(-mean / 1000 / 0.10)


def masks(mesh):
    cz, sz, cx, sx = (f(math.radians(d)) for d in (42, 58) for f in (math.cos, math.sin))
    turn = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]]) @ np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    x, y, z = mesh.vertices.T
    turned = mesh.vertices @ turn.T
    out = []
    for u, v in ((x, z), (-x, z), (y, z), (-y, z), (x, y), (turned[:, 0], turned[:, 2])):
        scale = (512 - 56) / max(np.ptp(u), np.ptp(v), 1e-9)
        px, py = (u - u.min()) * scale + 28, 512 - ((v - v.min()) * scale + 28)
        image = Image.new("L", (512, 512), 0)
        draw = ImageDraw.Draw(image)
        for face in mesh.faces:
            draw.polygon([(float(px[i]), float(py[i])) for i in face], fill=255)
        out.append(np.asarray(image) > 0)
    return out


def silhouette(candidate, reference):
    total = 0.0
    for weight, a, b in zip((.18, .12, .18, .18, .14, .20), masks(candidate), masks(reference)):
        either = (a | b).sum()
        total += weight * (float((a & b).sum() / either) if either else 0.0)
    return total


def score(program, mesh, hints, bbox, reference=None):
    top, facts = topology(mesh)
    near, gap_facts = contact(mesh)
    lengths = [float(x) for x in mesh.extents]
    shape = proportions(lengths, bbox) if bbox else chair_shape(mesh)
    n = counts(program)
    semantic = 0.35 * hinted(hints or DEFAULT_HINTS, program) + 0.45 * shape + 0.20 * min(1, n["functions"] / 6)
    edit = 0.35 * min(1, n["functions"] / 6) + 0.20 * min(1, n["parameters"] / 8)
    edit += 0.25 * min(1, n["returns"] / max(1, n["functions"])) + 0.20 * n["names_result"]
    terms = {"build": 1.0, "efficiency": 1.0, "topology": top, "contact": near,
             "semantic_parts": min(1.0, max(0.0, semantic)), "editability": min(1.0, max(0.0, edit))}
    if reference is None:
        like = 0.60 * proportions(lengths, CHAIR_IDEAL) + 0.40 * proportions(lengths, CHAIR_GLB)
        terms |= {"reference_similarity": like, "silhouette": like}
        weights = dict(build=.22, topology=.17, contact=.12, semantic_parts=.25, reference_similarity=.10,
                       editability=.10, efficiency=.04)
    else:
        far, flat = chamfer(mesh, reference), silhouette(mesh, reference)
        box = proportions(lengths, [float(x) for x in reference.extents])
        terms |= {"reference_similarity": 0.25 * box + 0.35 * far + 0.40 * flat, "silhouette": flat, "chamfer": far}
        weights = dict(build=.18, topology=.17, contact=.10, semantic_parts=.15, reference_similarity=.15,
                       silhouette=.10, editability=.10, efficiency=.05)
    terms["total"] = min(1.0, max(-1.0, sum(w * terms[k] for k, w in weights.items())))
    return terms, {"lengths": lengths, **facts, **gap_facts}


# --- what is written ----------------------------------------------------------------------------------------

TEXTS = [
    "", "   \n", "no code at all", IMPORT + "fixture = 1", "```python\n" + IMPORT + "fixture=2\n```\nmore\n```\nx\n```",
    "```py \n\n  x = 1\n```", "```PYTHON\nx\n```", "```python3\nx = 1\n```\n" + IMPORT + "y = 2\n```\nz\n```",
    "````python\nx = 1\n````", "```\n```", "``` x\n```\ncode", "```python\nunclosed", "<think>a</think>b<THINK>c\n</Think>d",
    "<think>never closed\n" + IMPORT + "fixture = 3", "<think><think>a</think>b</think>c",
    "Here:\n" + IMPORT + "prefixture = 1\nfixture\n  = 2", "```\nprose\n" + IMPORT + "seat = 1\n```",
    IMPORT + 'text = """\n```python\ninner = 1\n```\n"""\nfixture = 1',
    "def a(): return 1\ndef b (x):\n    return\n    return x\n\n\n   def  c\n(x): pass\nasync def d(): pass\n#def e():\n",
    "class A:\n\tdef f(self):\n\t\treturn \t\n\t\treturn 2\n\ndef\n\ndef g(): return 3\ndefh()\ndef i",
    "a=1\n b = -2\nc = +.5\nd = +5\ne == 3\nf =\n   4\ng: int = 5\n1h = 6\n_i = 7j\nk = x = 8\nl=m=9\n\u00e9 = 3\n\n\n  n   =   10",
    "returned = 1\nreturn1\nreturn\r\n  return 5\n\n  return\n\nreturn 6", "RESULT chair Fixture", "def f(a):return a",
    IMPORT + "import subprocess\nbackrest = cq.Workplane()\nfixture = open(1)", "leg\n```\n" + IMPORT + "fixture =0\n```",
]
HINTS = ["Seat", "load_700n", "four_leg", "backrest", "text", "a_b"]
FAILURES = [
    (IMPORT + "fixture = cq.Workplane(", "SyntaxError: '(' was never closed"),
    (IMPORT + "seat = 1\n", "IndentationError: unexpected indent"),
    (IMPORT + "def f(): pass\nfixture = seat", "NameError: name 'seat' is not defined"),
    ("```\nx.cone()\n```", "AttributeError: 'Workplane' object has no attribute 'cone'"),
    (IMPORT + "fixture = cq.Workplane()", "StdFail_NotDone: BRep_API: command not done"),
    (IMPORT + "leg = 1\nfixture = cq.Workplane().f()\ndef f(): pass", "ValueError: no\nNameError is what I mean"),
]


def main():
    folder = HERE / "published"
    folder.mkdir(exist_ok=True)
    meshes, rows = {}, []
    for name, (program, hints, bbox) in PROGRAMS.items():
        shape = build(program)
        stream = io.BytesIO()
        BinTools.Write_s(shape.wrapped, stream)
        (folder / f"{name}.brep").write_bytes(stream.getvalue())
        meshes[name] = exported(shape)
        program = program.strip()
        terms, facts = score(program, meshes[name], hints, bbox)
        dense, strict = training(terms["total"], True, program, program, "")
        rows.append({"name": name, "program": program, "hints": hints, "bbox_mm": bbox, "geometry": facts,
                     "terms": terms, "dense": dense, "strict": strict})
    full = []
    for name, other in LIKENESS:
        program, hints, bbox = PROGRAMS[name]
        terms, _ = score(program.strip(), meshes[name], hints, bbox, meshes[other])
        full.append({"name": name, "reference": other, "terms": terms})
    texts = []
    for completion in TEXTS:
        code = trainer_code(completion)
        program = environment_code(code)
        texts.append({"completion": completion, "code": code, "program": program,
                      "code_score": code_score(completion, code), "hinted": hinted(HINTS, program), **counts(program)})
    failures = []
    for completion, error in FAILURES:
        code = trainer_code(completion)
        dense, strict = training(-1.0, False, completion, code, error)
        failures.append({"completion": completion, "error": error, "dense": dense, "strict": strict})
    points = surface(meshes["pillow"], 5).astype(float).tolist()
    out = {"programs": rows, "full": full, "texts": texts, "hints": HINTS, "failures": failures, "pillow_points": points}
    (HERE / "published.json").write_text(json.dumps(out, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
