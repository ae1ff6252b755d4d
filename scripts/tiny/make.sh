#!/usr/bin/env bash
# Makes models/tiny from nothing but its config.json: corpus, tokenizer, pre-training. A few minutes on 2
# cores. The weights are reproducible on one machine; other CPUs round differently.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=${TINY_WORK:-build/tiny}
cadforge=build/release/bin/cadforge
mkdir -p "$work"

echo "== corpus" >&2
"$cadforge" data make --kind gold --unchecked --count 12000 --out "$work/gold.jsonl"

echo "== tokenizer" >&2
[ -d "$work/python/tokenizers" ] ||
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
    --target "$work/python" tokenizers==0.23.3
PYTHONPATH="$work/python" .venv/bin/python scripts/tiny/train_tokenizer.py "$work/gold.jsonl" models/tiny

echo "== pre-training" >&2
rm -rf "$work/sft"
"$cadforge" sft --config configs/tiny_sft.json --set "data.files=[\"$work/gold.jsonl\"]" --out "$work/sft"
cp "$work/sft/model/model.safetensors" models/tiny/

"$cadforge" eval --model tiny --tasks all:eval:64 --samples 16 --out "$work/eval" >/dev/null
