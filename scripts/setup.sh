#!/usr/bin/env bash
# Make the virtual environment from the lock file. Installs Debian's venv package where it is missing and we may.
set -euo pipefail
python="$1"

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Mahdar needs Python 3.11 or newer; '$python' is not. Call make with PYTHON=/path/to/python3.11" >&2
  exit 1
fi

if [ ! -x .venv/bin/pip ]; then
  rm -rf .venv
  if ! "$python" -m venv .venv 2>/dev/null; then
    rm -rf .venv
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
      echo "installing python3-venv"
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
      "$python" -m venv .venv
    else
      echo "Python's venv module is missing. As root: apt-get install python3-venv; then call make again." >&2
      exit 1
    fi
  fi
fi

# PDF is set with pango, which no Python package brings; everything else works without it.
pango="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
if ! "$python" -c 'import ctypes; [ctypes.CDLL(f"{name}.so.0") for name in ("libpango-1.0", "libpangoft2-1.0")]' 2>/dev/null; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing $pango"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $pango >/dev/null; } ||
      echo "$pango could not be installed: \`mahdar brief -o FILE.pdf\` will not work" >&2
  else
    echo "For PDF, as root: apt-get install $pango; everything else works without them." >&2
  fi
fi

# The tests try the register on a real PostgreSQL and the desk in a real browser; they say so where one is missing.
wanted=""
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || wanted="postgresql"
command -v chromium >/dev/null || wanted="$wanted chromium"
if [ -n "${wanted# }" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing ${wanted# } for the tests"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null; } ||
      echo "${wanted# } could not be installed: the tests that need it are skipped" >&2
  else
    echo "For all tests, as root: apt-get install ${wanted# }; Mahdar itself works without." >&2
  fi
fi

echo "installing the locked packages"
.venv/bin/pip install --quiet --disable-pip-version-check -r requirements.lock
.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
# The package stands in src, where pip compiles nothing; and some machines keep Python from doing it by itself.
.venv/bin/python -m compileall -q src
