#!/usr/bin/env python3
"""Loads and runs a large checkpoint on this machine's CPU: seconds, processor seconds, tokens a second, peak memory.

    python3 scripts/bench/large_model.py FOLDER [NEW_TOKENS] [SAMPLES]     (see random_checkpoint.py)

Three runs: `cadforge logprobs` of two tokens, which loads and touches every weight; `cadforge generate` of one token
after a prompt of 32; the same of NEW_TOKENS. What the last takes longer than the second is decoding.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

CADFORGE = pathlib.Path(__file__).parents[2] / "build/release/bin/cadforge"


def run(command, row, *arguments):
    """What it printed, seconds from start to end, processor seconds, peak memory in bytes."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as rows, tempfile.TemporaryFile("w+") as out:
        rows.write(json.dumps(row) + "\n")
        rows.flush()
        began = time.perf_counter()
        process = subprocess.Popen([CADFORGE, command, "--device", "cpu", "--input", rows.name, *map(str, arguments)],
                                   stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        if status:
            sys.exit(f"cadforge {command} ended with status {status}")
        out.seek(0)
        return ([json.loads(line) for line in out], seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def main():
    folder = sys.argv[1]
    tokens = int(sys.argv[2]) if len(sys.argv) > 2 else 16
    samples = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    size = sum(f.stat().st_size for f in pathlib.Path(folder).glob("*.safetensors"))
    prompt = {"id": 1, "prompt_ids": list(range(100, 132))}
    generate = ["--model", folder, "--ignore-eos", "--max-new-tokens"]
    _, load, load_cpu, load_peak = run("logprobs", {"id": 1, "ids": [5, 6], "prompt_length": 1}, "--model", folder)
    _, first, first_cpu, _ = run("generate", prompt, *generate, 1)
    lines, whole, whole_cpu, peak = run("generate", prompt, *generate, tokens, "--samples", samples)
    assert len(lines) == samples and all(len(line["completion_ids"]) == tokens for line in lines)
    made = (tokens - 1) * samples
    print(json.dumps({"checkpoint_gb": round(size / 1e9, 3), "load_s": round(load, 2), "load_cpu_s": round(load_cpu, 2),
                      "load_peak_gb": round(load_peak / 1e9, 3), "load_peak_over_checkpoint": round(load_peak / size, 3),
                      "load_prompt_and_first_token_s": round(first, 2), "samples": samples, "new_tokens": tokens,
                      "tokens_a_second": round(made / max(whole - first, 1e-9), 2),
                      "cpu_s_a_token": round((whole_cpu - first_cpu) / made, 3),
                      "generate_peak_gb": round(peak / 1e9, 3)}))


main()
