#!/usr/bin/env bash
# Brings a fresh Debian 12 machine to a built cadforge: system packages, a venv inside the checkout, the
# release build. Idempotent; each part is skipped when it is already as it should be.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\033[1m[setup]\033[0m %s\n' "$*" >&2; }

install_system_packages() {
  local missing=()
  while read -r package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done < scripts/packages.txt
  ((${#missing[@]})) || return 0
  local command="apt-get install -y --no-install-recommends ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      say "these system packages are missing and this user may not install them; run:"
      echo "  sudo $command" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  say "installing ${#missing[@]} system packages"
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" $command -qq >/dev/null
}

# Debian's own interpreter, because its libpython is shared and its headers are a package.
python311() {
  for candidate in /usr/bin/python3.11 python3.11; do
    command -v "$candidate" && return
  done
  say "Python 3.11 not found; run: apt-get install python3.11 python3.11-venv python3.11-dev"
  exit 1
}

make_venv() {
  local wanted
  wanted=$(sha256sum scripts/requirements.txt | cut -d' ' -f1)
  [ "$(cat .venv/cadforge-requirements 2>/dev/null)" = "$wanted" ] && return 0
  say "making .venv (torch and cadquery, about 5 GB; a few minutes)"
  [ -x .venv/bin/python ] || "$(python311)" -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r scripts/requirements.txt
  echo "$wanted" > .venv/cadforge-requirements
}

build() {
  [ -f build/release/build.ninja ] || cmake --preset release >/dev/null
  say "building (build/release)"
  cmake --build --preset release -- --quiet
}

install_system_packages
make_venv
build
