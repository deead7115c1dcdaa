import { BenchError } from "../../../core/index.ts";
import type { RelationSpec } from "../problem.ts";
import { factFunction } from "./fact-function.ts";
import type { FactFunction } from "./fact-function.ts";
import { shippedFacts } from "../shipped/shipped-facts.ts";

/**
 * The facts that a relation is about. Throws `hash-mismatch` where they are not those that it was
 * made with: an answer would be another one.
 */
export function functionOf({ relation, exception, backend }: RelationSpec): FactFunction {
  const found = factFunction(shippedFacts(), relation, exception);
  const version = found.version();
  if (version === backend.version) return found;
  throw new BenchError(
    "hash-mismatch",
    `Expected the facts of \`${relation}\` in version ${backend.version}, which the suite was made with; got ${version}; use the findbench that made the suite, or generate it again`,
    { data: { relation, expected: backend.version, got: version } },
  );
}
