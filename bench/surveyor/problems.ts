import { readFile } from "node:fs/promises";
import { chanceFrom } from "../../src/core/index.ts";
import type { Chance } from "../../src/core/index.ts";
import type { Problem } from "../../src/contract/index.ts";
import { describe, sampleAtom } from "../../src/functions/index.ts";
import type { NumericSpec } from "../../src/functions/index.ts";
import { drawNumericProblems, numericBriefing, parseRecipe } from "../../src/suite/index.ts";

const groups: Readonly<Record<string, readonly number[]>> = {
  plain: [0],
  composed: [1],
  corrupted: [2, 3],
  noised: [4, 5],
};

/** Problems of one kind, drawn as `paper` draws them. */
export async function paperProblems(
  group: string,
  seed: string,
  count: number,
): Promise<readonly Problem<NumericSpec>[]> {
  const path = new URL("../../recipes/paper@1.json", import.meta.url);
  const recipe = parseRecipe(JSON.parse(await readFile(path, "utf8")), "paper");
  const { numeric } = recipe;
  if (numeric === undefined) throw new Error("Expected numeric groups in the recipe; got none");
  const wanted = numeric.groups.filter((_, i) => groups[group]?.includes(i) === true);
  const total = wanted.reduce((sum, each) => sum + each.count, 0);
  const scaled = wanted.map((each) => ({
    ...each,
    count: Math.max(1, Math.round((each.count / total) * count)),
  }));
  const problems: Problem<NumericSpec>[] = [];
  const signal = new AbortController().signal;
  for await (const problem of drawNumericProblems({
    recipe: { ...recipe, numeric: { ...numeric, groups: scaled } },
    seed,
    approximate: () => Promise.reject(new Error("No network is drawn here")),
    signal,
  }))
    problems.push(problem);
  return problems;
}

type Maker = (chance: Chance) => NumericSpec;

/** Laws outside the families of `paper`, as data. */
const beyond: Readonly<Record<string, Maker>> = {
  "sine plus line": (chance) => ({
    kind: "sum",
    terms: [sampleAtom("sine", chance.fork("a")), sampleAtom("linear", chance.fork("b"))],
  }),
  exponential: (chance) => sampleAtom("exponential", chance),
  "sine times line": (chance) => ({
    kind: "product",
    factors: [sampleAtom("sine", chance.fork("a")), sampleAtom("linear", chance.fork("b"))],
  }),
  "x mod d": (chance) => sampleAtom("modulo", chance),
  "two sines": (chance) => ({
    kind: "sum",
    terms: [sampleAtom("sine", chance.fork("a")), sampleAtom("sine", chance.fork("b"))],
  }),
  logistic: (chance) => sampleAtom("logistic", chance),
  "damped sine": (chance) => sampleAtom("damped-sine", chance),
};

/** As many problems of each law outside `paper`. */
export function beyondPaper(seed: string, count: number): readonly Problem<NumericSpec>[] {
  const laws = Object.entries(beyond);
  return laws.flatMap(([name, make]) =>
    Array.from({ length: Math.ceil(count / laws.length) }, (_, i) => {
      const id = `${seed}-${name}-${i}`;
      return problemOf(make(chanceFrom(seed).fork(name, i)), id, `family:${name}`);
    }),
  );
}

function problemOf(spec: NumericSpec, id: string, tag: string): Problem<NumericSpec> {
  return {
    id,
    category: "numeric",
    briefing: numericBriefing(256),
    truth: {
      id,
      seed: id,
      spec,
      description: describe(spec),
      tags: [tag, "plain"],
      tests: { kind: "numeric", domain: 1000, region: 200, outside: 200 },
      quirks: [],
      provenance: { source: "recipe", recipe: "bench", index: 0, rejected: {} },
      canary: "findbench canary bench",
    },
  };
}
