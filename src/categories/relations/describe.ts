import type { FactException, FactRelation } from "./lexicon/facts.ts";
import { functionOf } from "./lexicon/function-of.ts";
import type { RelationSpec } from "./problem.ts";

/** A relation in a sentence. */
export function describeRelation(spec: RelationSpec): string {
  const { relation, exception } = functionOf(spec);
  const noise =
    spec.noise === undefined
      ? ""
      : ` About ${Math.round(spec.noise * 100)} % of the answers are wrong, always for the same inputs.`;
  return `${sentenceOf(relation, exception)}${noise}`;
}

function sentenceOf({ input, output }: FactRelation, exception: FactException | null): string {
  const rule = `Takes ${input} and gives ${output}; undefined for anything else`;
  return exception === null ? `${rule}.` : `${rule}, and where ${exception.phrase}.`;
}

/** A relation in one line. */
export function relationFormula(spec: RelationSpec): string {
  const { relation, exception } = functionOf(spec);
  const rest = exception === null ? "" : `, undefined where ${exception.phrase}`;
  return `f(${relation.input}) = ${relation.output}${rest}`;
}
