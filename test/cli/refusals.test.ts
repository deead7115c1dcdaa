import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findbench } from "../support/command-line.ts";

/** Milliseconds that a busy machine may take. */
const BUSY = 600_000;

let folder = "";
const at = (...names: readonly string[]): string => join(folder, ...names);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "findbench-test-"));
  const drawn = ["--recipe", "paper@1", "--categories", "strings", "--count", "2"];
  await findbench("generate", ...drawn, "--out", at("suite"));
  await mkdir(at("headless"));
  for (const name of ["broken", "empty", "foreign"]) await mkdir(at(name));
  await writeFile(at("broken", "suite.json"), "{");
  await writeFile(at("empty", "suite.json"), "{}");
  await writeFile(at("foreign", "suite.json"), "[".repeat(3000));
  await writeFile(at("recipe.json"), '{"name":"x"}');
  await writeFile(at("cut.json"), '{"name":');
  await writeFile(at("numbers.json"), '{"format":"findbench-recipe","version":1,"name":7}');
  await writeFile(at("file"), "");
  await writeFile(at("bad.py"), "def f(x:\n");
}, BUSY);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every refusal, on its one line. */
const FORM = /^findbench: [a-z-]+: Expected [^\n]*; got[ :][^\n]*; [^\n]+\n$/u;
const USAGE = /^findbench: usage: [^\n]*`findbench COMMAND --help` their options\n$/u;

const run = (...args: readonly string[]): readonly string[] => ["run", ...args, "--out", "OUT"];
const generate = (...args: readonly string[]): readonly string[] => [
  "generate",
  ...args,
  "--out",
  "OUT",
];

/** A row with its title. */
function titled(args: readonly string[]): [title: string, args: readonly string[]] {
  return [args.join(" ").replace(/n{300}/u, "n…"), args];
}

const refused: readonly (readonly string[])[] = [
  generate("--recipe", "nosuch"),
  generate("--recipe", "AT/recipe.json"),
  generate("--recipe", "AT/cut.json"),
  generate("--recipe", "AT/numbers.json"),
  generate("--recipe", "AT"),
  generate("--recipe", "mini", "--categories", "nosuch"),
  generate("--recipe", "mini", "--seal-seed", "--seed", "short"),
  ["generate", "--recipe", "mini", "--out", ""],
  ["generate", "--recipe", "mini", "--out", "AT/file"],
  ["generate", "--recipe", "mini", "--out", "AT/file/below"],
  ["generate", "--recipe", "mini", "--out", "/proc/nowhere/below"],
  ["generate", "--recipe", "mini", "--out", `AT/${"n".repeat(300)}`],
  ["generate", "--recipe", "mini", "--out", "AT/suite"],
  ["import", "AT/headless", "--out", "OUT"],
  ["import", "AT/nosuch", "--out", "OUT"],
  ["import", "AT/headless", "--out", "/proc/nowhere"],
  ["import", "AT/headless", "--out", ""],
  ["query", "AT/suite", "nosuch", "1"],
  ["query", "AT/nosuch", "nosuch", "1"],
  run("AT/suite", "--interpreter", "nobody"),
  run("AT/suite", "--interpreter", "memory", "--problem", "nosuch"),
  run("AT/suite", "--interpreter", "memory", "--limit", "9-10"),
  run("AT/suite", "--interpreter", "agent"),
  run("AT/suite", "--interpreter", "agent", "--model", "nosuch/model"),
  run("AT/suite", "--interpreter", "agent", "--model", "scripted/AT/nosuch.json"),
  run("AT/suite", "--interpreter", "answers:AT/nosuch.jsonl"),
  run("AT/headless", "--interpreter", "memory"),
  run("AT/broken", "--interpreter", "memory"),
  run("AT/empty", "--interpreter", "memory"),
  run("AT/foreign", "--interpreter", "memory"),
  run("AT/nosuch", "--interpreter", "memory"),
  run("AT/file", "--interpreter", "memory"),
  run("--function", "AT/bad.py", "--interpreter", "lookup"),
  run("--function", "AT/nosuch.py", "--interpreter", "lookup"),
  run("--function", "AT/file", "--interpreter", "lookup"),
  ["run", "AT/suite", "--interpreter", "memory", "--out", ""],
  ["run", "AT/suite", "--interpreter", "memory", "--out", "AT/file"],
  ["run", "AT/suite", "--interpreter", "memory", "--out", "AT/file/below"],
  ["run", "AT/suite", "--interpreter", "memory", "--out", "/proc/nowhere/below"],
  ["run", "AT/suite", "--interpreter", "memory", "--out", `AT/${"n".repeat(300)}/below`],
  ["run", "AT/suite", "--interpreter", "memory", "--out", "AT/suite"],
  ["resume", "AT/suite"],
  ["resume", "AT/nosuch"],
  ["score", "AT/file"],
  ["report", "AT/headless"],
  ["compare", "AT/nosuch"],
  ["show", "AT/nosuch", "f00001"],
];

const misused: readonly (readonly string[])[] = [
  ["nosuch"],
  ["nosuch", "--help"],
  ["--quiet", "nosuch", "--help"],
  ["run", "--nosuch"],
  ["generate"],
  run("AT/suite", "--interpreter", "memory", "--budget", "x"),
];

describe(
  "a bad input is refused with what to do, exit 2 and nothing left",
  { timeout: BUSY },
  () => {
    it.each(refused.map(titled))("%s", async (_, args) => {
      const out = at("new", "out");
      const given = args.map((arg) =>
        arg === "OUT" ? out : arg.replaceAll(/^(answers:|scripted\/)?AT/gu, `$1${folder}`),
      );
      const before = await readdir(folder);
      const { code, stdout, stderr } = await findbench(...given);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(FORM);
      expect(await readdir(folder)).toEqual(before);
    });

    it.each(misused.map(titled))("%s", async (_, args) => {
      const { code, stdout, stderr } = await findbench(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(USAGE);
    });

    it("is told where the file system is read-only", async (context) => {
      const mounted = `mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"`;
      const inside = (...command: readonly string[]) =>
        spawnSync("unshare", ["-m", "bash", "-c", mounted, "bash", folder, ...command], {
          encoding: "utf8",
        });
      if (inside("true").status !== 0) context.skip("no file system can be mounted here");
      const main = join(dirname(dirname(import.meta.dirname)), "src/cli/main.ts");
      const ran = inside(
        process.execPath,
        "--import",
        "tsx",
        main,
        "run",
        at("suite"),
        "--interpreter",
        "memory",
        "--out",
        at("new", "run"),
      );
      expect(ran.status).toBe(2);
      expect(ran.stderr).toMatch(/^findbench: bad-argument: [^\n]*; got EROFS; [^\n]*\n$/u);
    });
  },
);
