import type { MetricWords } from "../../../contract/index.ts";

type On = Pick<MetricWords, "on">;

const NETWORK = "approximated";
const NOT_LEARNED = "law-not-learned";
/** A user's own program, whose law is not known here. */
const EXTERNAL = "external";

const everywhere: On = { on: {} };
const onCorrupted: On = { on: { tag: "corrupted" } };
const onClean: On = { on: { not: ["corrupted", EXTERNAL] } };
const whereLawIsKnown: On = { on: { not: [EXTERNAL] } };
const onNoised: On = { on: { tag: "noised" } };
const higherRate = { better: "higher", kind: "rate" } as const;
const lowerRate = { better: "lower", kind: "rate" } as const;

/** The published metric of functions of numbers. */
export const publishedNumericMetrics = {
  nmse: {
    ...everywhere,
    role: "error",
    title: "NMSE",
    meaning: "Squared error over the squares of the truth, on the points of the published test.",
    better: "lower",
    kind: "error",
    note: "the answer 0 gets 1",
  },
  "nmse<0.1": {
    ...everywhere,
    ...higherRate,
    role: "published",
    title: "passed",
    meaning: "NMSE < 0.1 on 256 points (published metric).",
    note: "the oracle misses what is chance in the test; a dense table of points comes close",
  },
} as const satisfies { readonly [metric: string]: MetricWords };

/** The sound metrics of functions of numbers. */
export const soundNumericMetrics = {
  agreement: {
    ...everywhere,
    ...higherRate,
    title: "agreement inside",
    meaning: "Share of hidden points in the domain where the code is within 1 % of the truth.",
    note: "the oracle gets 1; a dense table of points comes close",
  },
  "agreement.regions": {
    role: "exceptions",
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
    role: "rule",
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
    ...everywhere,
    title: "length",
    meaning: "Names, numbers, texts, operators and keywords in the code.",
    better: "lower",
    kind: "count",
    note: "the oracle has the law's own length; a table of points has thousands",
  },
  form: {
    on: { not: [NOT_LEARNED, EXTERNAL] },
    ...higherRate,
    title: "form",
    meaning:
      "The code's own outputs are explained by a law of the true form, whatever its parameters.",
    note: "the oracle gets 1; a line has the form of lines, a polynomial that of polynomials",
  },
  law: {
    on: { not: [NETWORK, EXTERNAL] },
    ...higherRate,
    role: "leading",
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
    role: "stated",
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
    on: { tag: NETWORK },
    ...higherRate,
    title: "network fidelity",
    meaning: "Share of hidden points in the domain where the code is within 1 % of the network.",
    note: "the oracle, who has the weights, gets 1",
  },
  "network.law": {
    on: { tag: NETWORK, not: [NOT_LEARNED] },
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
} as const satisfies { readonly [metric: string]: MetricWords };
