import type { RunManifest } from "../contract/index.ts";
import type { CategoryFacts, OutcomeTable } from "../summaries/index.ts";
import type { RankedRow } from "./ranked-rows.ts";

/** A category of a run. */
export interface CategoryView {
  readonly manifest: RunManifest;
  readonly table: OutcomeTable;
  readonly rows: readonly RankedRow[];
  /** Names of all metrics that outcomes carry, in the order of records, unknown ones last. */
  readonly metrics: readonly string[];
  readonly facts: CategoryFacts;
  readonly isAbout: (problem: number) => boolean;
}
