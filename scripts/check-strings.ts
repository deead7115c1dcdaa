// Checks the operations on texts against the released FIND data in the folder that FIND_DATA names.
// Fails when the folder is absent or a single answer differs.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { env, exit, stderr, stdout } from "node:process";
import { distributionOf, fromReleased } from "../src/categories/strings/index.ts";
import type { ReleasedStep, StringLaw } from "../src/categories/strings/index.ts";

/** An answer of the released code: a text, an exception, or one of several. */
type Recorded = string | { readonly error: unknown } | { readonly anyOf: readonly string[] };
type Pair = readonly [input: string, output: Recorded];

interface Reference {
  readonly atomics: readonly {
    readonly name: string;
    readonly params: readonly unknown[];
    readonly pairs: readonly Pair[];
  }[];
  readonly functions: readonly {
    readonly expr: readonly ReleasedStep[];
    readonly pairs: readonly Pair[];
  }[];
}

interface Explanation {
  readonly id: string;
  readonly pairs: readonly (readonly [input: string, output: string])[];
  /** Null where nothing explains the pairs. */
  readonly expr_simplest: readonly ReleasedStep[] | null;
}

const data = env["FIND_DATA"];
if (data === undefined || data === "") {
  stderr.write("Expected FIND_DATA to name a folder with released FIND data; it is not set\n");
  exit(2);
}
let failures = 0;
const reference = (await read(data, "strings-reference.json")) as Reference;
report(
  "rows of one operation",
  reference.atomics.map(({ name, params, pairs }) => agrees(asReleased([[name, params]]), pairs)),
);
report(
  "compositions",
  reference.functions.map(({ expr, pairs }) => agrees(asReleased(expr), pairs)),
);
const explanations = (await read(data, "strings-explanations.json")) as readonly Explanation[];
report(
  "explanations of released functions",
  explanations.flatMap(({ expr_simplest: steps, pairs }) =>
    // The released data were made before the small a came to count as a consonant.
    steps === null ? [] : [mayGive(fromReleased(steps, { consonants: "sound" }), pairs)],
  ),
);
exit(failures === 0 ? 0 : 1);

async function read(folder: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), "utf8")) as unknown;
}

function asReleased(steps: readonly ReleasedStep[]): StringLaw {
  return fromReleased(steps, { consonants: "released" });
}

function agrees(law: StringLaw, pairs: readonly Pair[]): boolean {
  return pairs.every(([input, recorded]) => {
    const results = distributionOf(law, [input]).map(({ result }) => result);
    if (typeof recorded === "string") return results.length === 1 && results[0] === recorded;
    if ("error" in recorded) return results.every((result) => typeof result !== "string");
    return (
      results.length === recorded.anyOf.length &&
      recorded.anyOf.every((output) => results.includes(output))
    );
  });
}

function mayGive(law: StringLaw, pairs: Explanation["pairs"]): boolean {
  return pairs.every(([input, output]) =>
    distributionOf(law, [input]).some(({ result }) => result === output),
  );
}

function report(what: string, outcomes: readonly boolean[]): void {
  const right = outcomes.filter(Boolean).length;
  const holds = right === outcomes.length && right > 0;
  if (!holds) failures += 1;
  stdout.write(`${holds ? "ok  " : "FAIL"} texts: ${right} of ${outcomes.length} ${what} agree\n`);
}
