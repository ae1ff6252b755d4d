#!/usr/bin/env python3
"""What a verdict costs: CPU time of building and of each part of measuring, over the references of a task set.

    scripts/bench/reward_cost.py [--tasks catalogue]

Each reference program is scored on its own task. Prints a Markdown table; times are CPU milliseconds of one core.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CADFORGE = ROOT / "build/release/bin/cadforge"


def lines(*arguments, given=None):
    run = subprocess.run([CADFORGE, *arguments], input=given, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(run.stderr.strip())
    return [json.loads(line) for line in run.stdout.splitlines()]


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def row(name, values):
    ms = [1000 * v for v in values]
    return f"| {name} | {statistics.median(ms):.1f} | {quantile(ms, 0.95):.1f} | {max(ms):.1f} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tasks", default="catalogue")
    options = parser.parse_args()
    tasks = lines("tasks", "show", "--tasks", options.tasks)
    given = "".join(json.dumps({"id": t["id"], "task_id": t["id"], "code": t["gold"]}) + "\n" for t in tasks)
    verdicts = lines("score", "--tasks", options.tasks, "--input", "-", given=given)
    failed = [v["id"] for v in verdicts if v["error_class"] != "ok"]
    if failed:
        sys.exit(f"references that do not build: {', '.join(failed)}")
    parts = {}
    for verdict in verdicts:
        for part, seconds in verdict["measure_cpu_seconds"].items():
            parts.setdefault(part, []).append(seconds)
    measuring = [sum(v["measure_cpu_seconds"].values()) for v in verdicts]
    building = [v["cpu_seconds"] for v in verdicts]
    both = [a + b for a, b in zip(measuring, building)]
    print(f"{len(verdicts)} references of {options.tasks}; CPU ms of one core\n")
    print("| | median | p95 | most |\n|---|---:|---:|---:|")
    for part, values in sorted(parts.items(), key=lambda item: -sum(item[1])):
        print(row(part, values))
    print(row("**measuring, all**", measuring))
    print(row("building (fork, program, handing over)", building))
    print(row("**both**", both))
    print(row("rebuilding with changed parameters (up to 4)", [v["rebuild_cpu_seconds"] for v in verdicts]))


if __name__ == "__main__":
    main()
