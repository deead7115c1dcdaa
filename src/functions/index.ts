export type { External } from "./external/spec.ts";
export { breakpointsOf } from "./numeric/breakpoints.ts";
export type { NumericColumn } from "./numeric/column.ts";
export { describe } from "./numeric/describe.ts";
export { evaluate } from "./numeric/evaluate.ts";
export type { NumericInputs } from "./numeric/inputs.ts";
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
} from "./numeric/inspect.ts";
export { atomKinds, familyKinds, hardKinds } from "./numeric/kinds.ts";
export { parseNumericSpec } from "./numeric/parse.ts";
export { render } from "./numeric/render.ts";
export { levelOf, sampleCorruption } from "./numeric/sample-corruption.ts";
export type { CorruptionOptions } from "./numeric/sample-corruption.ts";
export { sampleAtom, sampleComposition, sampleNoise } from "./numeric/sample.ts";
export type { Operation } from "./numeric/sample.ts";
export { sampleDeep, samplePiecewise, sampleSeveral } from "./numeric/sample-structure.ts";
export { numericSpecSchema } from "./numeric/schema.ts";
export { fitForm } from "./numeric/fitting/fit-form.ts";
export { serve } from "./numeric/serve.ts";
export type * from "./numeric/spec.ts";
export { withoutNetwork, withoutNoise, withoutRegions } from "./numeric/without.ts";
export { canonicalOf } from "./strings/canonical-of.ts";
export { describeCondition } from "./strings/describe-condition.ts";
export { describeText } from "./strings/describe-text.ts";
export { distributionOf } from "./strings/distribution-of.ts";
export { arityOfText, atomsOf, isRandom, withoutException } from "./strings/inspect.ts";
export { matches } from "./strings/matches.ts";
export { operationOf, stringKinds } from "./strings/operations.ts";
export { parseStringSpec } from "./strings/parse.ts";
export { fromReleased, releasedName } from "./strings/released.ts";
export type { ReleasedStep } from "./strings/released.ts";
export { renderText } from "./strings/render-text.ts";
export { sampleChain, sampleJoined, sampleStringAtom } from "./strings/sample.ts";
export { sampleException } from "./strings/sample-exception.ts";
export { serveText } from "./strings/serve-text.ts";
export type { TextResult } from "./strings/string-operation.ts";
export type * from "./strings/spec.ts";
export { drawnKinds, releasedDraws, releasedWeights } from "./strings/drawn-kinds.ts";
export type { DrawnKinds, StringWeights } from "./strings/drawn-kinds.ts";
export { exceptionOf } from "./strings/exception-of.ts";
export { isExternal, isStringSpec, parseSpec, specSchema } from "./spec.ts";
export type { NumberSpec, Spec } from "./spec.ts";
