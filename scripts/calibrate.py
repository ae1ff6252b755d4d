#!/usr/bin/env python3
"""Do the tasks of every family score as they must? Draws of each family through `cadforge tasks
check`; ends with a Markdown table, and fails where a draw is not fit. What is there already is not
done again, so it may be stopped and started at will. Half an hour of CPU for 40 draws of each
family; not part of the tests.

  scripts/calibrate.py [--family every] [--draws 40] [--out runs/calibration]
"""

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from statistics import mean

CADFORGE = Path(__file__).parent.parent / "build/release/bin/cadforge"
AT_ONCE = 75  # tasks: five of each family


def sample(family, draws):
    """Held-out draws, of `every` family in turn."""
    count = draws * (15 if family == "every" else 1)
    command = ["tasks", "sample", "--family", family, "--split", "eval", "--count", str(count)]
    sampled = subprocess.run([CADFORGE, *command], stdout=subprocess.PIPE, check=True)
    return sampled.stdout.decode().splitlines()


def check(tasks, path):
    """A line a draw and style. One that is not fit makes the command fail: the line says why."""
    asked, answers = path.with_suffix(".tasks"), path.with_suffix(".part")
    asked.write_text("\n".join(tasks) + "\n", encoding="utf-8")
    with open(answers, "w", encoding="utf-8") as file:
        subprocess.run([CADFORGE, "tasks", "check", asked], stdout=file)
    answered = {json.loads(line)["task_id"] for line in answers.read_text().splitlines()}
    if len(answered) < len(tasks):
        sys.exit(f"{path}: {len(answered)} of {len(tasks)} tasks were checked")
    asked.unlink()
    answers.rename(path)


def table_row(family, checks):
    drawings = [row for row in checks if row["style"] == "drawing"]
    shown = [row["best_null"] for row in checks if row["style"] != "drawing"]
    golds = [row["gold"] for row in checks]
    seconds = [row["second"] for row in drawings]
    nulls = [row["best_null"] for row in drawings]
    mutants = [max(0, total) for row in drawings for total in row["mutants"].values()]
    losses = [row["gold"] - total for row in drawings for total in row["mutants"].values()]
    fit = len(drawings) - len({row["task_id"] for row in checks if not row["ok"]})
    return (
        f"| {family} | {fit} of {len(drawings)} | {min(golds):.3f} / {mean(golds):.3f} "
        f"| {min(seconds):.3f} / {mean(seconds):.3f} | {max(nulls):.3f} | {max(shown):.3f} "
        f"| {len(mutants)} | {mean(mutants):.2f} / {max(mutants):.2f} | {min(losses):.2f} |"
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--family", default="every")
    parser.add_argument("--draws", type=int, default=40)
    parser.add_argument("--out", type=Path, default=Path("runs/calibration"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tasks = sample(options.family, options.draws)
    checks, mistakes = defaultdict(list), []
    for start in range(0, len(tasks), AT_ONCE):
        path = options.out / f"{options.family}-{start}.jsonl"
        if not path.exists():
            print(f"== {start} of {len(tasks)} tasks", file=sys.stderr)
            check(tasks[start : start + AT_ONCE], path)
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            checks[row["family"]].append(row)
            for mistake in row["mistakes"]:
                mistakes.append(f"{row['task_id']} ({row['style']}): {mistake}")
    print(
        "| family | fit | gold, min / mean | second program, min / mean | nulls, max "
        "| given program, max | mutants | their mean / max | least loss |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for family in sorted(checks):
        print(table_row(family, checks[family]))
    if mistakes:
        sys.exit("\n".join(mistakes))


if __name__ == "__main__":
    main()
