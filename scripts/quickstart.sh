#!/usr/bin/env bash
# Sets everything up and runs the main job: GRPO on the embedded tiny model, rewarded by real CadQuery builds.
# Ends with a table: the model before and after, on evaluation draws it was never trained on. Any argument is
# handed to `cadforge grpo`, for example: ./scripts/quickstart.sh --set seed=2
set -euo pipefail
cd "$(dirname "$0")/.."

./scripts/setup.sh
cadforge=build/release/bin/cadforge
run=${CADFORGE_RUN:-runs/quickstart}
tasks=all:eval:64

if [ -e "$run" ]; then
  echo "$run exists already: remove it, or set CADFORGE_RUN to another folder" >&2
  exit 1
fi
mkdir -p "$run"

echo "== before: the tiny model on $tasks, 16 samples each" >&2
"$cadforge" eval --model tiny --tasks $tasks --samples 16 --out "$run/eval_before" >/dev/null
echo "== GRPO: a LoRA adapter on the frozen model" >&2
"$cadforge" grpo --config configs/smoke.json --out "$run" "$@"
echo "== after: the saved adapter, read back by a new process" >&2
"$cadforge" eval --model tiny --adapter "$run/adapter" --tasks $tasks --samples 16 \
  --out "$run/eval_after" --compare "$run/eval_before/eval.json"
"$cadforge" report "$run"
