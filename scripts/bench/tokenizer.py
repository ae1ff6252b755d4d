#!/usr/bin/env python3
"""Encoding beside Hugging Face's tokenizers on one core, in one run, with Qwen3.5's own vocabulary.

    PYTHON scripts/bench/tokenizer.py FOLDER [MEGABYTES]

PYTHON is one that has tokenizers 0.23.3; FOLDER holds Qwen3.5's tokenizer.json (scripts/data/qwen_tokenizer.sh
makes one). The text is Python's standard library. A run on one word is taken off cadforge's time, which so
holds JSON in and out as well as encoding; it also says whether all ids are the same.
"""

import json
import os
import pathlib
import subprocess
import sys
import sysconfig
import time

os.environ["RAYON_NUM_THREADS"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
from tokenizers import Tokenizer  # noqa: E402

CADFORGE = pathlib.Path(__file__).parents[2] / "build/release/bin/cadforge"


def cadforge(folder, texts):
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts))
    began = time.perf_counter()
    done = subprocess.run([CADFORGE, "tokenize", "--model", folder, "--input", "-"], input=lines, capture_output=True,
                          text=True, check=True)
    return time.perf_counter() - began, [json.loads(line)["ids"] for line in done.stdout.splitlines()]


def main():
    folder = sys.argv[1]
    megabytes = float(sys.argv[2]) if len(sys.argv) > 2 else 16
    texts, size = [], 0
    for file in sorted(pathlib.Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        texts.append(file.read_text(errors="replace"))
        size += len(texts[-1].encode())
        if size > megabytes * 1e6:
            break
    began = time.perf_counter()
    theirs = Tokenizer.from_file(folder + "/tokenizer.json")
    their_load = time.perf_counter() - began
    began = time.perf_counter()
    expected = [theirs.encode(text, add_special_tokens=False).ids for text in texts]
    their_seconds = time.perf_counter() - began
    load = min(cadforge(folder, ["a"])[0] for _ in range(2))
    seconds, ids = cadforge(folder, texts)
    print(json.dumps({"megabytes": round(size / 1e6, 1), "same_ids": ids == expected,
                      "cadforge_start_and_load_s": round(load, 2), "tokenizers_load_s": round(their_load, 2),
                      "cadforge_mb_a_second": round(size / 1e6 / (seconds - load), 1),
                      "tokenizers_mb_a_second": round(size / 1e6 / their_seconds, 1),
                      "ratio": round(their_seconds / (seconds - load), 2)}))


main()
