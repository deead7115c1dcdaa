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
  metricKind,
} from "./metric-facts.ts";
export type { CategoryFacts, LocalFacts } from "./metric-facts.ts";
export { PRESENT } from "./number-column.ts";
export {
  FAILED,
  byTags,
  onProblems,
  outcomeTable,
  partOf,
  problemsIn,
  tableOf,
  withTags,
} from "./outcome-table.ts";
export type { OutcomeRow, OutcomeTable, Part, TableProblem } from "./outcome-table.ts";
export { rates, successRate } from "./success-rate.ts";
export { figuresIn, hasFigure, missAt, reasonsIn } from "./success.ts";
export type { Misses } from "./success.ts";
export { meanOf, meanUsage, medianOf, typical } from "./typical.ts";
