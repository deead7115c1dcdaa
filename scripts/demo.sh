#!/usr/bin/env bash
# The main job, start to end, with nothing but this checkout: makes the `mini` suite, lets
# `scientist` and the baselines question it, and prints the leaderboard. Takes the name of the
# folder to make; without one it makes the first free of runs/demo, runs/demo-2, …
set -euo pipefail
cd "$(dirname "$0")/.."

folder="${1:-runs/demo}"
if [ $# -eq 0 ]; then
  for ((number = 2; ; number++)); do
    [ -e "$folder" ] || break
    folder="runs/demo-$number"
  done
elif [ -e "$folder" ]; then
  echo "Expected a folder that does not exist yet; got $folder; name another or remove it" >&2
  exit 2
fi

findbench() {
  echo "\$ findbench $*" >&2
  node dist/cli/main.js "$@"
}

mkdir -p "$folder"
findbench generate --recipe mini --seed 1 --out "$folder/mini"
findbench run "$folder/mini" --interpreter scientist,constant,line,polynomial,lookup,identity,memory,initial-words,class-only --out "$folder/run"
findbench report "$folder/run"
