export { evaluateAnswer, evaluateKnown } from "./evaluate.ts";
export type { Scored } from "./evaluate.ts";

export { scoresBeside } from "./scores-beside.ts";
export { families, scorers } from "./scorers.ts";
export { testSetOf } from "./test-set.ts";
export type { TestSet, TestSetParts } from "./test-set.ts";
