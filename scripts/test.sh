#!/usr/bin/env bash
# Sets up, builds and runs every test. Arguments go to ctest (for example: -R rewards).
set -euo pipefail
cd "$(dirname "$0")/.."

./scripts/setup.sh
# Tests that build CAD programs start worker processes of their own: two at a time fill two cores.
ctest --preset release --parallel "$(nproc)" "$@"
