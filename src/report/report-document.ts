import { counted, errorFigure, range } from "./figures.ts";
import type { CategoryReport } from "./category-report.ts";
import { part } from "./document.ts";
import type { Document, DocumentPart } from "./document.ts";
import { mixedLine } from "./mixed-scorers.ts";
import type { RunReport } from "./report.ts";
import { repeatFacts } from "./run-identity.ts";
import { verdictSentences } from "./verdict-sentences.ts";

/** How much of a report is shown. */
export interface Extent {
  readonly verdict: boolean;
  readonly tables: boolean;
}

/** Reports of runs as a document, one after the other. */
export function reportDocument(
  reports: readonly RunReport[],
  { verdict, tables }: Extent,
): Document {
  return {
    data: reports,
    parts: reports.flatMap((report) => [
      ...(verdict ? verdictParts(report, tables) : []),
      ...(tables ? tableParts(report) : []),
    ]),
  };
}

/** What a run is, in a line. */
function runLine({ run }: RunReport): string {
  const suites = run.suites.map(({ name, count, total }) =>
    count === total
      ? `${name} (${counted(total, "problem")})`
      : `${name} (${count} of ${counted(total, "problem")})`,
  );
  const epochs = run.epochs > 1 ? [counted(run.epochs, "epoch")] : [];
  const budget = run.budget === null ? "unlimited" : `${run.budget}`;
  return [
    suites.join(", "),
    `budget ${budget}`,
    ...epochs,
    `findbench ${run.findbench}`,
    `run ${run.id}`,
  ].join(" · ");
}

function alarmsOf({ partial, withoutTags }: RunReport): string[] {
  return [
    ...(partial === null
      ? []
      : [
          `PARTIAL: ${partial.done} of ${partial.expected} items are done; every figure may still change.`,
        ]),
    ...withoutTags.map(
      ({ name, why }) =>
        `Without groups by tag, such as plain or corrupted: the truths of suite ${name} are not at hand. ${why}.`,
    ),
  ];
}

function verdictParts(report: RunReport, more: boolean): DocumentPart[] {
  const screen = report.run.id;
  const path = [report.run.id];
  const next = more
    ? []
    : ["More: --full, or --section NAME. Problems by name: findbench list RUN"];
  return [
    part({ screen, path, paragraphs: [runLine(report)], alarms: alarmsOf(report) }),
    ...(report.categories.length === 0
      ? [part({ screen, path, paragraphs: ["Nothing to rank yet: no item is done."] })]
      : report.categories.map((one) => verdictPart(one, screen))),
    ...(next.length === 0 ? [] : [part({ screen, path, notes: next })]),
  ];
}

function verdictPart(
  { category, title, mixed, verdict }: CategoryReport,
  run: string,
): DocumentPart {
  const base = {
    screen: run,
    path: [run, category],
    alarms: mixed === null ? [] : [mixedLine(mixed)],
  };
  if (verdict === null)
    return part({ ...base, heading: title, paragraphs: ["Nothing that could rank was measured."] });
  const n = verdict.summary.columns[0]?.problems ?? 0;
  return part({
    ...base,
    heading: `${title}: ${verdict.metric} of ${n}, % [95 % CI]`,
    sections: [verdict.summary],
    paragraphs: verdictSentences(verdict, category),
  });
}

function tableParts(report: RunReport): DocumentPart[] {
  const path = [report.run.id];
  return [
    ...report.categories
      .map((one) => categoryPart(one, report))
      .filter(({ sections, notes }) => sections.length + notes.length > 0),
    part({ path, notes: runNotes(report) }),
  ];
}

function categoryPart(one: CategoryReport, report: RunReport): DocumentPart {
  const { category, title, mixed, sections } = one;
  return part({
    path: [report.run.id, category],
    heading: title.toUpperCase(),
    alarms: mixed === null ? [] : [mixedLine(mixed)],
    sections,
    notes: calibrationNotes(one),
  });
}

function calibrationNotes({ calibration }: CategoryReport): string[] {
  return calibration.map(({ interpreter, metric, n, brier, bins }) => {
    const curve = bins.flatMap(({ confidence, success }) =>
      confidence === null || success === null
        ? []
        : [`${confidence.toFixed(2)} → ${success.value.toFixed(2)} (n ${success.n})`],
    );
    const score =
      brier === null ? "–" : `${errorFigure(brier.value)} [${range(brier, errorFigure)}]`;
    return `Confidence of ${interpreter} against ${metric}: Brier ${score} over ${counted(n, "item")}; said → right: ${curve.join(", ")}.`;
  });
}

const REFERENCES: { readonly [interpreter: string]: string } = {
  oracle:
    "answers with the true law, its region, the replacement and the mean of the noise, or with a user's own file itself: the ceiling, since what the oracle misses is chance in the test itself",
  chance:
    "answers with the law of another problem, without having asked anything: what guessing is worth",
};

function runNotes({ run, categories }: RunReport): string[] {
  const names = new Set(
    categories.flatMap(({ sections }) =>
      sections.flatMap(({ rows }) =>
        rows.flatMap(({ role, name }) => (role === "reference" ? [name] : [])),
      ),
    ),
  );
  const tried = run.epochs > 1 ? `, each tried ${counted(run.epochs, "time")}` : "";
  return [
    ...[...names].flatMap((name) => {
      const note = REFERENCES[name];
      return note === undefined ? [] : [`${name}: ${note}.`];
    }),
    `n: problems${tried}, those left out of which nothing can be measured; subsets overlap. Rates are over all items that could be measured, a method's unscored ones counting as not passed; medians and means over the scored ones. n is given where it is smaller. Intervals: Wilson's for plain rates, otherwise bootstrap over problems.`,
    `Repeat with: ${repeatFacts(run).join("; ")}.`,
  ];
}
