import type { Score, UnscoredReason } from "../contract/index.ts";

/** A figure that could not be given. */
export type Unscored = Extract<Score, { readonly kind: "unscored" }>;

const LONGEST_DETAIL = 200;

/** A score that could not be given, with what a reader needs to see why, cut to one short line. */
export function unscored(reason: UnscoredReason, detail?: string): Unscored {
  if (detail === undefined || detail === "") return { kind: "unscored", reason };
  const line = detail.replaceAll(/\s+/g, " ").trim();
  const cut = line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL - 1)}…` : line;
  return { kind: "unscored", reason, detail: cut };
}

/** A figure. */
export function scored(value: number): Score {
  return { kind: "scored", value };
}
