import type { Category } from "../contract/index.ts";

/** What a reader has to know of a metric. */
export interface MetricEntry {
  /** A few words for the head of a column. */
  readonly title: string;
  readonly meaning: string;
  readonly better: "higher" | "lower";
  /** `rate`: from 0 to 1; `error`: from 0 up; `count`: a whole number; `bits`: from −20 to 20. */
  readonly kind: "rate" | "error" | "count" | "bits";
  /** What chance and a perfect answer get. */
  readonly note: string;
  /** The problems that it is about: of these categories, with a tag, without others. */
  readonly on: {
    readonly categories: readonly Category[];
    readonly tag?: string;
    readonly not?: readonly string[];
  };
}

const NETWORK = "approximated";
const NOT_LEARNED = "law-not-learned";
/** A user's own program, whose law is not known here. */
const EXTERNAL = "external";

type On = Pick<MetricEntry, "on">;
const categories = ["numeric"] as const;
const everywhere: On = { on: { categories } };
const onCorrupted: On = { on: { categories, tag: "corrupted" } };
const onClean: On = { on: { categories, not: ["corrupted", EXTERNAL] } };
const whereLawIsKnown: On = { on: { categories, not: [EXTERNAL] } };
const onNoised: On = { on: { categories, tag: "noised" } };
const onTexts: On = { on: { categories: ["strings"] } };
const onExcepted: On = { on: { categories: ["strings"], tag: "excepted" } };
const higherRate = { better: "higher", kind: "rate" } as const;
const lowerRate = { better: "lower", kind: "rate" } as const;

