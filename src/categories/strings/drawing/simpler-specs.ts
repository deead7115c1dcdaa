import type { Joined, StringLaw, StringSpec } from "../functions/spec.ts";
import { chainOf } from "./chain-of.ts";

/** What a function would be if one of its parts were not there. */
export interface SimplerSpec {
  /** The part that is missing. */
  readonly without: "first-step" | "inner-step" | "last-step" | "argument-step" | "exception";
  readonly spec: StringSpec;
}

/** A function with each of its parts left out in turn; none where it has a single part. */
export function simplerSpecs(spec: StringSpec): readonly SimplerSpec[] {
  if (spec.kind !== "excepted") return simplerLaws(spec);
  const parts = simplerLaws(spec.inner).map(({ without, spec: inner }): SimplerSpec => ({
    without,
    spec: { ...spec, inner },
  }));
  return [{ without: "exception", spec: spec.inner }, ...parts];
}

interface SimplerLaw {
  readonly without: Exclude<SimplerSpec["without"], "exception">;
  readonly spec: StringLaw;
}

function simplerLaws(law: StringLaw): readonly SimplerLaw[] {
  if (law.kind === "joined")
    return joinedWithout(law).map((spec) => ({ without: "argument-step", spec }));
  if (law.kind !== "chain") return [];
  const last = law.steps.length - 1;
  return law.steps.flatMap((step, i): readonly SimplerLaw[] => {
    const without = i === last ? "last-step" : i === 0 ? "first-step" : "inner-step";
    if (step.kind !== "joined") return [{ without, spec: chainOf(law.steps.toSpliced(i, 1)) }];
    // Without the joining there would be one text too many.
    return joinedWithout(step).map((joined) => ({
      without: "argument-step",
      spec: chainOf([joined, ...law.steps.slice(1)]),
    }));
  });
}

function joinedWithout(joined: Joined): readonly Joined[] {
  return [
    ...(joined.left === null ? [] : [{ ...joined, left: null }]),
    ...(joined.right === null ? [] : [{ ...joined, right: null }]),
  ];
}
