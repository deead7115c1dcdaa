export { calibration } from "./calibration.ts";
export type { Calibration } from "./calibration.ts";
export { claimsExact } from "./claims-exact.ts";
export { compare, comparePart } from "./compare.ts";
export type { PairedComparison } from "./compare.ts";
export { groups } from "./groups.ts";
export { itemKey, lastOutcomes } from "./last-outcomes.ts";
export { letterDisplay } from "./letter-display.ts";
export { concerned, measured } from "./measured.ts";
export { metricCatalogue } from "./metric-catalogue.ts";
export type { SoundMetric } from "./metric-catalogue.ts";
export { nmse } from "./nmse.ts";
export { codeLength } from "./code-length.ts";
export { numberOf } from "./output-number.ts";
export { reasonOwners } from "./owners.ts";
export { scorerId, scorerName } from "./scorer-name.ts";
export { settled } from "./settled.ts";
export type { Settled } from "./settled.ts";
export {
  isLowerBetter,
  isSoundMetric,
  LEADING_METRIC,
  PUBLISHED_SHARE,
  sharesOf,
} from "./shares.ts";
export { successRate } from "./success-rate.ts";
export type { SuccessRate } from "./success-rate.ts";
export { hasFigure, reasonsIn } from "./success.ts";
export type { Misses } from "./success.ts";
export { meanOf, meanUsage, medianOf } from "./typical.ts";
export { modulus, spreadOf, spreadOfTruth } from "./value-column.ts";
export type { IndexRange, ValueColumn } from "./value-column.ts";
export { withoutOutputs } from "./guess.ts";
export { NEARLY_ALL } from "./nearly-all.ts";
export { unusable } from "./output-number.ts";
export { scored, unscored } from "./unscored.ts";
export type { Unscored } from "./unscored.ts";
export { columnOf, definedPoints, isDefined, picked } from "./value-column.ts";
