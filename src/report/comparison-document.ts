import type { Comparison, ComparisonRow } from "./comparison.ts";
import {
  comparisonNotes,
  comparisonTitle,
  partialLines,
  sideNames,
  verdict,
} from "./comparison-notes.ts";
import { part } from "./document.ts";
import type { Document, DocumentPart } from "./document.ts";
import type { Cell, Column, Row, Section } from "./section.ts";
import { setLines } from "./sets-told-apart.ts";

/** Comparisons as a document: the sets that cannot be told apart, then pair by pair. */
export function comparisonDocument(comparisons: readonly Comparison[]): Document {
  const sets = setLines(comparisons);
  return {
    data: comparisons,
    parts: [
      ...(sets.length === 0 ? [] : [part({ path: ["sets"], paragraphs: sets })]),
      ...comparisons.map(comparisonPart),
    ],
  };
}

function comparisonPart(comparison: Comparison): DocumentPart {
  const names = sideNames(comparison);
  return part({
    path: [`${names.left} and ${names.right}`, comparison.category],
    heading: comparisonTitle(comparison),
    alarms: partialLines(comparison),
    paragraphs: [verdict(comparison)],
    sections: [sectionOf(comparison)],
    notes: comparisonNotes(comparison),
  });
}

function sectionOf(comparison: Comparison): Section {
  const names = sideNames(comparison);
  const column = (unit: Column["unit"], head: string): Column => ({
    head: head.split(/ (?=\()/u),
    unit,
    metric: null,
    subset: null,
    statistic: null,
    problems: null,
  });
  return {
    name: "comparison",
    title: "",
    rankedBy: null,
    isLettered: false,
    columns: [
      column("count", "n"),
      column("percent", names.left),
      column("percent", names.right),
      column("points", "difference"),
      ...["wins", "losses", "ties"].map((head) => column("count", head)),
      column("probability", "p"),
    ],
    rows: [...comparison.rows.map(rowOf), ...publishedRow(comparison)],
    notes: [],
  };
}

/** The same on everything by the published metric, uncorrected. */
function publishedRow({ published }: Comparison): Row[] {
  if (published === null) return [];
  const { metric, p, ...rest } = published;
  return [{ ...rowOf({ ...rest, p, adjustedP: p, subset: metric }), role: "published" }];
}

function rowOf(row: ComparisonRow): Row {
  const number = (value: number | null): Cell => ({ kind: "number", value });
  const known = (value: number): Cell => number(row.problems === 0 ? null : value);
  return {
    name: row.subset,
    label: row.subset,
    role: row.subset === "all" ? "all" : "subset",
    group: null,
    cells: [
      number(row.problems),
      number(row.left?.value ?? null),
      number(row.right?.value ?? null),
      {
        kind: "figure",
        estimate: row.difference,
        items: row.difference?.n ?? 0,
        unscored: {},
        leftOut: row.leftOut,
      },
      ...[row.wins, row.losses, row.ties].map(known),
      known(row.adjustedP),
    ],
  };
}
