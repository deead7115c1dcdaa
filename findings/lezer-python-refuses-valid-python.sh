#!/usr/bin/env bash
# @lezer/python 1.1.19, the grammar that CodeMirror highlights Python with, gives an error node for
# programs that CPython 3.11 compiles: an empty sequence or a bare tuple as a pattern of `match`, a
# positional-only mark at the end of a lambda, parenthesised context managers, a starred index, a
# fill character `=` in a format and a conditional right behind a number. An error node in its tree is
# therefore no proof that Python would refuse the program; only Python's own `ast` is.
#
# Output seen:
#   refused by @lezer/python 1.1.19 and compiled by Python 3.11: 7 of 7 programs
#   control: read without an error by both: 3 of 3 programs
#
# Needs: npm and python3 (3.11 or newer). Exits with 1 when the behaviour is another one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @lezer/python@1.1.19 @lezer/common@1.5.5 @lezer/lr@1.4.2 >/dev/null
cat >programs.json <<'JSON'
{
  "refused": [
    "match a:\n    case []:\n        pass\n",
    "match a, b:\n    case _:\n        pass\n",
    "f = lambda x, /: x\n",
    "with (a as b, c as d):\n    pass\n",
    "x = a[*b]\n",
    "x = f\"{s:=^10}\"\n",
    "x = 1.if y else 2\n"
  ],
  "control": ["match a:\n    case [1, 2]:\n        pass\n", "f = lambda x, y: x\n", "x = f\"{s:>10}\"\n"]
}
JSON
cat >lezer.mjs <<'JS'
import { readFileSync } from "node:fs";
import { parser } from "@lezer/python";
const programs = JSON.parse(readFileSync("programs.json", "utf8"));
const isRead = (source) => {
  let read = true;
  parser.parse(source).iterate({ enter: (node) => { if (node.type.isError) read = false; } });
  return read;
};
console.log(JSON.stringify(Object.fromEntries(Object.entries(programs).map(([k, v]) => [k, v.map(isRead)]))));
JS
cat >python.py <<'PY'
import json
def compiles(source):
    try:
        compile(source, "program", "exec")
        return True
    except SyntaxError:
        return False
print(json.dumps({k: [compiles(s) for s in v] for k, v in json.load(open("programs.json")).items()}))
PY
node lezer.mjs >lezer.json
python3 python.py >python.json
node -e '
  const [lezer, python] = ["lezer", "python"].map((name) => JSON.parse(require("fs").readFileSync(name + ".json")));
  const odd = lezer.refused.filter((read, i) => !read && python.refused[i]).length;
  const same = lezer.control.filter((read, i) => read && python.control[i]).length;
  console.log(`refused by @lezer/python 1.1.19 and compiled by Python 3.11: ${odd} of ${lezer.refused.length} programs`);
  console.log(`control: read without an error by both: ${same} of ${lezer.control.length} programs`);
  process.exit(odd === 7 && same === 3 ? 0 : 1);
'
