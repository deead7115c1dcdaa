import type { Sample } from "./notebook.ts";
import { exactTarget } from "./target.ts";
import type { Target } from "./target.ts";

/** The real answers as a target of exact values. */
export function targetFrom(samples: readonly Sample[]): Target {
  const real = samples.filter(({ value }) => value !== null && value.im === 0);
  return exactTarget(
    Float64Array.from(real, ({ x }) => x),
    Float64Array.from(real, ({ value }) => value?.re ?? NaN),
  );
}
