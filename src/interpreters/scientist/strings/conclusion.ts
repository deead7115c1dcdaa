import { squared } from "../../../core/index.ts";
import type { Draws } from "../../../core/index.ts";
import type { StringLaw } from "../../../categories/strings/index.ts";
import { drawnText } from "./drawn-text.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { TextReading } from "./outcome.ts";
import { likelihood, predicted } from "./predicted.ts";
import type { Rival, TextFinding } from "./text-finding.ts";
import { sharesOf } from "./weighed.ts";

/** Hypotheses whose behaviour is compared with that of the likeliest, at most. */
const COMPARED = 40;
/** Inputs on which it is compared. */
const INPUTS = 24;
/** The least share of the probability with which a rival is told. */
const TOLD = 0.005;
/** Confirmations without which nothing is called exact. */
const CONFIRMED = 3;

/** What was learned, beside the hypotheses that are left. */
export interface Evidence {
  readonly readings: readonly TextReading[];
  /** Readings that agreed with what had been foretold. */
  readonly confirmations: number;
  /** The share of conceivable conditions of an exception that were tried, 0 to 1. */
  readonly covered: number;
  /** Laws that held for a while. */
  readonly believed: readonly StringLaw[];
  /** Whether every hypothesis within reach is among those that are left. */
  readonly isWhole: boolean;
}

/** What the hypotheses that are left, the likeliest first, come to. */
export function conclude(
  hypotheses: readonly Hypothesis[],
  evidence: Evidence,
  draws: Draws,
): TextFinding {
  const [best] = hypotheses;
  if (best === undefined) return seen(evidence);
  const inputs = drawnInputs(evidence.readings[0]?.texts.length ?? 1, draws);
  const shares = sharesOf(hypotheses);
  const behaviour = behaviourOf(best, inputs);
  const rivals = hypotheses
    .slice(0, COMPARED)
    .map((each, i): Rival & { readonly isOther: boolean } => ({
      spec: each.spec,
      share: shares[i] ?? 0,
      isOther: behaviourOf(each, inputs) !== behaviour,
    }))
    .filter(({ isOther }) => isOther);
  const against = rivals.reduce((sum, { share }) => sum + share, 0);
  const unlooked = shares.slice(COMPARED).reduce((sum, share) => sum + share, 0);
  const certainty = Math.max(0, 1 - against - unlooked) * trustIn(evidence);
  const isExact = evidence.confirmations >= CONFIRMED && certainty > 0.9;
  return {
    kind: "spec",
    spec: best.spec,
    standing: isExact ? "exact" : "likely",
    confidence: Number(certainty.toFixed(3)),
    rivals: rivals.filter(({ share }) => share >= TOLD),
  };
}

/** How far laws that agree are to be trusted: unseen exceptions and too few confirmations. */
function trustIn({ confirmations, covered, isWhole }: Evidence): number {
  const unseen = 1 - 0.12 * (1 - covered);
  return unseen * (1 - 0.5 / squared(1 + confirmations)) * (isWhole ? 0.995 : 0.7);
}

function seen({ readings, believed }: Evidence): TextFinding {
  const counts = believed.map(
    (law) => readings.filter((reading) => likelihood(law, reading) > 0).length,
  );
  const most = Math.max(0, ...counts);
  const law = most * 2 >= readings.length ? (believed[counts.indexOf(most)] ?? null) : null;
  return { kind: "seen", law, readings };
}

function drawnInputs(arity: number, draws: Draws): readonly (readonly string[])[] {
  return Array.from({ length: INPUTS }, (_, i) =>
    Array.from({ length: arity }, () => drawnText(draws, { favourites: [], length: i + 1 })),
  );
}

function behaviourOf({ spec }: Hypothesis, inputs: readonly (readonly string[])[]): string {
  return JSON.stringify(inputs.map((texts) => predicted(spec, texts)));
}
