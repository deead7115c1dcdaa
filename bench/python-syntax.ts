// How many files of a standard library are read as Python, and what that costs:
// `npx tsx bench/python-syntax.ts [FOLDER]`, by default that of the Python at hand. A file counts that
// the same Python parses outside the sandbox. Fails where one of them is not read, or where one is read
// that Python refuses.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, exit, stdout } from "node:process";
import { pythonSandbox } from "../src/sandbox/index.ts";
import { codeLength } from "../src/scoring/index.ts";
import { pythonSyntax } from "../src/syntax/index.ts";
import { middle, seconds } from "./measure.ts";

const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

const PARSES = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def parses(source):
    try:
        ast.parse(source)
        return True
    except Exception:
        return False
print(json.dumps([parses(source) for source in json.load(sys.stdin)]))
`;

function ask(program: string, input: string): unknown {
  const most = { maxBuffer: 268_435_456 };
  return JSON.parse(execFileSync(PYTHON, ["-c", program], { input, ...most }).toString());
}

const library = String(
  ask("import json, sysconfig; print(json.dumps(sysconfig.get_path('stdlib')))", ""),
);
const folder = argv[2] ?? library;
const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".py"));
const sources: string[] = [];
for (const name of names.toSorted()) {
  const bytes = await readFile(join(folder, name));
  const text = bytes.toString("utf8");
  // Another encoding is no text of an answer.
  if (Buffer.from(text, "utf8").equals(bytes)) sources.push(text);
}
const verdicts = ask(PARSES, JSON.stringify(sources));
if (!Array.isArray(verdicts)) throw new TypeError("Expected a list of verdicts");

const sandbox = pythonSandbox();
const python = pythonSyntax(sandbox);
let facts: Awaited<ReturnType<typeof python.read>>[] = [];
const time = await seconds(async () => {
  facts = await Promise.all(sources.map((source) => python.read(source)));
});
await sandbox.close();

const valid = verdicts.filter((verdict) => verdict === true).length;
const wrong = sources.filter((_, at) => (facts[at]?.kind === "valid") !== (verdicts[at] === true));
const lengths = sources.map((source) => codeLength({ language: "python", source }));
const refused = lengths.filter((score, at) => verdicts[at] === true && score.kind === "unscored");
const ratios = lengths.flatMap((score, at) => {
  const own = facts[at];
  const isBoth = score.kind === "scored" && own?.kind === "valid" && score.value > 0;
  return isBoth ? [own.length / score.value] : [];
});
stdout.write(
  `${sources.length} files, of which ${python.parser() ?? "nothing"} parses ${valid}; read otherwise: ${wrong.length}; ${time.toFixed(1)} s\n` +
    `the grammar refuses ${refused.length} of them; length by Python over length by the grammar: median ${middle(ratios).toFixed(4)}, n = ${ratios.length}\n`,
);
exit(wrong.length > 0 || python.parser() === "grammar" ? 1 : 0);
