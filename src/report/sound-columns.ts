import type { SoundMetric } from "../scoring/index.ts";

/** A group of problems that a sound figure is taken over; groups overlap. */
export type SoundSubset =
  | "all"
  | "plain"
  | "trivial"
  | "corrupted"
  | "noised"
  | "single"
  | "composed"
  | "excepted"
  | "random";

/** How items become one figure. */
export type Statistic = "rate" | "median" | "mean";

/** A figure that a sound table has a column for. */
export interface SoundColumnKey {
  readonly metric: SoundMetric;
  readonly subset: SoundSubset;
  readonly statistic: Statistic;
  /** The lines above the column. */
  readonly head: readonly string[];
}

/** A question, and the columns that answer it. */
export interface SoundSectionKey {
  readonly title: string;
  readonly columns: readonly SoundColumnKey[];
}

const law = (subset: SoundSubset, ...head: readonly string[]): SoundColumnKey => ({
  metric: "law",
  subset,
  statistic: "rate",
  head: ["law", ...head],
});

const exact = (subset: SoundSubset, ...head: readonly string[]): SoundColumnKey => ({
  metric: "exact",
  subset,
  statistic: "rate",
  head: ["exact", ...head],
});

const overAll = (
  metric: SoundMetric,
  statistic: Statistic,
  ...head: readonly string[]
): SoundColumnKey => ({ metric, subset: "all", statistic, head });

/** The sound tables, in the order in which they are read. */
export const soundSections: readonly SoundSectionKey[] = [
  {
    title:
      "Do they know the law? Share of functions whose code is the law, or has its form, in %, with 95 % intervals",
    columns: [
      law("all", "all"),
      law("plain", "plain"),
      law("trivial", "trivial"),
      law("corrupted", "corrupted"),
      law("noised", "noised"),
      overAll("form", "rate", "form", "all"),
    ],
  },
  {
    title:
      "How close does their code come, and at what length? Agreement in %, the rest as it is, with 95 % intervals",
    columns: [
      overAll("agreement", "rate", "agreement", "inside"),
      overAll("extrapolation", "rate", "agreement", "outside"),
      overAll("error", "median", "error", "median"),
      overAll("error", "mean", "error", "mean"),
      overAll("skill", "mean", "skill", "mean"),
      overAll("length", "median", "length", "median"),
    ],
  },
  {
    title:
      "Do they see the corruption? What is stated, and where the code parts from the law, in %, with 95 % intervals",
    columns: [
      overAll("corruption.stated.iou", "rate", "stated", "overlap"),
      overAll("corruption.stated.detected", "rate", "stated", "found"),
      overAll("corruption.stated.false", "rate", "stated", "false"),
      overAll("corruption.code.iou", "rate", "code", "overlap"),
      overAll("corruption.code.detected", "rate", "code", "found"),
      overAll("corruption.code.false", "rate", "code", "false"),
    ],
  },
  {
    title:
      "Noise and networks: shares in %, the forecast in standard deviations, with 95 % intervals",
    columns: [
      overAll("noise.kind", "rate", "noise", "kind"),
      overAll("noise.scale", "rate", "noise", "scale"),
      overAll("noise.crps", "median", "forecast", "median"),
      overAll("fidelity", "rate", "network", "fidelity"),
      overAll("network.law", "rate", "network", "law"),
    ],
  },
];

/** The sound tables of functions of texts, in the order in which they are read. */
export const stringSections: readonly SoundSectionKey[] = [
  {
    title:
      "Do they know the function? Share of functions whose code is right on every hidden input, in %, with 95 % intervals",
    columns: [
      exact("all", "all"),
      exact("single", "single"),
      exact("composed", "composed"),
      exact("excepted", "with", "exception"),
      exact("random", "random"),
    ],
  },
  {
    title:
      "How close does their code come, and at what length? Accuracy in %, the rest as it is, with 95 % intervals",
    columns: [
      overAll("accuracy", "rate", "accuracy", "mean"),
      overAll("accuracy.draws", "rate", "as often", "mean"),
      overAll("length", "median", "length", "median"),
    ],
  },
  {
    title: "Do they see the local exception? Accuracy in %, with 95 % intervals",
    columns: [
      overAll("accuracy.rule", "rate", "by the", "rule"),
      overAll("accuracy.exceptions", "rate", "on", "exceptions"),
      overAll("exception.false", "rate", "stated", "false"),
    ],
  },
];
