#!/usr/bin/env python3
"""Do the tasks of every family score as they must? Draws of each family through `cadforge tasks
check`; ends with a Markdown table. What is there already is not done again, so it may be stopped
and started at will. About an hour and a half on 2 cores for 40 draws; not part of the tests.

  scripts/calibrate.py [--draws 40] [--out runs/calibration] [FAMILY ...]
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import mean

CADFORGE = Path(__file__).parent.parent / "build/release/bin/cadforge"


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def family_names():
    listed = subprocess.run([CADFORGE, "tasks", "list"], stdout=subprocess.PIPE, check=True)
    rows = lines(listed.stdout.decode())
    return sorted(row["family"] for row in rows if "id" not in row)


def check(family, draws, path):
    """A line a draw and style. Draws that are not fit make the command fail: they are in the lines."""
    print(f"== {family}", file=sys.stderr)
    unfinished = path.with_suffix(".part")
    with open(unfinished, "w", encoding="utf-8") as file:
        subprocess.run([CADFORGE, "tasks", "check", f"{family}:eval:{draws}"], stdout=file)
    unfinished.rename(path)


def table_row(family, checks):
    drawings = [row for row in checks if row["style"] == "drawing"]
    shown = [row["best_null"] for row in checks if row["style"] != "drawing"]
    golds = [row["gold"] for row in checks]
    seconds = [row["second"] for row in drawings]
    nulls = [row["best_null"] for row in drawings]
    mutants = [max(0, total) for row in drawings for total in row["mutants"].values()]
    least = min(row["gold"] - total for row in drawings for total in row["mutants"].values())
    fit = len(drawings) - len({row["task_id"] for row in checks if not row["ok"]})
    return (
        f"| {family} | {fit} of {len(drawings)} | {min(golds):.3f} / {mean(golds):.3f} "
        f"| {min(seconds):.3f} / {mean(seconds):.3f} | {max(nulls):.3f} | {max(shown):.3f} "
        f"| {mean(mutants):.2f} / {max(mutants):.2f} of {len(mutants)} | {least:.2f} |"
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--draws", type=int, default=40)
    parser.add_argument("--out", type=Path, default=Path("runs/calibration"))
    parser.add_argument("families", nargs="*")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rows, mistakes = [], []
    for family in options.families or family_names():
        path = options.out / f"{family}-{options.draws}.jsonl"
        if not path.exists():
            check(family, options.draws, path)
        checks = lines(path.read_text(encoding="utf-8"))
        rows.append(table_row(family, checks))
        mistakes += [
            f"{row['task_id']} ({row['style']}): {mistake}"
            for row in checks
            for mistake in row["mistakes"]
        ]
    print(
        "| family | fit | gold, min / mean | second program, min / mean | nulls, max "
        "| given program, max | mutants, mean / max | a mutant loses, min |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    print("\n".join(rows))
    if mistakes:
        sys.exit("\n".join(mistakes))


if __name__ == "__main__":
    main()
