#!/usr/bin/env python3
"""Decoding beside transformers' generate, in one run: same weights, same prompts, same threads, greedy.

    PYTHON scripts/bench/decode.py [MODEL] [BATCH] [NEW_TOKENS]

PYTHON is one that has torch 2.11.0 and transformers 5.17.0. A first run of one token is taken off each, so
that loading does not count. Says how many tokens are the same, too.
"""

import json
import pathlib
import subprocess
import sys
import time

import torch
from transformers import AutoModelForCausalLM

ROOT = pathlib.Path(__file__).parents[2]


def cadforge(model, prompts, tokens):
    lines = "".join(json.dumps({"id": i, "prompt_ids": p}) + "\n" for i, p in enumerate(prompts))
    began = time.perf_counter()
    done = subprocess.run(
        [ROOT / "build/release/bin/cadforge", "generate", "--model", model, "--device", "cpu", "--dtype", "float32",
         "--input", "-", "--temperature", "0", "--ignore-eos", "--max-new-tokens", str(tokens)],
        input=lines, capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - began
    return seconds, [json.loads(line)["completion_ids"] for line in done.stdout.splitlines()]


def transformers(model, prompts, tokens):
    began = time.perf_counter()
    out = model.generate(torch.tensor(prompts), max_new_tokens=tokens, do_sample=False,
                         pad_token_id=0)
    return time.perf_counter() - began, out[:, len(prompts[0]):].tolist()


def main():
    model = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "models/tiny")
    batch = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    tokens = int(sys.argv[3]) if len(sys.argv) > 3 else 256
    generator = torch.Generator().manual_seed(1)
    prompts = torch.randint(10, 500, (batch, 24), generator=generator).tolist()
    theirs = AutoModelForCausalLM.from_pretrained(model, dtype=torch.float32).eval()
    theirs.generation_config.eos_token_id = None
    transformers(theirs, prompts, 8)
    seconds, ids = {}, {}
    for name, run, argument in (("transformers", transformers, theirs), ("cadforge", cadforge, model)):
        one = min(run(argument, prompts, 1)[0] for _ in range(2))
        whole, ids[name] = run(argument, prompts, tokens)
        seconds[name] = whole - one
    same = sum(a == b for x, y in zip(ids["transformers"], ids["cadforge"]) for a, b in zip(x, y))
    made = batch * (tokens - 1)
    print(json.dumps({"threads": torch.get_num_threads(), "batch": batch, "new_tokens": tokens,
                      **{f"{name}_tokens_a_second": round(made / s) for name, s in seconds.items()},
                      "ratio": round(seconds["transformers"] / seconds["cadforge"], 2),
                      "same_tokens": f"{same}/{batch * tokens}"}))


main()
