import { distributionOf, matches } from "../../../categories/strings/index.ts";
import type { Joined, StringAtom, StringSpec } from "../../../categories/strings/index.ts";
import { applied } from "./applied.ts";
import type { Outcome, TextReading } from "./outcome.ts";

/** One thing that a function may give, and how likely it is. */
export interface Prediction {
  readonly outcome: Outcome;
  readonly probability: number;
}

/** What a function may give for an input. */
export function predicted(spec: StringSpec, texts: readonly string[]): readonly Prediction[] {
  const only = certain(spec, texts);
  if (only !== undefined) return [{ outcome: only, probability: 1 }];
  return distributionOf(spec, texts).map(({ result, probability }) => ({
    outcome: typeof result === "string" ? result : null,
    probability,
  }));
}

/** How likely a function is to give what was read. */
export function likelihood(spec: StringSpec, { texts, outcome }: TextReading): number {
  const only = certain(spec, texts);
  if (only !== undefined) return only === outcome ? 1 : 0;
  return predicted(spec, texts).find((each) => each.outcome === outcome)?.probability ?? 0;
}

/** What a function of one text gives where nothing is drawn at random; otherwise `undefined`. */
export function certain(spec: StringSpec, texts: readonly string[]): Outcome | undefined {
  return certainOf(spec, texts[0] ?? "");
}

function certainOf(spec: StringSpec, text: string): Outcome | undefined {
  if (spec.kind === "excepted") {
    if (!matches(spec.when, text)) return certainOf(spec.inner, text);
    return spec.then.kind === "constant-text" ? spec.then.text : certainOf(spec.then, text);
  }
  if (spec.kind !== "chain") return isCertain(spec) ? applied(spec, text) : undefined;
  let at: Outcome = text;
  for (let i = 0; i < spec.steps.length; i += 1) {
    const step = spec.steps[i];
    if (step === undefined || !isCertain(step)) return undefined;
    at = applied(step, at);
  }
  return at;
}

function isCertain(step: StringAtom | Joined): step is StringAtom {
  return step.kind !== "joined" && step.kind !== "shift-any-up" && step.kind !== "shift-any-down";
}
