import type { MetricWords } from "../../../contract/index.ts";

const everywhere: Pick<MetricWords, "on"> = { on: {} };
const onExcepted: Pick<MetricWords, "on"> = { on: { tag: "excepted" } };
const higherRate = { better: "higher", kind: "rate" } as const;
const lowerRate = { better: "lower", kind: "rate" } as const;

/** The published metric of string functions. */
export const publishedStringMetrics = {
  pairs: {
    ...everywhere,
    ...higherRate,
    role: "published",
    title: "test pairs",
    meaning: "Share of the test pairs that the code reproduces (published metric).",
    note: "the oracle gets 1, less where the function draws at random",
  },
} as const satisfies { readonly [metric: string]: MetricWords };

/** The sound metrics of string functions. */
export const soundStringMetrics = {
  length: {
    ...everywhere,
    title: "length",
    meaning: "Names, numbers, texts, operators and keywords in the code.",
    better: "lower",
    kind: "count",
    note: "the oracle has the law's own length; a table of points has thousands",
  },
  exact: {
    ...everywhere,
    ...higherRate,
    role: "leading",
    title: "exact",
    meaning:
      "The code gives what the function gives on every hidden input; of what is drawn at random, what may come, about as often.",
    note: "the oracle gets 1; a memory of what was asked gets 0",
  },
  accuracy: {
    ...everywhere,
    ...higherRate,
    title: "accuracy",
    meaning: "Share of hidden inputs on which the code gives what the function gives.",
    note: "the oracle gets 1; the identity gets the share of inputs that stay as they are",
  },
  "accuracy.rule": {
    role: "rule",
    ...onExcepted,
    ...higherRate,
    title: "by the rule",
    meaning: "Accuracy on the hidden inputs that are no local exceptions.",
    note: "the oracle gets 1, as does whoever knows the rule alone",
  },
  "accuracy.exceptions": {
    role: "exceptions",
    ...onExcepted,
    ...higherRate,
    title: "on exceptions",
    meaning: "Accuracy on the hidden inputs that are local exceptions.",
    note: "the oracle gets 1; whoever knows the rule alone gets about 0",
  },
  "exception.false": {
    on: { not: ["excepted"] },
    ...lowerRate,
    title: "stated false",
    meaning: "A local exception was stated although there is none.",
    note: "the oracle gets 0, as does stating nothing",
  },
  "accuracy.draws": {
    on: { tag: "random" },
    ...higherRate,
    title: "as often",
    meaning:
      "1 less the distance (total variation) between what the code draws at random and what the function does.",
    note: "the oracle gets about 0.9, since the draws are few; a fixed answer gets the share of that answer",
  },
} as const satisfies { readonly [metric: string]: MetricWords };
