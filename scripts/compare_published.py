#!/usr/bin/env python3
"""Compares the published profiles with scores that the published system itself gave.

  .venv/bin/python scripts/compare_published.py CORPUS [CADFORGE]

CORPUS holds corpus.jsonl (id, task_id, code) and seed_scores.jsonl (the published system's verdicts in fast
mode). Prints the worst deviation of each term over the programs that both build, then every program with a
deviation of more than 0.02 or another outcome, with what became of it here. Programs run in the sandbox only.
"""

import json
import subprocess
import sys
from pathlib import Path

TERMS = ("build", "topology", "contact", "semantic_parts", "reference_similarity", "silhouette", "editability",
         "efficiency", "total")
LIMIT = 0.02


def rows_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scored(cadforge, profile, programs):
    lines = "".join(json.dumps({k: p[k] for k in ("id", "task_id", "code")}) + "\n" for p in programs)
    done = subprocess.run([cadforge, "score", "--profile", profile, "--input", "-"], input=lines, text=True,
                          stdout=subprocess.PIPE, check=True)
    return {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}


def expected(verdict):
    """The published system's terms and rewards; the total is 0 where it crashed or ran out of time."""
    result = verdict["result"]
    wanted = {term: result.get("reward", {}).get(term, 0.0) for term in TERMS}
    wanted["total"] = result["raw"]
    return wanted | {"dense": result["dense"], "strict": result["strict"]}


def main():
    corpus = Path(sys.argv[1])
    cadforge = sys.argv[2] if len(sys.argv) > 2 else "build/release/bin/cadforge"
    programs = rows_of(corpus / "corpus.jsonl")
    wanted = {row["id"]: expected(row) for row in rows_of(corpus / "seed_scores.jsonl") if row["mode"] == "fast"}
    dense = scored(cadforge, "published_dense", programs)
    strict = scored(cadforge, "published_strict", programs)
    worst, off = {}, []
    for program in programs:
        name = program["id"]
        if name not in wanted:
            continue
        got = dense[name] | {"dense": dense[name]["training_reward"], "strict": strict[name]["training_reward"]}
        difference = {key: abs((got.get(key) or 0.0) - value) for key, value in wanted[name].items()}
        if max(difference.values()) > LIMIT:
            off.append((name, program, got, difference))
        else:
            for key, value in difference.items():
                worst[key] = max(worst.get(key, (0.0, "")), (value, name))
    print(f"{len(wanted) - len(off)} of {len(wanted)} programs within {LIMIT} in every term; the worst of these:")
    for key, (value, name) in worst.items():
        print(f"  {key:22} {value:.2e}  {name}")
    for name, program, got, difference in off:
        terms = ", ".join(f"{key} {value:.3f}" for key, value in difference.items() if value > LIMIT)
        print(f"{name} ({program['kind']}: {program['note']}): off by {terms}; here {got['error_class']}")


if __name__ == "__main__":
    main()
