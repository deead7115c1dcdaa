// Interrupts commands at moments drawn from a seed: `tsx bench/interrupts.ts [N] [SEED] [MAIN]`, after
// `npm run build`. Counts how the processes ended, what they said, which locks and half-made folders
// they left, and whether `resume` then comes to the outcomes of a run that was left alone.
import { spawn, spawnSync } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { argv, env, execPath, exit, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { loadRecipe } from "../src/app/index.ts";
import { canonicalJson, chanceFrom, parseJson } from "../src/core/index.ts";
import { withoutNetworks } from "../src/suite/index.ts";
import { head, row } from "./measure.ts";

const COUNT = Number(argv[2] ?? 200);
const SEED = argv[3] ?? "interrupts";
const main = argv[4] ?? fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const root = await mkdtemp(join(tmpdir(), "findbench-interrupts-"));

type Signal = "SIGINT" | "SIGTERM" | "SIGHUP";

/** A command to interrupt, in a folder of its own. */
interface Scene {
  readonly name: string;
  /** The command's arguments, given the folder that it works in. */
  readonly args: (folder: string) => readonly string[];
  /** A run that the command works on and that is there before; it is copied. */
  readonly from?: string;
  /** Whether `resume` is then to give the outcomes of the scene's undisturbed end. */
  readonly resumes: boolean;
}

/** How an interrupted process ended. */
interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
  /** Milliseconds from the signal to the end; `null` where the process had ended before. */
  readonly after: number | null;
}

