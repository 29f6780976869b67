#!/usr/bin/env bash
# The main job on the shipped examples: read them into a register and show what they say.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mahdar=.venv/bin/mahdar
register="$folder/demo.sqlite"

echo '$ mahdar read examples'
"$mahdar" read examples --register "$register"
echo
echo '$ mahdar show 01-joint-statement.txt'
"$mahdar" show 01-joint-statement.txt --register "$register"
echo
echo '$ mahdar people'
"$mahdar" people --register "$register"
echo
echo '$ mahdar stats'
"$mahdar" stats --register "$register"
echo
echo 'This register is gone when the demo ends. Yours: .venv/bin/mahdar read FOLDER, then .venv/bin/mahdar show'
