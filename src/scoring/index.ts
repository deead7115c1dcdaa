export { calibration } from "./calibration.ts";
export type { Calibration } from "./calibration.ts";
export { claimsExact } from "./claims-exact.ts";
export { compare, comparePart } from "./compare.ts";
export type { PairedComparison } from "./compare.ts";
export { groups } from "./groups.ts";
export type { Guess } from "./guess.ts";
export { itemKey, lastOutcomes } from "./last-outcomes.ts";
export { letterDisplay } from "./letter-display.ts";
export { concerned, measured } from "./measured.ts";
export { metricCatalogue } from "./metric-catalogue.ts";
export type { SoundMetric } from "./metric-catalogue.ts";
export { nmse } from "./nmse.ts";
export { centredError } from "./numeric/centred-error.ts";
export { codeLength } from "./numeric/code-length.ts";
export { hiddenInputs } from "./numeric/hidden-inputs.ts";
export type { HiddenInputs, HiddenInputsParts } from "./numeric/hidden-inputs.ts";
export type { Forecast, TrueNoise } from "./numeric/noise-scores.ts";
export { SOUND_SCORER, soundScores } from "./numeric/sound-scores.ts";
export type { KnownLaw, SoundAnswer, SoundParts, SoundTruth } from "./numeric/sound-scores.ts";
export { numberOf } from "./output-number.ts";
export { reasonOwners } from "./owners.ts";
export { PUBLISHED_SCORER, publishedGrid, publishedScores } from "./published.ts";
export type { PublishedTest } from "./published.ts";
export { scorerId, scorerIdOf, scorers } from "./scorers.ts";
export { settled } from "./settled.ts";
export type { Scorer } from "./scorers.ts";
export type { Settled } from "./settled.ts";
export {
  isLowerBetter,
  isSoundMetric,
  LEADING_METRIC,
  PUBLISHED_SHARE,
  sharesOf,
} from "./shares.ts";
export { hiddenTexts } from "./strings/hidden-texts.ts";
export { STRING_PUBLISHED_SCORER, publishedStringScores } from "./strings/published-strings.ts";
export { STRING_SOUND_SCORER, soundStringScores } from "./strings/sound-strings.ts";
export type { TextTruth } from "./strings/text-truth.ts";
export { successRate } from "./success-rate.ts";
export type { SuccessRate } from "./success-rate.ts";
export { hasFigure, reasonsIn } from "./success.ts";
export type { Misses } from "./success.ts";
export { meanOf, meanUsage, medianOf } from "./typical.ts";
export { modulus, spreadOfTruth } from "./value-column.ts";
export type { IndexRange, ValueColumn } from "./value-column.ts";
