import type { Draws } from "../../../core/index.ts";
import { arityOfText } from "../functions/inspect.ts";
import type { StringSpec } from "../functions/spec.ts";
import { inputPool } from "./input-pool.ts";
import { outputsOf } from "./outputs-of.ts";
import { simplerSpecs } from "../drawing/simpler-specs.ts";
import type { SimplerSpec } from "../drawing/simpler-specs.ts";

/** Typical inputs looked at for each that is taken, at most. */
const CANDIDATES = 40;

/** What a function gives for an input, told apart from what a rival gives. */
type Rival = (input: readonly string[]) => readonly (string | null)[];

/**
 * Different typical inputs that show what a function does: in turn one on which it differs from
 * the text as it came in, and from itself without each of its parts, as far as such are found. Every
 * third shows its exception. Inputs for which it gives nothing are taken only where there are no
 * others.
 */
export function tellingInputs(
  spec: StringSpec,
  count: number,
  draws: Draws,
): readonly (readonly string[])[] {
  const own = remembered((input) => outputsOf(spec, input));
  const { parts, exceptions } = rivalsOf(spec);
  const isDefined = (input: readonly string[]): boolean => !own(input).includes(null);
  const take = inputPool(arityOfText(spec), count * CANDIDATES, draws);
  return Array.from({ length: count }, (_, i) => {
    const rivals = i % 3 === 2 && exceptions.length > 0 ? exceptions : parts;
    const rival = rivals[i % rivals.length];
    const isTelling = (input: readonly string[]): boolean =>
      isDefined(input) && rival !== undefined && !areSame(own(input), rival(input));
    return take(isTelling) ?? take(isDefined) ?? take(() => true);
  }).filter((input) => input !== null);
}

function rivalsOf(spec: StringSpec): {
  readonly parts: readonly Rival[];
  readonly exceptions: readonly Rival[];
} {
  const simpler = simplerSpecs(spec);
  const rivalOf = ({ spec: other }: SimplerSpec): Rival =>
    remembered((input) => outputsOf(other, input));
  return {
    parts: [
      (input) => [input[0] ?? ""],
      ...simpler.filter(({ without }) => without !== "exception").map(rivalOf),
    ],
    exceptions: simpler.filter(({ without }) => without === "exception").map(rivalOf),
  };
}

function remembered(rival: Rival): Rival {
  const known = new Map<readonly string[], readonly (string | null)[]>();
  return (input) => {
    const outputs = known.get(input) ?? rival(input);
    known.set(input, outputs);
    return outputs;
  };
}

function areSame(one: readonly (string | null)[], other: readonly (string | null)[]): boolean {
  return one.length === other.length && one.every((output, i) => output === other[i]);
}
