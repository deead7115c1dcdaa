export { calibration } from "./calibration.ts";
export type { Calibration } from "./calibration.ts";
export { claimsExact } from "./claims-exact.ts";
export { compare, compareParts } from "./compare.ts";
export type { PairedComparison } from "./compare.ts";
export { groups } from "./groups.ts";
export type { Guess } from "./guess.ts";
export { itemKey, lastOutcomes } from "./last-outcomes.ts";
export { letterDisplay } from "./letter-display.ts";
export { concerned, measurable, measured } from "./measured.ts";
export {
  categoryFacts,
  comparableMetrics,
  isShare,
  knownMetrics,
  metricFacts,
} from "./metric-facts.ts";
export type { CategoryFacts, LocalFacts, MetricFacts } from "./metric-facts.ts";
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
export {
  byTags,
  FAILED,
  onProblems,
  outcomeTable,
  partOf,
  problemsIn,
  tableOf,
  withTags,
} from "./outcome-table.ts";
export type { OutcomeRow, OutcomeTable, Part, TableProblem } from "./outcome-table.ts";
export { PRESENT } from "./number-column.ts";
export { ownerOf, reasonOwners } from "./owners.ts";
export { pairsOf } from "./pair.ts";
export { PUBLISHED_SCORER, publishedGrid, publishedScores } from "./published.ts";
export type { PublishedTest } from "./published.ts";
export { scorerId, scorerIdOf, scorers } from "./scorers.ts";
export type { Scorer } from "./scorers.ts";
export { hiddenTexts } from "./strings/hidden-texts.ts";
export { STRING_PUBLISHED_SCORER, publishedStringScores } from "./strings/published-strings.ts";
export { STRING_SOUND_SCORER, soundStringScores } from "./strings/sound-strings.ts";
export type { TextTruth } from "./strings/text-truth.ts";
export { rates, successRate } from "./success-rate.ts";
export type { SuccessRate } from "./success-rate.ts";
export { figuresIn, hasFigure, missAt, reasonsIn, sharesAt } from "./success.ts";
export type { Misses } from "./success.ts";
export { meanOf, meanUsage, medianOf, typical } from "./typical.ts";
export { modulus, spreadOf } from "./value-column.ts";
export type { IndexRange, ValueColumn } from "./value-column.ts";
