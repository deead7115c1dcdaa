export { chanceFrom, drawsFrom, mixNumber, mixWord, streamKey } from "./chance.ts";
export type { Chance, Draws, StreamKey } from "./chance.ts";
export { checkedCount } from "./checked-count.ts";
export { gridStep, onGrid } from "./dyadic-grid.ts";
export { BenchError } from "./errors.ts";
export type { ErrorCode } from "./errors.ts";
export { fileFaultOf, systemCode } from "./file-fault.ts";
export { canonicalJson, sha256Hex } from "./hash.ts";
export { identifier } from "./identifier.ts";
export {
  acos,
  atan2,
  cos,
  exp,
  ln,
  log2,
  pow,
  sin,
  squared,
  tanh,
  TAU,
  wholePower,
} from "./math.ts";
export { messageOf } from "./message-of.ts";
export { parseJson } from "./parse-json.ts";

export { permutation } from "./permutation.ts";
export { Pool } from "./pool.ts";
export type { PoolWorker } from "./pool.ts";
export { mean, median, quantile, sortedQuantile } from "./average.ts";
export { descend } from "./numerics/descend.ts";
export type { DescentOptions, Misfit } from "./numerics/descend.ts";
export { leastSquaresSolver, solveLeastSquares } from "./numerics/least-squares.ts";
export { valuesAt } from "./numerics/values-at.ts";
export { bootstrapInterval, bootstrapIntervals, pairedBootstrap } from "./bootstrap.ts";
export type { Clustered } from "./clustered.ts";
export { normalQuantile } from "./normal-quantile.ts";
export { holm, mcnemar } from "./paired-test.ts";
export { similarTo } from "./similar-to.ts";
export { pairedShareInterval, wilsonInterval } from "./proportion.ts";
export type { Interval } from "./proportion.ts";
export { changedText } from "./texts/changed-text.ts";
export { inPlainLetters, withoutMarks } from "./texts/plain-letters.ts";
export { sampleText } from "./texts/sample-text.ts";
export { sampleTexts } from "./texts/sample-texts.ts";
export { parseBoundedJson } from "./parse-bounded-json.ts";
