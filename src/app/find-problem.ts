import { BenchError, similarTo } from "../core/index.ts";
import type { Problem, Provenance } from "../contract/index.ts";
import type { Suite } from "../suite/index.ts";

/**
 * Whether a problem goes by this name: its id, its released name, with its category or without, or
 * that of the user's own file.
 */
export function isCalled({ id, category, truth }: Problem, name: string): boolean {
  const given = givenName(truth.provenance);
  return id === name || (given !== null && (given === name || `${category}/${given}` === name));
}

/** The names that a problem goes by. */
export function namesOf({ id, truth }: Problem): readonly string[] {
  const given = givenName(truth.provenance);
  return given === null ? [id] : [id, given];
}

/** What a problem was called before it had an id; `null` where it was drawn. */
function givenName(provenance: Provenance): string | null {
  switch (provenance.source) {
    case "recipe":
      return null;
    case "find":
      return provenance.officialId;
    case "file":
      return provenance.name;
  }
}

/** The problem of this id, or of this given name. Throws `unknown-problem`. */
export async function findProblem(suite: Suite, name: string): Promise<Problem> {
  const names: string[] = [];
  for await (const problem of suite.problems()) {
    if (isCalled(problem, name)) return problem;
    names.push(...namesOf(problem));
  }
  throw unknownProblem(name, suite.path, names);
}

/** The error for a name that no problem of the suite has, among those that they have. */
export function unknownProblem(name: string, path: string, names: readonly string[]): BenchError {
  return new BenchError(
    "unknown-problem",
    `Expected a problem of \`${path}\`; got \`${name}\`; take an id from its problems.jsonl${similarTo(name, names)}`,
    { data: { name } },
  );
}
