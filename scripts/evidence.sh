#!/usr/bin/env bash
# Is the learning real? Three seeds of the main job, and what should not work as well beside them: rewards
# shuffled among the completions, completions scored on another part's spec, supervised training on gold
# programs for as many tokens, and on GRPO's own solved samples. Hours on 2 cores; not part of the tests. What
# is there already is not done again, so it may be stopped and started at will. Ends with a Markdown table.
#
#   EVIDENCE_OUT      folder (runs/evidence)         EVIDENCE_STEPS    GRPO steps (the configuration's)
#   EVIDENCE_TASKS    task set (all:eval:64)         EVIDENCE_SAMPLES  completions a task (16)
#   EVIDENCE_SEEDS    seeds ("1 2 3")
#
# A dry run in minutes: EVIDENCE_STEPS=2 EVIDENCE_TASKS=all:eval:12 EVIDENCE_SAMPLES=2 scripts/evidence.sh
set -euo pipefail
cd "$(dirname "$0")/.."

out=${EVIDENCE_OUT:-runs/evidence}
tasks=${EVIDENCE_TASKS:-all:eval:64}
samples=${EVIDENCE_SAMPLES:-16}
seeds=${EVIDENCE_SEEDS:-1 2 3}
config=configs/smoke.json
cadforge=build/release/bin/cadforge
python=.venv/bin/python
steps=()
[ -z "${EVIDENCE_STEPS:-}" ] || steps=(--set "schedule.max_steps=$EVIDENCE_STEPS")

say() { printf '== %s\n' "$*" >&2; }

# evaluate NAME [ADAPTER] [OPTION...]: into eval-NAME, once.
evaluate() {
  local name=$1 adapter=${2:-}
  shift $(($# < 2 ? $# : 2))
  [ -f "$out/eval-$name/eval.json" ] && return
  say "eval $name"
  "$cadforge" eval --model tiny ${adapter:+--adapter "$adapter"} --tasks "$tasks" --samples "$samples" \
    --out "$out/eval-$name" "$@" >/dev/null
}

# grpo NAME [OPTION...]: a run in NAME, once; one that was stopped goes on.
grpo() {
  local name=$1
  shift
  [ -f "$out/$name/done" ] && return
  say "grpo $name"
  local resume=()
  if [ -d "$out/$name/checkpoints" ]; then resume=(--resume); else rm -rf "${out:?}/$name"; fi
  "$cadforge" grpo --config "$config" "${steps[@]}" --out "$out/$name" "${resume[@]}" "$@" >/dev/null
  touch "$out/$name/done"
}

# sft NAME ROWS: LoRA on the rows, once through, with the learning rate of the main job.
sft() {
  local name=$1 rows=$2
  [ -f "$out/$name/done" ] && return
  say "sft $name"
  rm -rf "${out:?}/$name"
  "$cadforge" sft --config "$config" --set schedule.max_steps=0 --set schedule.epochs=1 \
    --set "data.files=[\"$rows\"]" --out "$out/$name" >/dev/null
  touch "$out/$name/done"
}

gold_rows() {
  local wanted
  wanted=$("$python" scripts/evidence.py tokens "$out/grpo-$first")
  "$cadforge" data make --kind gold --unchecked --count "${EVIDENCE_GOLD:-3000}" --out "$out/gold-all.jsonl"
  "$python" -c '
import json, sys
for i, line in enumerate(sys.stdin):
    print(json.dumps({"id": i, "text": json.loads(line)["messages"][-1]["content"]}))' \
    < "$out/gold-all.jsonl" | "$cadforge" tokenize --model tiny --input - > "$out/gold-ids.jsonl"
  "$python" scripts/evidence.py gold "$out/gold-all.jsonl" "$out/gold-ids.jsonl" "$wanted" \
    "$out/gold.jsonl"
}

mkdir -p "$out"
first=${seeds%% *}
evaluate before
for seed in $seeds; do
  grpo "grpo-$seed" --set "seed=$seed"
  evaluate "grpo-$seed" "$out/grpo-$seed/adapter"
done
grpo shuffled --set "seed=$first" --set reward.shuffle=true
evaluate shuffled "$out/shuffled/adapter"
evaluate swapped "$out/grpo-$first/adapter" --swap-specs
[ -f "$out/gold.jsonl" ] || gold_rows
sft gold "$out/gold.jsonl"
evaluate gold "$out/gold/adapter"
if [ -f "$out/accepted.jsonl" ] ||
  "$python" scripts/evidence.py accepted "$out/grpo-$first" "$out/accepted.jsonl"; then
  sft accepted "$out/accepted.jsonl"
  evaluate accepted "$out/accepted/adapter"
fi
"$python" scripts/evidence.py table "$out"
