#!/usr/bin/env python3
"""Programs a second on the pool, beside a fresh Python for each program, in one run.

    scripts/bench/environment.py [--programs FILE.jsonl --kinds honest_good,honest_weak] [--fresh N] [--rounds N]

Without --programs: reference programs of six families. FILE.jsonl has `id` and `code` a line (and `kind`, to choose
by). The fresh Python does what is published: it imports CadQuery, runs the program, exports STL and measures volume,
box and validity; its programs run in sequence, half of them before and half after the pool's. Prints one JSON object:
programs a second of both, their ratio, and p50 and p95 of a single program on one lane.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CADFORGE = ROOT / "build/release/bin/cadforge"
PYTHON = ROOT / ".venv/bin/python"
FAMILIES = ("box", "bracket", "flange", "plate", "shaft", "table")

FRESH = """
import sys
import cadquery as cq
shown = []
names = {"__name__": "__main__", "show_object": lambda value, *_, **__: shown.append(value)}
exec(open(sys.argv[1]).read(), names)
chosen = [names[n] for n in ("fixture", "result") if names.get(n) is not None] or shown
shape = chosen[0]
shape = shape.toCompound() if isinstance(shape, cq.Assembly) else shape
shape = cq.Compound.makeCompound(shape.vals()) if isinstance(shape, cq.Workplane) else shape
cq.exporters.export(cq.Workplane(obj=shape), "part.stl")
box = shape.BoundingBox()
print(shape.isValid(), shape.Volume(), box.xlen, box.ylen, box.zlen)
"""


def family_programs(count):
    programs = []
    for family in FAMILIES:
        text = subprocess.run([CADFORGE, "tasks", "sample", "--family", family, "--count", str(count)],
                              capture_output=True, text=True, check=True).stdout
        programs += [{"id": task["id"], "code": task["gold"]} for task in map(json.loads, text.splitlines())]
    return programs


def chosen_programs(path, kinds):
    lines = [json.loads(line) for line in pathlib.Path(path).read_text().splitlines()]
    return [line for line in lines if not kinds or line.get("kind") in kinds]


def fresh(programs):
    """Seconds a program, one after another."""
    began = time.perf_counter()
    for program in programs:
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "program.py").write_text(program["code"])
            done = subprocess.run([PYTHON, "-c", FRESH, "program.py"], cwd=folder, capture_output=True, text=True)
            if done.returncode:
                print(program["id"], done.stderr.splitlines()[-1:], file=sys.stderr)
    return (time.perf_counter() - began) / len(programs)


def pool(programs, *options):
    lines = "".join(json.dumps(program) + "\n" for program in programs)
    done = subprocess.run([CADFORGE, "bench", "reward", "--input", "-", *options], input=lines, capture_output=True,
                          text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs")
    parser.add_argument("--kinds", default="")
    parser.add_argument("--fresh", type=int, default=12, help="programs that a fresh Python builds")
    parser.add_argument("--rounds", type=int, default=4, help="how often the pool builds them all")
    chosen = parser.parse_args()
    kinds = set(filter(None, chosen.kinds.split(",")))
    programs = chosen_programs(chosen.programs, kinds) if chosen.programs else family_programs(8)
    # Some of each, in the order of the whole.
    some = [programs[i * len(programs) // chosen.fresh] for i in range(min(chosen.fresh, len(programs)))]
    half = (len(some) + 1) // 2
    before = fresh(some[:half])
    ours = pool(programs, "--rounds", str(chosen.rounds))
    after = fresh(some[half:]) if some[half:] else before
    single = pool(programs, "--lanes", "1")
    fresh_seconds = (before * half + after * (len(some) - half)) / len(some)
    print(json.dumps({"programs": len(programs), "built": ours["built"] // chosen.rounds, "lanes": ours["lanes"],
                      "fresh_seconds_a_program": round(fresh_seconds, 3),
                      "fresh_before_and_after": [round(before, 3), round(after, 3)],
                      "pool_programs_a_second": round(ours["programs_per_second"], 2),
                      "ratio": round(ours["programs_per_second"] * fresh_seconds, 1),
                      "single_ms_p50": round(single["latency_ms_p50"], 1),
                      "single_ms_p95": round(single["latency_ms_p95"], 1)}))


main()
