import { checkTexts } from "./check-texts.ts";
import { joinTexts } from "./join-texts.ts";
import { matches } from "./matches.ts";
import { operationOf } from "./operations.ts";
import type { ConstantText, StringAtom, StringLaw, StringSpec } from "./spec.ts";
import { certain, combined, followedBy } from "./weighted-results.ts";
import type { WeightedResult } from "./weighted-results.ts";

/**
 * Everything that a function may give for one input, equal results merged; one entry where nothing
 * is drawn at random. Throws `bad-argument` for another number of texts than it takes, and where a
 * law that draws at random has too many results to list.
 */
export function distributionOf(
  spec: StringSpec,
  texts: readonly string[],
): readonly WeightedResult[] {
  checkTexts(spec, texts);
  const [first = "", second = ""] = texts;
  if (spec.kind !== "excepted") return ofLaw(spec, first, second);
  return matches(spec.when, first)
    ? ofReplacement(spec.then, first)
    : ofLaw(spec.inner, first, second);
}

function ofReplacement(then: StringAtom | ConstantText, text: string): readonly WeightedResult[] {
  return then.kind === "constant-text" ? certain(then.text) : ofAtom(then, certain(text));
}

function ofLaw(law: StringLaw, first: string, second: string): readonly WeightedResult[] {
  if (law.kind === "chain") {
    return law.steps.reduce(
      (results, step) =>
        step.kind === "joined" ? ofLaw(step, first, second) : ofAtom(step, results),
      certain(first),
    );
  }
  if (law.kind !== "joined") return ofAtom(law, certain(first));
  const sides = [ofAtom(law.left, certain(first)), ofAtom(law.right, certain(second))] as const;
  return combined(...sides, (left, right) => joinTexts(law.how, left, right));
}

function ofAtom(
  atom: StringAtom | null,
  results: readonly WeightedResult[],
): readonly WeightedResult[] {
  if (atom === null) return results;
  const operation = operationOf(atom.kind);
  return followedBy(results, (text) => operation.outcomes(atom, text));
}
