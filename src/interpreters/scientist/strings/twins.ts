import type {
  Joined,
  StringAtom,
  StringLaw,
  StringSpec,
} from "../../../categories/strings/index.ts";
import { hypothesisOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { TextReading } from "./outcome.ts";
import { byWeight, remaining } from "./weighed.ts";

/** The likeliest hypotheses whose twins are thought of. */
const MOST = 12;

/** Texts on which an operation with the oddities of the released code differs from the sound one. */
export const oddTexts: readonly string[] = [
  "Zé9aß3ñjzÉ1xÜ7kzZ",
  "éaz4ñ",
  "zñ2Ab1éZ",
  "3é-ñ5ßz Ü",
  "ñ",
  "Yz7ayB0bzÿ",
  "4a 5b 6c-z",
  "-1 2 3é4_5a6-",
  "aabbAA11zz22éé",
  "²٣9x½a",
  "the quick brown fox, jumped over 30 lazy dogs!",
  "yY-xX wW.vV",
];

/**
 * The hypotheses with, beside the likeliest of sound operations, the same functions as the released
 * code computes them, as far as the readings allow these.
 */
export function withTwins(
  alive: readonly Hypothesis[],
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  const twins = alive.slice(0, MOST).flatMap(({ spec }) => {
    const twin = twinOf(spec);
    return twin === null ? [] : [hypothesisOf(twin)];
  });
  return byWeight([...alive, ...remaining(twins, readings)]);
}

/** The function with all its operations as released; `null` where that changes nothing. */
function twinOf(spec: StringSpec): StringSpec | null {
  if (spec.kind !== "excepted") return lawTwin(spec);
  const inner = lawTwin(spec.inner);
  return inner === null ? null : { ...spec, inner };
}

function lawTwin(law: StringLaw): StringLaw | null {
  const twin: StringLaw =
    law.kind === "chain"
      ? {
          ...law,
          steps: law.steps.map((step) => (step.kind === "joined" ? step : asReleased(step))),
        }
      : law.kind === "joined"
        ? joinedTwin(law)
        : asReleased(law);
  return JSON.stringify(twin) === JSON.stringify(law) ? null : twin;
}

function joinedTwin({ left, right, ...rest }: Joined): Joined {
  return {
    ...rest,
    left: left === null ? null : asReleased(left),
    right: right === null ? null : asReleased(right),
  };
}

function asReleased(atom: StringAtom): StringAtom {
  return "reading" in atom ? { ...atom, reading: "released" } : atom;
}
