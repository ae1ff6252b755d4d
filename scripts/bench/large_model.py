#!/usr/bin/env python3
"""Loads and runs a large checkpoint on this machine's CPU: seconds, tokens a second, peak memory.

    python3 scripts/bench/large_model.py FOLDER [NEW_TOKENS] [SAMPLES]     (see random_checkpoint.py)
"""

import json
import pathlib
import resource
import subprocess
import sys
import time

CADFORGE = pathlib.Path(__file__).parents[2] / "build/release/bin/cadforge"


def run(folder, tokens, samples):
    """Seconds from start to end."""
    process = subprocess.Popen(
        [CADFORGE, "generate", "--model", folder, "--device", "cpu", "--input", "-", "--ignore-eos", "--max-new-tokens",
         str(tokens), "--samples", str(samples)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    began = time.perf_counter()
    out, _ = process.communicate(json.dumps({"id": 1, "prompt_ids": list(range(100, 132))}).encode() + b"\n")
    seconds = time.perf_counter() - began
    lines = out.splitlines()
    assert process.returncode == 0 and len(lines) == samples
    assert all(len(json.loads(line)["completion_ids"]) == tokens for line in lines)
    return seconds


def main():
    folder = sys.argv[1]
    tokens = int(sys.argv[2]) if len(sys.argv) > 2 else 16
    samples = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    size = sum(f.stat().st_size for f in pathlib.Path(folder).glob("*.safetensors"))
    first = run(folder, 1, 1)
    whole = run(folder, tokens, samples)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    rate = (tokens - 1) * samples / max(whole - first, 1e-9)
    print(json.dumps({"checkpoint_gb": round(size / 1e9, 3), "load_and_first_token_s": round(first, 2),
                      "tokens_a_second": round(rate, 2), "samples": samples,
                      "peak_memory_gb": round(peak / 1e9, 3),
                      "peak_over_checkpoint": round(peak / size, 3)}))


main()
