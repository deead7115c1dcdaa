import { canonicalJson } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import { canonicalOf } from "../functions/canonical-of.ts";
import { releasedDraws } from "../functions/drawn-kinds.ts";
import type { DrawnKinds } from "../functions/drawn-kinds.ts";
import type { StringLaw, StringSpec } from "../functions/spec.ts";
import { chainOf } from "../drawing/chain-of.ts";
import { changedAtom } from "./changed-atom.ts";
import { changedException } from "./changed-exception.ts";
import { changedJoining } from "./changed-joining.ts";
import { simplerSpecs } from "../drawing/simpler-specs.ts";
import { sampleSingle } from "../drawing/sample-single.ts";

/**
 * Functions that differ from one by a single thing: a parameter, an operation, the order of two, a
 * part that is missing, the condition of the exception. Some may do the same all the same, but none
 * is the same by another name.
 */
export function nearMisses(
  spec: StringSpec,
  chance: Chance,
  from: DrawnKinds = releasedDraws,
): readonly StringSpec[] {
  const own = nameOf(spec);
  return changedSpecs(spec, chance, from).filter((miss) => nameOf(miss) !== own);
}

function nameOf(spec: StringSpec): string {
  return canonicalJson(canonicalOf(spec));
}

function changedSpecs(spec: StringSpec, chance: Chance, from: DrawnKinds): readonly StringSpec[] {
  const simpler = simplerSpecs(spec).map(({ spec: without }) => without);
  if (spec.kind !== "excepted") return [...simpler, ...changedLaws(spec, chance, from)];
  const others = changedLaws(spec.inner, chance, from).map((inner) => ({ ...spec, inner }));
  return [...simpler, ...changedException(spec, chance.fork("exception"), from), ...others];
}

function changedLaws(law: StringLaw, chance: Chance, from: DrawnKinds): readonly StringLaw[] {
  if (law.kind === "joined") return changedJoining(law, chance, from);
  if (law.kind !== "chain")
    return [...changedAtom(law, chance, from), sampleSingle(chance.fork("other"), from)];
  const changed = law.steps.flatMap((step, i) => {
    const own = chance.fork(i);
    const others =
      step.kind === "joined"
        ? changedJoining(step, own, from)
        : [...changedAtom(step, own, from), sampleSingle(own.fork("other"), from)];
    return others.map((other) => chainOf(law.steps.with(i, other)));
  });
  return [...swapped(law.steps), ...changed];
}

/** Neighbouring steps in the other order; a joining stays first. */
function swapped(
  steps: Extract<StringLaw, { readonly kind: "chain" }>["steps"],
): readonly StringLaw[] {
  return steps.slice(1).flatMap((step, i) => {
    const before = steps[i];
    if (before === undefined || before.kind === "joined") return [];
    return [chainOf(steps.toSpliced(i, 2, step, before))];
  });
}
