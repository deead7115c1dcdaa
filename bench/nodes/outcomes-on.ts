import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { canonicalJson } from "../../src/core/index.ts";
import type { Outcome, RunEvent } from "../../src/contract/index.ts";

/** Every interpreter that needs no key. */
const INTERPRETERS =
  "scientist,scientist+symbolic,surveyor,constant,identity,line,lookup,memory,polynomial";

/** Problems that are drawn, and how they are worked on. */
export interface Load {
  /** The name of a shipped recipe, of which the first version is drawn: it never changes. */
  readonly recipe: string;
  readonly seed: string;
  readonly count: number;
  readonly budget: number;
  readonly concurrency: number;
}

/**
 * What became of each item, by its name, such as `hard/9rpdqagh4rx1/scientist`: a digest of what was
 * handed in and one of the outcome, both without times. Under `hard` itself stands the suite's hash.
 */
export type Digests = Readonly<Record<string, string>>;

/** Draws problems and runs all interpreters on them with the build in `dist/`, on this Node. */
export async function outcomesOn(node: string, load: Load, folder: string): Promise<Digests> {
  const { recipe, seed, count, budget, concurrency } = load;
  const [suite, run] = [join(folder, "suite"), join(folder, "run")];
  const drawn = ["--recipe", `${recipe}@1`, "--seed", seed];
  await findbench(node, ["generate", ...drawn, "--count", `${count}`, "--out", suite]);
  const limits = ["--budget", `${budget}`, "--concurrency", `${concurrency}`];
  await findbench(node, ["run", suite, "--interpreter", INTERPRETERS, ...limits, "--out", run]);
  const events = await linesOf<RunEvent>(join(run, "events.jsonl"));
  const answers = new Map(
    events.flatMap((event) =>
      event.kind === "interpretation-given"
        ? [[nameOf(recipe, event), digestOf({ given: event.interpretation, used: event.usage })]]
        : [],
    ),
  );
  const outcomes = await linesOf<Outcome>(join(run, "outcomes.jsonl"));
  const digests = outcomes.map((outcome) => {
    const { at: _, milliseconds: __, ...rest } = outcome;
    const name = nameOf(recipe, outcome);
    return [name, `${answers.get(name) ?? "none"} ${digestOf(rest)}`] as const;
  });
  const { suites } = JSON.parse(await readFile(join(run, "run.json"), "utf8")) as {
    readonly suites: readonly { readonly hash: string }[];
  };
  const hash = suites.map(({ hash: one }) => one.slice(0, 16)).join();
  return Object.fromEntries([[recipe, hash] as const, ...digests.toSorted(byName)]);
}

/** The names of items that became one thing in the one place and another, or nothing, in the other. */
export function differences(one: Digests, other: Digests): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => one[name] !== other[name]).toSorted();
}

async function findbench(node: string, words: readonly string[]): Promise<void> {
  await promisify(execFile)(node, ["dist/cli/main.js", ...words, "--quiet"]);
}

async function linesOf<T>(path: string): Promise<readonly T[]> {
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as T);
}

function nameOf(recipe: string, { item }: Pick<Outcome, "item">): string {
  return `${recipe}/${item.problem}/${item.interpreter}`;
}

function digestOf(value: object): string {
  const text = canonicalJson(value);
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
