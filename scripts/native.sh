#!/usr/bin/env bash
# Compile the reader, where a C compiler and Python's headers are or may be installed. Never a failure: where
# it cannot be compiled, one line says so and the sources run. With `strict` as second word it is a failure where a
# compiler is there and the sources do not compile.
set -uo pipefail
python="$1"
strict="${2:-}"

fit() {
  command -v gcc >/dev/null || command -v cc >/dev/null || return 1
  [ -f "$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h" ]
}

"$python" scripts/native.py --current && exit 0
if ! fit && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing gcc and Python's headers"
  headers="$("$python" -c 'import sys; print("python%d.%d-dev" % sys.version_info[:2])')"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq gcc libc6-dev "$headers"; } >/dev/null 2>&1
fi
if ! fit; then
  echo "no C compiler or no Python.h (as root: apt-get install gcc python3-dev): Mahdar runs uncompiled, a good deal slower"
  exit 0
fi
mkdir -p build/native
if ! "$python" scripts/native.py >build/native/log 2>&1; then
  tail -n 3 build/native/log
  echo "compiling failed (build/native/log says why): Mahdar runs uncompiled, a good deal slower"
  [ "$strict" != strict ] || exit 1
fi
exit 0
