#!/usr/bin/env python3
"""Encoding beside Hugging Face's tokenizers, in one run, with Qwen3.5's own vocabulary.

    PYTHON scripts/bench/tokenizer.py FOLDER [MEGABYTES]

PYTHON is one that has tokenizers 0.23.3; FOLDER holds Qwen3.5's tokenizer.json (scripts/data/qwen_tokenizer.sh
makes one). The text is Python's standard library, each file once. Both run on one core, so processor seconds are
counted, which other work on the machine does not lengthen. A run on one word is taken off cadforge's time, which so
holds JSON in and out as well as encoding; it also says whether all ids are the same.
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import sysconfig
import time

os.environ["RAYON_NUM_THREADS"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
from tokenizers import Tokenizer  # noqa: E402

CADFORGE = pathlib.Path(__file__).parents[2] / "build/release/bin/cadforge"


def child_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def cadforge(folder, texts):
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts))
    began = child_seconds()
    done = subprocess.run([CADFORGE, "tokenize", "--model", folder, "--input", "-"], input=lines, capture_output=True,
                          text=True, check=True)
    return child_seconds() - began, [json.loads(line)["ids"] for line in done.stdout.splitlines()]


def main():
    folder = sys.argv[1]
    megabytes = float(sys.argv[2]) if len(sys.argv) > 2 else 16
    texts, size = [], 0
    for file in sorted(pathlib.Path(sysconfig.get_path("stdlib")).rglob("*.py")):
        texts.append(file.read_text(errors="replace"))
        size += len(texts[-1].encode())
        if size > megabytes * 1e6:
            break
    began = time.process_time()
    theirs = Tokenizer.from_file(folder + "/tokenizer.json")
    their_load = time.process_time() - began
    began = time.process_time()
    expected = [theirs.encode(text, add_special_tokens=False).ids for text in texts]
    their_seconds = time.process_time() - began
    load = min(cadforge(folder, ["a"])[0] for _ in range(2))
    seconds, ids = cadforge(folder, texts)
    print(json.dumps({"megabytes": round(size / 1e6, 1), "same_ids": ids == expected,
                      "cadforge_start_and_load_s": round(load, 2), "tokenizers_load_s": round(their_load, 2),
                      "cadforge_mb_a_second": round(size / 1e6 / (seconds - load), 1),
                      "tokenizers_mb_a_second": round(size / 1e6 / their_seconds, 1),
                      "ratio": round(their_seconds / (seconds - load), 2)}))


main()
