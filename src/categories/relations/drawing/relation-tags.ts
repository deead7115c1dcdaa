import type { FactFunction } from "../lexicon/fact-function.ts";
import type { RelationSpec } from "../problem.ts";

/** The groups that a relation is reported in, sorted. */
export function relationTags(spec: RelationSpec, { relation }: FactFunction): readonly string[] {
  return [
    spec.exception === null ? "plain" : "excepted",
    ...(spec.noise === undefined ? [] : ["noised"]),
    `relations:${relation.source}`,
    `class:${relation.class}`,
    `answers:${relation.kind.replaceAll(" ", "-")}`,
  ].toSorted();
}
