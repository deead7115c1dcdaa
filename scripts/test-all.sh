#!/usr/bin/env bash
# Installs the Debian packages that the tests need and that are missing, then runs every check:
# format, lint, types, tests, build, and the same outcomes on another Node. Goes on after a failure, so that one run tells everything, and
# closes with a plain line `N passed, N failed`, in which a failed step counts as one failure.
# Where FINDBENCH_CLOSING_LINE names a file, the closing line goes there instead.
set -uo pipefail
cd "$(dirname "$0")/.."
[ -t 1 ] || export NO_COLOR=1

# A Debian package and the command that succeeds where what it brings is already there.
needs=(
  "bubblewrap|bwrap --version"
  "python3|/usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))'"
  "python3-numpy|/usr/bin/python3 -c 'import numpy'"
  "python3-scipy|/usr/bin/python3 -c 'import scipy'"
  "util-linux|prlimit --version"
)

say() { printf '\n== %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() {
  local missing=() need
  for need in "${needs[@]}"; do
    bash -c "${need#*|}" >/dev/null 2>&1 || missing+=("${need%%|*}")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    echo "Nothing to install: everything that the tests need is here."
  elif ! command -v apt-get >/dev/null; then
    echo "Skipped: the tests need ${missing[*]} (names of Debian packages), and there is no" \
      "apt-get here; install them by other means, or the tests that use them will fail."
  elif [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    echo "Expected to be root or to have sudo; got neither; run as root:" \
      "apt-get install ${missing[*]}"
    return 1
  else
    echo "Installing with apt-get: ${missing[*]}"
    as_root apt-get update &&
      as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "${missing[@]}"
  fi
}

failed_steps=()
step() {
  local name="$1"
  shift
  say "$name"
  "$@" || failed_steps+=("$name")
}

tally=$(mktemp)
trap 'rm -f "$tally"' EXIT
run_tests() {
  FINDBENCH_CLOSING_LINE="$tally" npm run --silent test
}

# The same outcomes on the newest Node that is tested as on this one; only CI insists on having it.
outcomes_on_every_node() {
  local folder other status=0
  folder=$(mktemp -d)
  if other=$(scripts/other-nodes.sh "$folder" 24); then
    npx tsx scripts/golden-outcomes.ts "$other" || status=1
  else
    echo "Not compared: outcomes on another Node, for the reason above."
    npx tsx scripts/golden-outcomes.ts || status=1
    [ -z "${CI:-}" ] || status=1
  fi
  rm -rf "$folder"
  return "$status"
}

step "Debian packages" install_packages
step "format" npm run --silent format
step "lint" npm run --silent lint
step "types" npm run --silent types
say "test"
run_tests
test_status=$?
step "build" npm run --silent build
step "outcomes on every Node" outcomes_on_every_node

read -r passed failed skipped < <(sed -En \
  's/^([0-9]+) passed, ([0-9]+) failed(, ([0-9]+) skipped)?$/\1 \2 \4/p' "$tally")
if [ -z "${passed:-}" ] || { [ "$test_status" -ne 0 ] && [ "$failed" -eq 0 ]; }; then
  failed_steps+=("test")
fi
if [ ${#failed_steps[@]} -gt 0 ]; then say "Failed outside of the tests: ${failed_steps[*]}"; fi
failed=$((${failed:-0} + ${#failed_steps[@]}))
line="${passed:-0} passed, $failed failed${skipped:+, $skipped skipped}"
if [ -n "${FINDBENCH_CLOSING_LINE:-}" ]; then
  printf '%s\n' "$line" >"$FINDBENCH_CLOSING_LINE"
else
  printf '\n%s\n' "$line"
fi
[ "$failed" -eq 0 ]
