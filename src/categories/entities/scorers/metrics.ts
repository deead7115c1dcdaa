import type { MetricWords } from "../../../contract/index.ts";

const everywhere = { on: {} } as const;
const onExcepted = { on: { tag: "excepted" } } as const;
const higherRate = { better: "higher", kind: "rate" } as const;

/** The published unit tests, answered by the concepts that are stated. */
export const publishedEntityMetrics = {
  triplets: {
    ...everywhere,
    ...higherRate,
    role: "published",
    title: "unit tests",
    meaning:
      "Share of the unit tests of the published kind in which the stated concepts, looked up in the lexicon, point to the word that activates the unit.",
    note: "the oracle gets nearly 1, chance a third, as does stating nothing in particular",
  },
} as const satisfies { readonly [metric: string]: MetricWords };

/** The sound metrics of entities. */
export const soundEntityMetrics = {
  named: {
    ...everywhere,
    ...higherRate,
    role: "leading",
    title: "named",
    meaning:
      "The stated concepts are exactly those of the unit, by name or alias, no more and no fewer, and joined as they are.",
    note: "the oracle gets 1, whoever lists many concepts 0",
  },
  concepts: {
    ...everywhere,
    ...higherRate,
    title: "concepts F1",
    meaning:
      "F1 of the stated concepts against those of the unit, names and aliases being the same; what is no concept of the lexicon counts as a wrong one.",
    note: "the oracle gets 1; stating one of two gets 0.67",
  },
  "triplets.hard": {
    ...everywhere,
    ...higherRate,
    title: "hard tests",
    meaning:
      "As the unit tests, with wrong words that are about neighbouring concepts or are left silent by an exception.",
    note: "the oracle gets nearly 1, chance a third",
  },
  auroc: {
    ...everywhere,
    ...higherRate,
    title: "AUROC",
    meaning:
      "Of a hidden word that activates the unit (0.3 or more) and one that does not, how often the code gives the first more; without code the stated concepts do.",
    note: "the oracle gets 1, chance 0.5",
  },
  rank: {
    ...everywhere,
    ...higherRate,
    title: "ranks",
    meaning:
      "Share of the pairs of hidden words of different grade (plainly, associated, weakly, not related) that the code puts in the order of their activations; ties count half. Without code the stated concepts do.",
    note: "the oracle gets 1, chance 0.5; 2 · ranks − 1 is Somers' D",
  },
  "response.rule": {
    ...onExcepted,
    ...higherRate,
    role: "rule",
    title: "by the rule",
    meaning:
      "Share of the hidden words that are no local exceptions of which the code, or without it the statement, tells whether they activate the unit.",
    note: "the oracle gets 1, as does whoever knows the rule alone",
  },
  "response.exceptions": {
    ...onExcepted,
    ...higherRate,
    role: "exceptions",
    title: "on exceptions",
    meaning: "The same on the hidden words that are local exceptions.",
    note: "the oracle gets 1; whoever knows the rule alone gets 0",
  },
  exception: {
    ...onExcepted,
    ...higherRate,
    role: "stated",
    title: "stated",
    meaning:
      "One of the stated exceptions is the unit's: it tells the condition, names the sibling concept, or lists the words.",
    note: "the oracle gets 1, as stating nothing gets 0",
  },
  "exception.false": {
    on: { not: ["excepted"] },
    better: "lower",
    kind: "rate",
    title: "stated false",
    meaning: "A local exception was stated although there is none.",
    note: "the oracle gets 0, as does stating nothing",
  },
} as const satisfies { readonly [metric: string]: MetricWords };
