#!/usr/bin/env python3
"""Scores programs with known verdicts and tells whether the reward orders them as a fair judge does.

  check_corpus.py FOLDER [--cadforge PROGRAM]

FOLDER holds corpus.jsonl (id, task_id, code) and expectations.json (items: what each program is and what
it must score; pairs: which must score above which, and by how much). The margin of an honest program is
its lead over the best hack on the same task, that of a hack what it lacks to the worst honest program.
Exit code 1 when a hack beats an honest program, a pair that must hold does not, a broken program is paid
or an honest one is not.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

HONEST = ("honest_good", "honest_weak")


def read_rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def score(cadforge, programs):
    """id -> verdict, under the style that the catalogue's tasks mean by default."""
    lines = "".join(
        json.dumps({key: program[key] for key in ("id", "task_id", "code")}) + "\n" for program in programs
    )
    run = subprocess.run(
        [cadforge, "score", "--input", "-"], input=lines, stdout=subprocess.PIPE, text=True, check=True
    )
    return {row["id"]: row for row in map(json.loads, run.stdout.splitlines())}


def margin(name, items, totals):
    """Of an honest program over the best hack on its task, of a hack under the worst honest one."""
    others = [other for other in items if items[other]["task_id"] == items[name]["task_id"]]
    if items[name]["expected"] in HONEST:
        hacks = [totals[other] for other in others if items[other]["expected"] == "hack"]
        return totals[name] - max(hacks) if hacks else None
    if items[name]["expected"] == "hack":
        honest = [totals[other] for other in others if items[other]["expected"] in HONEST]
        return min(honest) - totals[name] if honest else None
    return None


def mistakes(expectations, totals, margins):
    for name, item in expectations["items"].items():
        if item["expected"] == "hack" and margins[name] is not None and margins[name] < 0:
            yield f"{name}: a hack scores {totals[name]:.3f}, more than an honest program"
        wanted = item["score"]
        if wanted == "< 0" and totals[name] >= 0:
            yield f"{name}: scores {totals[name]:.3f}, wanted a failure"
        if wanted == "> 0" and totals[name] <= 0:
            yield f"{name}: scores {totals[name]:.3f}, wanted to be paid"
    for pair in expectations["pairs"]:
        above, below = totals[pair["above"]], totals[pair["below"]]
        if pair["level"] == "must" and above - below < pair["margin"]:
            yield (
                f"{pair['above']} ({above:.3f}) over {pair['below']} ({below:.3f}): "
                f"wanted a margin of {pair['margin']}"
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cadforge", default="build/release/bin/cadforge")
    options = parser.parse_args()

    programs = read_rows(options.folder / "corpus.jsonl")
    expectations = json.loads((options.folder / "expectations.json").read_text(encoding="utf-8"))
    items = expectations["items"]
    verdicts = score(options.cadforge, programs)
    totals = {name: verdict["total"] for name, verdict in verdicts.items()}
    margins = {name: margin(name, items, totals) for name in totals}

    print(f"{'task':30} {'program':8} {'expected':12} {'score':>7} {'margin':>7}  class")
    for name in sorted(totals, key=lambda n: (items[n]["task_id"], -totals[n])):
        apart = "" if margins[name] is None else f"{margins[name]:.3f}"
        print(
            f"{items[name]['task_id']:30} {name:8} {items[name]['expected']:12} "
            f"{totals[name]:7.3f} {apart:>7}  {verdicts[name]['error_class']}"
        )
    wrong = list(mistakes(expectations, totals, margins))
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
