import type { Answer } from "../../../contract/index.ts";
import type { InputCheck } from "../../common/index.ts";
import type { RelationProblem } from "../problem.ts";
import { serveRelation } from "./serve-relation.ts";

/** Characters, as UTF-16 counts them, that an input may have. */
const MOST_TEXT = 100_000;

/** Checks batches for a relation. What has no answer is `undefined`, as in the released functions. */
export function relationInputCheck({ truth }: RelationProblem): InputCheck {
  const serve = serveRelation(truth.spec, truth.seed);
  return (inputs, left) => {
    let count = 0;
    const answers = inputs.map((input): Answer => {
      if (typeof input !== "string") return { kind: "refused", reason: "Expected a string" };
      if (input.length > MOST_TEXT)
        return { kind: "refused", reason: `Expected at most ${MOST_TEXT} characters` };
      if (count >= left) return { kind: "budget-exhausted" };
      count += 1;
      const value = serve(input);
      return value === null ? { kind: "undefined", reason: "undefined" } : { kind: "value", value };
    });
    return { count, answer: () => answers };
  };
}
