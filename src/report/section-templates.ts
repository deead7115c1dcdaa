import type { Statistic } from "./section.ts";

/** A figure that a section has a column for. */
export interface ColumnTemplate {
  readonly metric: string;
  /** `all`, a tag, `trivial` (plain ones that a baseline is right about) or a suite's column. */
  readonly subset: string;
  readonly statistic: Statistic;
  /** The lines above the column. */
  readonly head: readonly string[];
}

/** A question, and the columns that answer it; what no outcome carries is left out. */
export interface SectionTemplate {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ColumnTemplate[];
}

const law = (subset: string, ...head: readonly string[]): ColumnTemplate => ({
  metric: "law",
  subset,
  statistic: "rate",
  head: ["law", ...head],
});

const exact = (subset: string, ...head: readonly string[]): ColumnTemplate => ({
  metric: "exact",
  subset,
  statistic: "rate",
  head: ["exact", ...head],
});

const overAll = (
  metric: string,
  statistic: Statistic,
  ...head: readonly string[]
): ColumnTemplate => ({ metric, subset: "all", statistic, head });

const onTag = (metric: string, tag: string, ...head: readonly string[]): ColumnTemplate => ({
  metric,
  subset: tag,
  statistic: "rate",
  head,
});

/** The questions that a report answers, in the order in which they are read. */
export const sectionTemplates: readonly SectionTemplate[] = [
  {
    name: "law",
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
    name: "exact",
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
    name: "named",
    title:
      "Do they name the concepts? Share of units whose concepts are named exactly, in %, with 95 % intervals",
    columns: [
      overAll("named", "rate", "named", "all"),
      onTag("named", "single", "named", "single"),
      onTag("named", "composed", "named", "composed"),
      overAll("concepts", "rate", "concepts", "F1"),
      overAll("triplets.hard", "rate", "hard", "tests"),
    ],
  },
  {
    name: "known",
    title:
      "Do they know the relation? Share of functions that are stated rightly, in %, with 95 % intervals",
    columns: [
      overAll("known", "rate", "known", "all"),
      onTag("known", "plain", "known", "plain"),
      onTag("known", "excepted", "known", "excepted"),
      overAll("relation", "rate", "relation", "stated"),
      overAll("class", "rate", "class", "stated"),
      overAll("tests.hard", "rate", "hard", "tests"),
    ],
  },
  {
    name: "activations",
    title:
      "Do they predict activations? Of hidden words, by code or else by what is stated, in %, with 95 % intervals",
    columns: [overAll("auroc", "rate", "AUROC", "mean"), overAll("rank", "rate", "ranks", "mean")],
  },
  {
    name: "closeness",
    title:
      "How close does their code come, and at what length? Shares in %, the rest as it is, with 95 % intervals",
    columns: [
      overAll("agreement", "rate", "agreement", "inside"),
      overAll("extrapolation", "rate", "agreement", "outside"),
      overAll("error", "median", "error", "median"),
      overAll("error", "mean", "error", "mean"),
      overAll("skill", "mean", "skill", "mean"),
      overAll("accuracy", "rate", "accuracy", "mean"),
      overAll("right", "rate", "right", "mean"),
      overAll("right.outside", "rate", "right", "outside"),
      overAll("accuracy.draws", "rate", "as often", "mean"),
      overAll("length", "median", "length", "median"),
    ],
  },
  {
    name: "local",
    title:
      "Do they see the corruption? What is stated, and where the code parts from the law, in %, with 95 % intervals",
    columns: [
      onTag("extrapolation", "corrupted", "rule", "outside"),
      onTag("agreement.regions", "corrupted", "in the", "region"),
      overAll("corruption.stated.iou", "rate", "stated", "overlap"),
      overAll("corruption.stated.detected", "rate", "stated", "found"),
      overAll("corruption.stated.false", "rate", "stated", "false"),
      overAll("corruption.code.iou", "rate", "code", "overlap"),
      overAll("corruption.code.detected", "rate", "code", "found"),
      overAll("corruption.code.false", "rate", "code", "false"),
    ],
  },
  {
    name: "noise",
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
  {
    name: "local",
    title: "Do they see the local exception? Accuracy in %, with 95 % intervals",
    columns: [
      overAll("response.rule", "rate", "by the", "rule"),
      overAll("response.exceptions", "rate", "on", "exceptions"),
      overAll("exception", "rate", "stated", "found"),
      overAll("accuracy.rule", "rate", "by the", "rule"),
      overAll("accuracy.exceptions", "rate", "on", "exceptions"),
      overAll("right.rule", "rate", "by the", "rule"),
      overAll("right.exceptions", "rate", "on", "exceptions"),
      overAll("exception.false", "rate", "stated", "false"),
    ],
  },
];

/** Names of all sections that a report can have, in the order in which they are read. */
export const sectionNames: readonly string[] = [
  ...new Set([
    "summary",
    "published",
    ...sectionTemplates.map(({ name }) => name),
    "other",
    "front",
    "effort",
    "calibration",
  ]),
];