/** Runs a command to its end, undisturbed. */
function settle(args: readonly string[]): void {
  const { status, stderr } = spawnSync(execPath, [main, ...args], { encoding: "utf8", env: quiet });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}: ${stderr}`);
}

const quiet = { ...env, FINDBENCH_DEBUG: "" };
const at = (...names: readonly string[]): string => join(root, ...names);

/** The suites and runs that scenes begin from. */
async function prepare(): Promise<void> {
  const recipe = JSON.stringify(withoutNetworks(await loadRecipe("paper@1")));
  await writeFile(at("recipe.json"), recipe);
  await writeFile(at("mine.py"), "def f(x):\n    return x * x + 1\n");
  const drawn = ["generate", "--seed", "1", "--recipe", at("recipe.json")];
  settle([...drawn, "--count", "8", "--categories", "numeric", "--out", at("numeric")]);
  settle([...drawn, "--count", "8", "--categories", "strings", "--out", at("strings")]);
  settle([...drawn, "--count", "400", "--out", at("many")]);
  settle(["run", at("numeric"), at("strings"), ...SHORT, "--out", at("done")]);
  await cp(at("done"), at("half"), { recursive: true });
  const outcomes = await readFile(at("half", "outcomes.jsonl"), "utf8");
  await truncate(at("half", "outcomes.jsonl"), Math.floor(outcomes.length / 3));
}

const SHORT = ["--interpreter", "scientist,lookup", "--budget", "32"];

function scenes(): readonly Scene[] {
  const run = (name: string, ...args: readonly string[]): Scene => ({
    name: `run: ${name}`,
    args: (folder) => ["run", ...args, "--out", folder],
    resumes: true,
  });
  const onCopy = (name: string, from: string, resumes: boolean): Scene => ({
    name,
    args: (folder) => [name, folder],
    from: at(from),
    resumes,
  });
  const python = ["--code-language", "python", "--budget", "64"];
  const scientist = ["--interpreter", "scientist,polynomial,lookup"];
  const drawn = ["generate", "--seed", "2", "--out"];
  const making = (name: string, ...args: readonly string[]): Scene => ({
    name: `generate: ${name}`,
    args: (folder) => [...drawn, folder, ...args],
    resumes: false,
  });
  return [
    run("JavaScript", at("numeric"), ...scientist, "--budget", "64"),
    run("Python", at("numeric"), ...scientist, ...python),
    run("strings", at("strings"), ...scientist),
    run("surveyor", at("numeric"), "--interpreter", "surveyor,line", "--durability", "always"),
    run("many items", at("many"), "--interpreter", "constant,line", "--metrics", "published"),
    run("own function", "--function", at("mine.py"), ...scientist),
    onCopy("resume", "half", true),
    onCopy("score", "done", true),
    onCopy("report", "done", true),
    making("networks", "--recipe", "mini", "--categories", "numeric", "--count", "20"),
    making("laws", "--recipe", at("recipe.json"), "--count", "3000"),
  ];
}

/** Runs a scene's command and interrupts it at a moment, perhaps twice. */
function interrupted(
  args: readonly string[],
  moment: number,
  signal: Signal,
  again: number | null,
): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(execPath, [main, ...args], {
      env: quiet,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    let sent: number | null = null;
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const timers = [
      setTimeout(() => {
        sent = performance.now();
        child.kill(signal);
      }, moment),
    ];
    if (again !== null) timers.push(setTimeout(() => child.kill(signal), moment + again));
    child.on("close", (code, by) => {
      for (const timer of timers) clearTimeout(timer);
      const after = sent === null ? null : performance.now() - sent;
      resolve({ code, signal: by, stderr, after });
    });
  });
}

/** A run's outcomes as runs are compared: the last of each item, without times and attempts. */
async function outcomesOf(folder: string): Promise<string> {
  const last = new Map<string, string>();
  const lines = (await readFile(join(folder, "outcomes.jsonl"), "utf8")).split("\n");
  for (const line of lines.filter((text) => text !== "")) {
    const parsed = parseJson(line);
    if (parsed.kind === "broken") throw new Error(`a line of ${folder} is no JSON`);
    const { at: _at, attempt: _attempt, milliseconds: _time, ...rest } = parsed.value as Row;
    last.set(canonicalJson(rest["item"]), canonicalJson(rest));
  }
  return [...last.values()].toSorted().join("\n");
}

type Row = Readonly<Record<string, unknown>>;

async function leftIn(folder: string): Promise<readonly string[]> {
  const inside = await readdir(folder).catch((): string[] => []);
  const prefix = `.${basename(folder)}.draft-`;
  const beside = (await readdir(dirname(folder))).filter((name) => name.startsWith(prefix));
  return [...inside.filter((name) => name.startsWith("lock-")), ...beside];
}

const counts = new Map<string, number>();
const latencies: number[] = [];
const complaints: string[] = [];
const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

function judge(ending: Ending, scene: Scene): void {
  const { code, signal, stderr, after } = ending;
  const lines = stderr.split("\n").filter((line) => line.startsWith("findbench: "));
  if (after === null) return count("ended before the signal");
  latencies.push(after);
  if (signal !== null)
    return count("ended by the signal itself, before the first line of findbench");
  if (code === 0) return count("done in spite of the signal, exit 0");
  const said =
    lines.length === 1 &&
    /^findbench: interrupted: Expected .*; got SIG\w+; /u.test(
      stderr.trim().split("\n").at(-1) ?? "",
    );
  if (code === 130 && said) return count("exit 130 with its one line");
  count("ANYTHING ELSE");
  complaints.push(`${scene.name}: exit ${String(code)}, stderr ${JSON.stringify(stderr)}`);
}

async function requireResumed(scene: Scene, folder: string, wanted: string): Promise<void> {
  const isRun = (await readdir(folder).catch((): string[] => [])).includes("run.json");
  if (!isRun) return count("no run had been begun");
  const { status, stderr } = spawnSync(execPath, [main, "resume", folder], {
    encoding: "utf8",
    env: quiet,
  });
  if (status === 0 && (await outcomesOf(folder)) === wanted)
    return count("resumed to the same outcomes");
  count("RESUMED TO OTHER OUTCOMES");
  complaints.push(`${scene.name}: resume ended with ${String(status)}: ${stderr}`);
}

try {
  await prepare();
  const stage = scenes();
  const times = new Map<string, number>();
  const ends = new Map<string, string>();
  for (const [index, scene] of stage.entries()) {
    const folder = at(`undisturbed-${index}`);
    if (scene.from !== undefined) await cp(scene.from, folder, { recursive: true });
    const begun = performance.now();
    settle(scene.args(folder));
    times.set(scene.name, performance.now() - begun);
    if (scene.resumes) ends.set(scene.name, await outcomesOf(folder));
    await rm(folder, { recursive: true, force: true });
  }
  const chance = chanceFrom(SEED);
  for (let i = 0; i < COUNT; i += 1) {
    const draws = chance.fork("interrupt", i);
    const scene = stage[i % stage.length];
    if (scene === undefined) continue;
    const folder = at(`scene-${i}`);
    if (scene.from !== undefined) await cp(scene.from, folder, { recursive: true });
    const signal = draws.pick<Signal>(["SIGINT", "SIGINT", "SIGTERM", "SIGHUP"]);
    const moment = draws.uniform() * (times.get(scene.name) ?? 0);
    const again = draws.uniform() < 0.25 ? draws.uniform() * 50 : null;
    judge(await interrupted(scene.args(folder), moment, signal, again), scene);
    const left = await leftIn(folder);
    if (left.length > 0) {
      count("LOCKS OR DRAFTS LEFT");
      complaints.push(`${scene.name}: left ${left.join(", ")}`);
    }
    if (scene.resumes) await requireResumed(scene, folder, ends.get(scene.name) ?? "");
    await rm(folder, { recursive: true, force: true });
  }
} finally {
  await rm(root, { recursive: true, force: true });
}

head(`${COUNT} interrupts, seed \`${SEED}\``);
for (const [what, times] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  row(what, String(times), "", what === what.toUpperCase() ? false : null);
}
const sorted = latencies.toSorted((a, b) => a - b);
const share = (part: number): string =>
  `${Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? NaN)} ms`;
row("from the signal to the end: median, longest", `${share(0.5)}, ${share(1)}`, "", null);
for (const complaint of complaints) stdout.write(`- ${complaint}\n`);
exit(complaints.length === 0 ? 0 : 1);
