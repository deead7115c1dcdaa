import type { MetricWords } from "../../../contract/index.ts";

const everywhere: Pick<MetricWords, "on"> = { on: {} };
const onExcepted: Pick<MetricWords, "on"> = { on: { tag: "excepted" } };
const higherRate = { better: "higher", kind: "rate" } as const;
const lowerRate = { better: "lower", kind: "rate" } as const;

/** The published metric of relations. */
export const publishedRelationMetrics = {
  tests: {
    ...everywhere,
    ...higherRate,
    role: "published",
    title: "unit tests",
    meaning:
      "Share of the unit tests of the published kind that the stated relation or the code settles.",
    note: "the oracle gets 1, guessing a third; whoever knows the class of inputs alone gets nearly 1",
  },
} as const satisfies { readonly [metric: string]: MetricWords };

/** The sound metrics of relations. */
export const soundRelationMetrics = {
  known: {
    ...everywhere,
    ...higherRate,
    role: "leading",
    title: "known",
    meaning:
      "Relation and exceptions are stated rightly, or the code is right on nearly all hidden inputs.",
    note: "the oracle gets 1; whoever knows the class of inputs alone gets 0",
  },
  relation: {
    ...everywhere,
    ...higherRate,
    title: "relation",
    meaning: "The class of inputs and the property are stated rightly, by any of their names.",
    note: "the oracle gets 1; stating nothing gets 0",
  },
  class: {
    ...everywhere,
    ...higherRate,
    title: "class",
    meaning: "The class of inputs is stated rightly.",
    note: "the oracle gets 1; stating nothing gets 0",
  },
  exception: {
    ...onExcepted,
    ...higherRate,
    role: "stated",
    title: "stated found",
    meaning: "The exception is stated rightly, and no other one.",
    note: "the oracle gets 1; stating nothing gets 0",
  },
  "exception.false": {
    on: { not: ["excepted"] },
    ...lowerRate,
    title: "stated false",
    meaning: "An exception was stated although there is none.",
    note: "the oracle gets 0, as does stating nothing",
  },
  "tests.hard": {
    ...everywhere,
    ...higherRate,
    title: "hard unit tests",
    meaning: "Share of the unit tests within the class of inputs that are settled.",
    note: "the oracle gets 1, guessing and knowing the class of inputs alone a third",
  },
  right: {
    ...everywhere,
    ...higherRate,
    title: "right",
    meaning:
      "Share of hidden inputs for which the code, or the stated relation, has a right answer.",
    note: "the oracle gets 1; never an answer gets the share of inputs without one",
  },
  "right.rule": {
    ...everywhere,
    ...higherRate,
    role: "rule",
    title: "by the rule",
    meaning: "Share of right answers on hidden inputs that have one.",
    note: "the oracle gets 1, as does whoever knows the relation alone",
  },
  "right.exceptions": {
    ...onExcepted,
    ...higherRate,
    role: "exceptions",
    title: "on exceptions",
    meaning:
      "Share of hidden inputs that are an exception for which the code, or what is stated, has no answer either.",
    note: "the oracle gets 1; whoever knows the relation alone gets 0, never an answer 1",
  },
  "right.outside": {
    ...everywhere,
    ...higherRate,
    title: "outside",
    meaning:
      "Share of hidden inputs of other classes for which the code, or what is stated, has no answer either.",
    note: "the oracle gets 1, as does never an answer",
  },
} as const satisfies { readonly [metric: string]: MetricWords };
