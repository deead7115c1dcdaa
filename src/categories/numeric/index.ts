export { degeneracies } from "./drawing/degeneracies.ts";
export { draftNumeric } from "./drawing/draft-numeric.ts";
export type { Approximate, Draft } from "./drawing/draft.ts";
export { numericSectionSchema } from "./drawing/numeric-section.ts";
export type { NumericGroup } from "./drawing/numeric-section.ts";
export { tagsOf } from "./drawing/tags.ts";
export { breakpointsOf } from "./functions/breakpoints.ts";
export type { NumericColumn } from "./functions/column.ts";
export { describe } from "./functions/describe.ts";
export { evaluate } from "./functions/evaluate.ts";
export type { External } from "./functions/external/spec.ts";
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
export { atomKinds, familyKinds, hardKinds } from "./functions/kinds.ts";
export { parseNumericSpec } from "./functions/parse.ts";
export { render } from "./functions/render.ts";
export { levelOf, sampleCorruption } from "./functions/sample-corruption.ts";
export type { CorruptionOptions } from "./functions/sample-corruption.ts";
export { sampleDeep, samplePiecewise, sampleSeveral } from "./functions/sample-structure.ts";
export { sampleAtom, sampleComposition, sampleNoise } from "./functions/sample.ts";
export type { Operation } from "./functions/sample.ts";
export { numericSpecSchema } from "./functions/schema.ts";
export { serve } from "./functions/serve.ts";
export { isExternal, isStringSpec, parseSpec, specSchema } from "./functions/spec-union.ts";
export type { NumberSpec, Spec } from "./functions/spec-union.ts";
export type {
  Approximated,
  Atom,
  Corrupted,
  CorruptedRegion,
  Law,
  Layer,
  Linear,
  Noised,
  NumericSpec,
  Replacement,
  Sine,
} from "./functions/spec.ts";
export { withoutNetwork, withoutNoise, withoutRegions } from "./functions/without.ts";
export type { BlackBoxOptions } from "./opening/black-box.ts";
export { server } from "./opening/draw-source.ts";
export type { InputColumns } from "./opening/draw-source.ts";
export { intervalsOf } from "./opening/intervals-of.ts";
export { numberCounter } from "./opening/number-counter.ts";
export { centredError } from "./scorers/centred-error.ts";
export { fittedForm } from "./scorers/fitted-form.ts";
export { fitForm } from "./scorers/fitting/fit-form.ts";
export { hiddenInputs } from "./scorers/hidden-inputs.ts";
export type { HiddenInputsParts } from "./scorers/hidden-inputs.ts";
export { lookupError } from "./scorers/lookup-error.ts";
export type { TrueNoise } from "./scorers/noise-scores.ts";
export { PUBLISHED_SCORER, publishedGrid, publishedScores } from "./scorers/published.ts";
export { SOUND_SCORER, soundScores } from "./scorers/sound-scores.ts";
export type { KnownLaw, SoundAnswer, SoundParts, SoundTruth } from "./scorers/sound-scores.ts";
export { numericExamOf, sheetOf } from "./tests/numeric-exam.ts";
export type { ExamParts, NumericExam } from "./tests/numeric-exam.ts";
export { lawInPython } from "./tests/sound-exam.ts";
export type { SoundExam } from "./tests/sound-exam.ts";
