#!/usr/bin/env python3
"""Data and table for evidence.sh; the training and the scoring are cadforge's.

  evidence.py tokens RUN                    completion tokens that a GRPO run sampled
  evidence.py gold ROWS LENGTHS TOKENS OUT  gold rows, over and over, until they hold TOKENS
  evidence.py accepted RUN OUT              a GRPO run's completions with total >= 0.8 as SFT rows
  evidence.py table FOLDER                  one Markdown row for each evaluation in FOLDER
"""

import json
import sys
from pathlib import Path

SOLVED = 0.8
ROWS = [
    ("before", "the model before training"),
    ("grpo-1", "GRPO, seed 1"),
    ("grpo-2", "GRPO, seed 2"),
    ("grpo-3", "GRPO, seed 3"),
    ("shuffled", "GRPO, rewards shuffled"),
    ("swapped", "GRPO, seed 1, scored on another draw's spec"),
    ("gold", "SFT on gold programs, as many tokens"),
    ("accepted", "SFT on GRPO's own solved samples"),
]


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def tokens(run):
    print(sum(row["tokens"] for row in rows_of(Path(run) / "completions.jsonl")))


def gold(rows, lengths, wanted, out):
    rows = list(rows_of(rows))
    lengths = [len(row["ids"]) for row in rows_of(lengths)]
    held, i = 0, 0
    with open(out, "w", encoding="utf-8") as file:
        while held < int(wanted):
            file.write(json.dumps(rows[i % len(rows)]) + "\n")
            held += lengths[i % len(rows)]
            i += 1
    print(f"{i} gold rows, {held} completion tokens", file=sys.stderr)


def accepted(run, out):
    rows = [row for row in rows_of(Path(run) / "completions.jsonl") if row["total"] >= SOLVED]
    if not rows:
        sys.exit(f"{run}: no completion with total >= {SOLVED}, so nothing to train on")
    with open(out, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({"prompt": row["prompt"], "completion": row["text"]}) + "\n")
    print(f"{len(rows)} accepted completions", file=sys.stderr)


def table(folder):
    print("| | builds | mean total | total >= 0.8 | pass@1 | pass@k | null-like |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, words in ROWS:
        path = Path(folder) / f"eval-{name}" / "eval.json"
        if not path.exists():
            continue
        row = json.loads(path.read_text(encoding="utf-8"))["all"]
        print(
            f"| {words} | {row['build_rate']:.1%} | {row['mean_total']:.3f} | {row['share_solved']:.1%} "
            f"| {row['pass@1']:.1%} | {row['pass@k']:.1%} | {row['null_rate']:.1%} |"
        )


if __name__ == "__main__":
    commands = {"tokens": tokens, "gold": gold, "accepted": accepted, "table": table}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](*sys.argv[2:])
