import { chanceFrom, sampleTexts } from "../../../core/index.ts";
import { arityOfText } from "../functions/inspect.ts";
import type { StringSpec } from "../functions/spec.ts";
import { outputsOf } from "../tests/outputs-of.ts";
import { simplerSpecs } from "./simpler-specs.ts";
import type { SimplerSpec } from "./simpler-specs.ts";

/** A way in which a string function is simpler than its spec says, or hardly one at all. */
export type StringDegeneracy =
  | "constant"
  | "identity"
  | "like-outer-alone"
  | "like-inner-alone"
  | "step-without-effect"
  | "often-undefined"
  | "exception-without-effect"
  | "exception-as-a-rule";

const TEXTS = 200;
/** The share of typical texts on which two functions that count as the same agree at least. */
const SAME = 0.97;
/** The share of typical texts that a function may leave without a text. */
const MOST_UNDEFINED = 0.1;
/** The share of typical texts that an exception may change. */
const MOST_EXCEPTIONS = 0.5;

const reasons: Readonly<Record<SimplerSpec["without"], StringDegeneracy>> = {
  "first-step": "like-outer-alone",
  "inner-step": "step-without-effect",
  "last-step": "like-inner-alone",
  "argument-step": "step-without-effect",
  exception: "exception-without-effect",
};

const batteries = { 1: battery(1), 2: battery(2) } as const;

/** The inputs that decide: the same for every function of so many texts. */
function battery(arity: number): readonly (readonly string[])[] {
  const chance = chanceFrom("findbench/degenerate-strings").fork(arity);
  return Array.from({ length: TEXTS }, (_, i) => sampleTexts(arity, chance.fork(i)));
}

/**
 * What nobody could discover about a string function from 200 typical ones, always the same: one
 * text comes out of nearly all (`constant`), the text itself does (`identity`), a step or an
 * exception shows on fewer than 3 %, nothing comes out of more than a tenth (`often-undefined`), an
 * exception holds for more than half (`exception-as-a-rule`).
 */
export function stringDegeneracies(spec: StringSpec): readonly StringDegeneracy[] {
  const inputs = batteries[arityOfText(spec)];
  const outputs = inputs.map((input) => outputsOf(spec, input));
  const own = outputs.map(keyOf);
  const found = new Set<StringDegeneracy>();
  if (mostCommon(own) >= SAME * own.length) found.add("constant");
  for (const argument of inputs[0]?.keys() ?? []) {
    const same = inputs.map((input) => keyOf([input[argument] ?? ""]));
    if (shareAlike(own, same) >= SAME) found.add("identity");
  }
  const missing = outputs.filter((each) => each.includes(null)).length;
  if (missing > MOST_UNDEFINED * TEXTS) found.add("often-undefined");
  for (const simpler of simplerSpecs(spec)) {
    const alike = shareAlike(
      own,
      inputs.map((input) => keyOf(outputsOf(simpler.spec, input))),
    );
    if (alike >= SAME) found.add(reasons[simpler.without]);
    if (simpler.without === "exception" && alike < 1 - MOST_EXCEPTIONS)
      found.add("exception-as-a-rule");
  }
  // What the law lacks, an exception does not mend.
  const inner = spec.kind === "excepted" ? stringDegeneracies(spec.inner) : [];
  return [...new Set([...found, ...inner])].toSorted();
}

/** All that a function can give for an input, as one text. */
function keyOf(outputs: readonly (string | null)[]): string {
  return JSON.stringify(outputs);
}

function shareAlike(one: readonly string[], other: readonly string[]): number {
  return one.filter((key, i) => key === other[i]).length / one.length;
}

function mostCommon(keys: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Math.max(...counts.values());
}
