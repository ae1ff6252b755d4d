#!/usr/bin/env python3
"""Does the pool keep sixteen workers busy? Simulated with recorded times, on however many cores there are.

    scripts/bench/scaling.py [--lanes 16] [--programs FILE.jsonl] [--count 2000]

Records how long programs take on the real pool (the families' reference programs, or those of FILE.jsonl), then runs
the pool on workers that sleep as long (scripts/bench/sleeping_worker.py). Utilisation is the share of the lanes' time,
until the queue was empty, that those times add up to.
"""

import argparse
import json
import pathlib
import random
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCH = [ROOT / "build/release/bin/cadforge", "bench", "reward"]


def run(*options, lines=None):
    done = subprocess.run([*BENCH, *options], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lanes", type=int, default=16)
    parser.add_argument("--programs")
    parser.add_argument("--count", type=int, default=2000)
    chosen = parser.parse_args()
    recorded = run("--each", *(["--input", chosen.programs] if chosen.programs else []))
    times = [line["seconds"] for line in recorded[:-1]]
    drawn = random.Random(0).choices(times, k=chosen.count)
    lines = "".join(json.dumps({"id": i, "code": str(seconds)}) + "\n" for i, seconds in enumerate(drawn))
    worker = ROOT / "scripts/bench/sleeping_worker.py"
    simulated = run("--lanes", str(chosen.lanes), "--worker", worker, "--input", "-", lines=lines)[-1]
    times.sort()
    print(json.dumps({"recorded": len(times), "recorded_s_p50": round(times[len(times) // 2], 3),
                      "recorded_s_max": round(times[-1], 3), "lanes": chosen.lanes, "programs": chosen.count,
                      "seconds": round(simulated["seconds"], 2), "utilisation": round(simulated["utilisation"], 4)}))


main()
