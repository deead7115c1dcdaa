import { sampleTexts } from "../../core/index.ts";
import type { Chance } from "../../core/index.ts";
import { arityOfText } from "../../functions/index.ts";
import type { StringSpec } from "../../functions/index.ts";
import { outputsOf } from "./outputs-of.ts";
import { simplerSpecs } from "./simpler-specs.ts";

/** Typical inputs looked at for each that is taken. */
const CANDIDATES = 40;

/** What a function gives for an input, told apart from what a rival gives. */
type Rival = (input: readonly string[]) => readonly (string | null)[];

/**
 * Different typical inputs that show what a function does: in turn one on which it differs from
 * the text as it came in, and from itself without each of its parts, as far as such are found.
 * Inputs for which it gives nothing are taken only where there are no others.
 */
export function tellingInputs(
  spec: StringSpec,
  count: number,
  chance: Chance,
): readonly (readonly string[])[] {
  const rivals = rivalsOf(spec);
  const left = candidates(arityOfText(spec), count * CANDIDATES, chance);
  const outputs = new Map<string, readonly (string | null)[]>();
  const own = (input: readonly string[]): readonly (string | null)[] => {
    const key = JSON.stringify(input);
    const known = outputs.get(key) ?? outputsOf(spec, input);
    outputs.set(key, known);
    return known;
  };
  return Array.from({ length: Math.min(count, left.length) }, (_, i) => {
    const rival = rivals[i % rivals.length];
    const defined = (input: readonly string[]): boolean => !own(input).includes(null);
    const telling = left.findIndex(
      (input) => defined(input) && rival !== undefined && !sameOutputs(own(input), rival(input)),
    );
    const at = [telling, left.findIndex(defined), 0].find((index) => index >= 0);
    return left.splice(at ?? 0, 1)[0] ?? [];
  });
}

function rivalsOf(spec: StringSpec): readonly Rival[] {
  const simpler = simplerSpecs(spec).map(
    ({ spec: other }): Rival =>
      (input) =>
        outputsOf(other, input),
  );
  return [(input) => [input[0] ?? ""], ...simpler];
}

function candidates(arity: number, count: number, chance: Chance): (readonly string[])[] {
  const inputs = Array.from({ length: count }, (_, i) => sampleTexts(arity, chance.fork(i)));
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()];
}

function sameOutputs(one: readonly (string | null)[], other: readonly (string | null)[]): boolean {
  return one.length === other.length && one.every((output, i) => output === other[i]);
}
