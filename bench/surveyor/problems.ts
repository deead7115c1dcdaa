import { readFile } from "node:fs/promises";
import { chanceFrom } from "../../src/core/index.ts";
import type { Chance } from "../../src/core/index.ts";
import { describe, numericBriefing, sampleAtom } from "../../src/categories/numeric/index.ts";
import type { NumericProblem, NumericSpec } from "../../src/categories/numeric/index.ts";
import { drawProblems, parseRecipe, withCategories } from "../../src/suite/index.ts";
import { asNumeric } from "../../test/support/kinds-of-problem.ts";
import { withNumericGroups } from "../with-numeric-groups.ts";

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
): Promise<readonly NumericProblem<NumericSpec>[]> {
  const path = new URL("../../recipes/paper@1.json", import.meta.url);
  const paper = parseRecipe(JSON.parse(await readFile(path, "utf8")), "paper");
  const recipe = withNumericGroups(withCategories(paper, ["numeric"]), (all) => {
    const wanted = all.filter((_, i) => groups[group]?.includes(i) === true);
    const total = wanted.reduce((sum, each) => sum + each.count, 0);
    const scaled = (each: number): number => Math.max(1, Math.round((each / total) * count));
    return wanted.map((each) => ({ ...each, count: scaled(each.count) }));
  });
  const problems: NumericProblem<NumericSpec>[] = [];
  const signal = new AbortController().signal;
  const approximate = () => Promise.reject(new Error("No network is drawn here"));
  for await (const problem of drawProblems({ recipe, seed, approximate, signal }))
    problems.push(asNumeric(problem));
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
export function beyondPaper(seed: string, count: number): readonly NumericProblem<NumericSpec>[] {
  const laws = Object.entries(beyond);
  return laws.flatMap(([name, make]) =>
    Array.from({ length: Math.ceil(count / laws.length) }, (_, i) => {
      const id = `${seed}-${name}-${i}`;
      return problemOf(make(chanceFrom(seed).fork(name, i)), id, `family:${name}`);
    }),
  );
}

function problemOf(spec: NumericSpec, id: string, tag: string): NumericProblem<NumericSpec> {
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