/** Every sound metric by its name in the scores. */
export const metricCatalogue = {
  agreement: {
    ...everywhere,
    ...higherRate,
    title: "agreement inside",
    meaning: "Share of hidden points in the domain where the code is within 1 % of the truth.",
    note: "the oracle gets 1; a dense table of points comes close",
  },
  "agreement.regions": {
    ...onCorrupted,
    ...higherRate,
    title: "agreement in regions",
    meaning:
      "Share of hidden points in corrupted regions where the code is within 1 % of the truth.",
    note: "the oracle gets 1; knowing only the law gets about 0",
  },
  "agreement.breakpoints": {
    ...whereLawIsKnown,
    ...higherRate,
    title: "at breakpoints",
    meaning:
      "Share of points just beside jumps and kinks where the code is within 1 % of the truth.",
    note: "the oracle gets 1; a table of points gets about half of a jump",
  },
  extrapolation: {
    ...everywhere,
    ...higherRate,
    title: "agreement outside",
    meaning: "Share of hidden points outside the domain where the code is within 1 % of the truth.",
    note: "the oracle gets 1; a table of points gets only what is flat",
  },
  error: {
    ...everywhere,
    title: "error",
    meaning: "1 − R² in the domain: squared error over that of the truth's own mean.",
    better: "lower",
    kind: "error",
    note: "the oracle gets 0; the mean gets 1",
  },
  skill: {
    ...everywhere,
    title: "skill",
    meaning:
      "How many times the error of a lookup table of as many queries is halved, at most 20; below 0 it is doubled.",
    better: "higher",
    kind: "bits",
    note: "lookup itself gets 0; the oracle gets 20 wherever lookup errs at all",
  },
  length: {
    on: { categories: ["numeric", "strings"] },
    title: "length",
    meaning: "Names, numbers, texts, operators and keywords in the code.",
    better: "lower",
    kind: "count",
    note: "the oracle has the law's own length; a table of points has thousands",
  },
  form: {
    on: { categories, not: [NOT_LEARNED, EXTERNAL] },
    ...higherRate,
    title: "form",
    meaning:
      "The code's own outputs are explained by a law of the true form, whatever its parameters.",
    note: "the oracle gets 1; a line has the form of lines, a polynomial that of polynomials",
  },
  law: {
    on: { categories, not: [NETWORK, EXTERNAL] },
    ...higherRate,
    title: "law",
    meaning:
      "The code is right in and outside the domain and at breakpoints, and no more than three times as long as the law.",
    note: "the oracle gets 1; a baseline gets what truly is of its kind",
  },
  "corruption.stated.iou": {
    ...onCorrupted,
    ...higherRate,
    title: "stated overlap",
    meaning: "Overlap (IoU) of the stated regions with the corrupted ones.",
    note: "the oracle gets 1; stating nothing gets 0, everything the region's share of the domain",
  },
  "corruption.stated.detected": {
    ...onCorrupted,
    ...higherRate,
    title: "stated found",
    meaning: "The stated regions overlap the corrupted ones by half or more.",
    note: "the oracle gets 1; stating nothing gets 0",
  },
  "corruption.stated.false": {
    ...onClean,
    ...lowerRate,
    title: "stated false",
    meaning: "A region was stated although the function is clean.",
    note: "the oracle gets 0, as does stating nothing",
  },
  "corruption.code.iou": {
    ...onCorrupted,
    ...higherRate,
    title: "code overlap",
    meaning:
      "Overlap (IoU) of the stretches where code and clean law part with the corrupted regions.",
    note: "the oracle gets 1; the clean law gets 0",
  },
  "corruption.code.detected": {
    ...onCorrupted,
    ...higherRate,
    title: "code found",
    meaning:
      "The stretches where code and clean law part overlap the corrupted ones by half or more.",
    note: "the oracle gets 1; the clean law gets 0",
  },
  "corruption.code.false": {
    ...onClean,
    ...lowerRate,
    title: "code false",
    meaning: "Code and law part on a stretch although the function is clean.",
    note: "the oracle gets 0; code that is wrong throughout gets 1",
  },
  "noise.kind": {
    ...whereLawIsKnown,
    ...higherRate,
    title: "noise kind",
    meaning: "The kind of noise is stated rightly, `none` where there is none.",
    note: "the oracle gets 1; stating nothing gets 0, always `none` the share without noise",
  },
  "noise.scale": {
    ...onNoised,
    ...higherRate,
    title: "noise scale",
    meaning: "Kind and scale of the noise are stated rightly, the scale within 20 %.",
    note: "the oracle gets 1; stating nothing gets 0",
  },
  "noise.crps": {
    ...onNoised,
    title: "forecast",
    meaning:
      "Ranked probability score (CRPS) of fresh answers, in standard deviations of the noise.",
    better: "lower",
    kind: "error",
    note: "under normal noise the law with its noise gets 0.56, the law alone 0.80",
  },
  fidelity: {
    on: { categories, tag: NETWORK },
    ...higherRate,
    title: "network fidelity",
    meaning: "Share of hidden points in the domain where the code is within 1 % of the network.",
    note: "the oracle, who has the weights, gets 1",
  },
  "network.law": {
    on: { categories, tag: NETWORK, not: [NOT_LEARNED] },
    ...higherRate,
    title: "network law",
    meaning: "The code is the law that the network was trained on, where the network learned it.",
    note: "whoever knows the training law gets 1; the network's own code gets 0",
  },
  "process.coverage": {
    ...everywhere,
    ...higherRate,
    title: "coverage",
    meaning: "Share of 64 equal bins of the domain in which something was asked.",
    note: "64 queries on an even grid get 1",
  },
  "process.repeated": {
    ...everywhere,
    ...lowerRate,
    title: "repeated",
    meaning: "Share of the queries that repeat an earlier input.",
    note: "without noise a repeat tells nothing new",
  },
  "process.inside": {
    ...onCorrupted,
    ...higherRate,
    title: "inside regions",
    meaning: "Share of the queries that lie in a corrupted region.",
    note: "asking evenly gets the regions' share of the domain",
  },
  exact: {
    ...onTexts,
    ...higherRate,
    title: "exact",
    meaning:
      "The code gives what the function gives on every hidden input; of what is drawn at random, what may come, about as often.",
    note: "the oracle gets 1; a memory of what was asked gets 0",
  },
  accuracy: {
    ...onTexts,
    ...higherRate,
    title: "accuracy",
    meaning: "Share of hidden inputs on which the code gives what the function gives.",
    note: "the oracle gets 1; the identity gets the share of inputs that stay as they are",
  },
  "accuracy.rule": {
    ...onExcepted,
    ...higherRate,
    title: "by the rule",
    meaning: "Accuracy on the hidden inputs that are no local exceptions.",
    note: "the oracle gets 1, as does whoever knows the rule alone",
  },
  "accuracy.exceptions": {
    ...onExcepted,
    ...higherRate,
    title: "on exceptions",
    meaning: "Accuracy on the hidden inputs that are local exceptions.",
    note: "the oracle gets 1; whoever knows the rule alone gets about 0",
  },
  "exception.false": {
    on: { categories: ["strings"], not: ["excepted"] },
    ...lowerRate,
    title: "stated false",
    meaning: "A local exception was stated although there is none.",
    note: "the oracle gets 0, as does stating nothing",
  },
  "accuracy.draws": {
    on: { categories: ["strings"], tag: "random" },
    ...higherRate,
    title: "as often",
    meaning:
      "1 less the distance (total variation) between what the code draws at random and what the function does.",
    note: "the oracle gets about 0.9, since the draws are few; a fixed answer gets the share of that answer",
  },
} as const satisfies { readonly [metric: string]: MetricEntry };

/** The name of a sound metric. */
export type SoundMetric = keyof typeof metricCatalogue;
