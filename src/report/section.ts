import type { Estimate } from "../contract/index.ts";
import type { Misses } from "../summaries/index.ts";

/** One table of a report, as plain data: rows × columns with intervals, groups and notes. */
export interface Section {
  /** By which it can be asked for, such as `law`. */
  readonly name: string;
  readonly title: string;
  /** The metric that rows are ranked by, best first; `null` where they have an order of their own. */
  readonly rankedBy: string | null;
  /** Whether the letters of the groups are shown in it. */
  readonly isLettered: boolean;
  readonly columns: readonly Column[];
  /** Those of one role together. */
  readonly rows: readonly Row[];
  /** What stands below it, a remark each. */
  readonly notes: readonly string[];
}

/** How the figures of a column are written. */
export type Unit = "percent" | "points" | "error" | "count" | "bits" | "number" | "probability";

/** What a column shows. */
export interface Column {
  /** The lines above it. */
  readonly head: readonly string[];
  readonly unit: Unit;
  /** `null` for what is no metric, such as queries. */
  readonly metric: string | null;
  readonly subset: string | null;
  readonly statistic: Statistic | null;
  /** How many distinct problems it is about; `null` where that is not told. */
  readonly problems: number | null;
}

/** How items become one figure. */
export type Statistic = "rate" | "median" | "mean";

/** One line of a section. */
export interface Row {
  /** The interpreter, or what else the line is about. */
  readonly name: string;
  /** The name with what a reader must know before comparing it. */
  readonly label: string;
  /** A method under test, a row that the run adds from the truth, or a part of a comparison. */
  readonly role: "contestant" | "reference" | "all" | "subset" | "published";
  /**
   * Contestants that share a letter cannot be told apart by what the section is ranked by; `null` for
   * references, and for rows of which nothing was scored: they are not compared.
   */
  readonly group: string | null;
  /** One per column, in their order. */
  readonly cells: readonly Cell[];
}

/** What stands in a cell. */
export type Cell = FigureCell | NumberCell | TextCell;

/** A figure over items; `items` it could have been over, scored ones only unless it is a rate. */
export interface FigureCell {
  readonly kind: "figure";
  readonly estimate: Estimate | null;
  readonly items: number;
  /** Items without a figure for a reason of the method's; in a rate they count as not passed. */
  readonly unscored: Misses;
  /** Items without a figure for a reason of ours; they count nowhere. */
  readonly leftOut: Misses;
}

/** A number without an interval; `null` where there is none. */
export interface NumberCell {
  readonly kind: "number";
  readonly value: number | null;
}

/** A word. */
export interface TextCell {
  readonly kind: "text";
  readonly text: string;
}

/** The number in a cell; `null` where there is none. */
export function valueOf(cell: Cell | undefined): number | null {
  switch (cell?.kind) {
    case "figure":
      return cell.estimate?.value ?? null;
    case "number":
      return cell.value;
    case "text":
    case undefined:
      return null;
  }
}
