import { atomsOf, isRandom } from "../functions/inspect.ts";
import type { StringLaw, StringSpec } from "../functions/spec.ts";

/** The groups that a string function is reported in, sorted. */
export function stringTags(spec: StringSpec): readonly string[] {
  const law = spec.kind === "excepted" ? spec.inner : spec;
  const exception =
    spec.kind === "excepted" ? ["excepted", `condition:${spec.when.kind}`] : ["plain"];
  const operations = new Set(atomsOf(law).map(({ kind }) => `operation:${kind}`));
  const random = isRandom(spec) ? ["random"] : [];
  return [...exception, ...structureOf(law), ...random, ...operations].toSorted();
}

/** Two texts are a structure of their own, whatever follows their joining. */
function structureOf(law: StringLaw): readonly string[] {
  if (law.kind === "joined") return ["several", `joined:${law.how}`];
  if (law.kind !== "chain") return ["single"];
  const [first] = law.steps;
  if (first?.kind === "joined") return ["several", `joined:${first.how}`];
  return ["composed", `depth:${law.steps.length}`];
}
