export { breakpointsOf } from "./functions/breakpoints.ts";
export type { NumericColumn } from "./functions/column.ts";
export { describe } from "./functions/describe.ts";
export { evaluate } from "./functions/evaluate.ts";

export type { NumericInputs } from "./functions/inputs.ts";
export {
  answersVary,
  approximatedOf,
  arityOf,
  covers,
  familiesOf,
  isAtom,
  lawOf,
  noiseDeviationAt,
  noiseMeanAt,
  noiseOf,
  regionsOf,
  scattersPerCall,
} from "./functions/inspect.ts";
export { atomKinds, familyKinds, familyOf, hardKinds } from "./functions/families.ts";
export type { Linear } from "./functions/linear.ts";
export { isExternal, parseNumberSpec } from "./functions/number-spec.ts";

export { parseNumericSpec } from "./functions/parse.ts";
export { render } from "./functions/render.ts";
export { levelOf, sampleCorruption } from "./functions/sample-corruption.ts";
export type { CorruptionOptions } from "./functions/sample-corruption.ts";
export { sampleDeep, samplePiecewise, sampleSeveral } from "./functions/sample-structure.ts";
export { sampleAtom, sampleComposition, sampleNoise } from "./functions/sample.ts";
export type { Operation } from "./functions/sample.ts";
export { numericSpecSchema } from "./functions/schema.ts";
export { serve } from "./functions/serve.ts";
export type { Sine } from "./functions/sine.ts";
export type {
  Approximated,
  Atom,
  Corrupted,
  CorruptedRegion,
  Law,
  Layer,
  Noised,
  NumericSpec,
  Replacement,
} from "./functions/spec.ts";
export { withoutNetwork, withoutNoise, withoutRegions } from "./functions/without.ts";
export { numericBriefing } from "./problem.ts";
export type { NumericProblem } from "./problem.ts";
