#!/usr/bin/env bash
# @stdlib/math-base-special-atan2 0.3.1: the angle of a point in the third quadrant comes out on the
# wrong side, π in place of −π, where y is negative and so small that y / x underflows to 0. The sign of
# the result of atan2 is that of y (C99 F.9.1.4, IEEE 754-2019 9.2.1); `Math.atan2` of Node keeps it.
#
# Output seen:
#   @stdlib/math-base-special-atan2 0.3.1: atan2(-5e-324, -2) = 3.141592653589793
#   Math.atan2(-5e-324, -2) = -3.141592653589793
#   control: atan2(-1, -2) = -2.677945044588987, as Math.atan2
#
# Needs: npm and Node. Exits with 1 when the behaviour is another one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @stdlib/math-base-special-atan2@0.3.1 >/dev/null
cat >show.mjs <<'JS'
import atan2 from "@stdlib/math-base-special-atan2";
const [got, expected] = [atan2(-5e-324, -2), Math.atan2(-5e-324, -2)];
console.log(`@stdlib/math-base-special-atan2 0.3.1: atan2(-5e-324, -2) = ${got}`);
console.log(`Math.atan2(-5e-324, -2) = ${expected}`);
const control = atan2(-1, -2);
console.log(`control: atan2(-1, -2) = ${control}, ${control === Math.atan2(-1, -2) ? "as" : "unlike"} Math.atan2`);
process.exit(got === Math.PI && expected === -Math.PI && control === Math.atan2(-1, -2) ? 0 : 1);
JS
node show.mjs
