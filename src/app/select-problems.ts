import { BenchError } from "../core/index.ts";
import type { Suite } from "../suite/index.ts";
import { isCalled, namesOf, unknownProblem } from "./find-problem.ts";

/** Which problems are wanted. */
export interface Selection {
  /** Ids or released names, each of a problem of any of the suites; empty means all. */
  readonly problems: readonly string[];
  /** Positions in each suite, counted from 1, both included; `null` means all. */
  readonly limit: { readonly from: number; readonly to: number } | null;
}

/** The ids that are wanted of a suite, in its order; `null` means all. */
type Selected = readonly string[] | null;

/**
 * What a selection picks of each suite: first the limit, then the names, each of which has to be in
 * at least one suite. A suite that has none of them is left with an empty list. Throws
 * `unknown-problem`, or `bad-argument` where a limit leaves nothing, or not what is named.
 */
export async function selectFromSuites(
  suites: readonly Suite[],
  { problems, limit }: Selection,
): Promise<readonly Selected[]> {
  if (problems.length === 0 && limit === null) return suites.map(() => null);
  const missing = new Set(problems);
  /** Name → its place, where it is out of the limit. */
  const beyond = new Map<string, number>();
  const selected: string[][] = [];
  const known: string[] = [];
  for (const suite of suites) {
    const ids: string[] = [];
    let position = 0;
    for await (const problem of suite.problems()) {
      position += 1;
      known.push(...namesOf(problem));
      const isWithin = limit === null || (position >= limit.from && position <= limit.to);
      const names = problems.filter((name) => isCalled(problem, name));
      for (const name of names) {
        if (isWithin) missing.delete(name);
        else beyond.set(name, position);
      }
      if (isWithin && (problems.length === 0 || names.length > 0)) ids.push(problem.id);
      if (missing.size === 0 && limit !== null && position >= limit.to) break;
    }
    selected.push(ids);
  }
  refuseMissing([...missing], { beyond, known, suites, limit });
  if (selected.some((ids) => ids.length > 0)) return selected;
  const sizes = suites.map(({ path, header }) => `${header.counts.problems} of \`${path}\``);
  throw new BenchError(
    "bad-argument",
    `Expected a limit within the problems, ${sizes.join(", ")}; got one that starts at ${limit?.from ?? 1}; give another --limit`,
  );
}

function refuseMissing(
  [name]: readonly string[],
  {
    beyond,
    known,
    suites,
    limit,
  }: {
    readonly beyond: ReadonlyMap<string, number>;
    readonly known: readonly string[];
    readonly suites: readonly Suite[];
    readonly limit: Selection["limit"];
  },
): void {
  if (name === undefined) return;
  const position = beyond.get(name);
  if (position === undefined)
    throw unknownProblem(name, suites.map(({ path }) => path).join("`, `"), known);
  throw new BenchError(
    "bad-argument",
    `Expected problems within the limit ${limit?.from ?? 1}-${limit?.to ?? ""}; got \`${name}\` at place ${position}; give another --limit, or none`,
    { data: { name, position } },
  );
}
