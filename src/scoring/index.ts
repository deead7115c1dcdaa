export { calibration } from "./calibration.ts";
export type { Calibration } from "./calibration.ts";
export { claimsExact } from "./claims-exact.ts";
export { compare, compareParts } from "./compare.ts";
export type { PairedComparison } from "./compare.ts";
export { groups } from "./groups.ts";
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
export { codeLength } from "./code-length.ts";
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
export { rates, successRate } from "./success-rate.ts";
export { scorerId, scorerName } from "./scorer-name.ts";
export type { SuccessRate } from "./success-rate.ts";
export { figuresIn, hasFigure, missAt, reasonsIn, sharesAt } from "./success.ts";
export type { Misses } from "./success.ts";
export { meanOf, meanUsage, medianOf, typical } from "./typical.ts";
export { modulus, spreadOf, spreadOfTruth } from "./value-column.ts";
export type { IndexRange, ValueColumn } from "./value-column.ts";
export { withoutOutputs } from "./guess.ts";
export { NEARLY_ALL } from "./nearly-all.ts";
export { unusable } from "./output-number.ts";
export { scored, unscored } from "./unscored.ts";
export type { Unscored } from "./unscored.ts";
export { columnOf, definedPoints, isDefined, picked } from "./value-column.ts";
