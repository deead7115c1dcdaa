import type { Outcome, Score, Scores } from "../contract/index.ts";
import { reasonOwners, scorerId } from "../scoring/index.ts";
import type { Scored } from "./evaluate.ts";
import { scorerIdOf, scorers } from "./scorers.ts";

/** What an item's scores are after it was scored again. */
export interface ScoredBeside extends Scored {
  /**
   * Scorers that could not do their work here, with the reason: what they had given before is better
   * and was kept.
   */
  readonly kept: ReadonlyMap<string, Unscored>;
}

type Unscored = Extract<Score, { readonly kind: "unscored" }>;

/**
 * New scores in the place of what the same scorers gave before; what other scorers gave stays as it
 * is. So does what a scorer gave before where all that it can say now is that it could not measure
 * here: nothing good is overwritten.
 */
export function scoresBeside(
  old: Pick<Outcome, "category" | "scores" | "scorers">,
  fresh: Pick<Outcome, "category"> & Scored,
): ScoredBeside {
  const [before, now] = [byScorer(old), byScorer(fresh)];
  const kept = new Map<string, Unscored>();
  for (const name of fresh.scorers) {
    const id = scorerId(name);
    const reason = hindrance(before.get(id) ?? {}, now.get(id) ?? {});
    if (reason !== null) kept.set(name, reason);
  }
  const taken = fresh.scorers.filter((name) => !kept.has(name));
  const replaced = new Set(taken.map(scorerId));
  const parts = [
    ...[...before].filter(([id]) => id === null || !replaced.has(id)),
    ...[...now].filter(([id]) => id !== null && replaced.has(id)),
  ].toSorted(([a], [b]) => rank(a) - rank(b));
  const names = [...old.scorers.filter((name) => !replaced.has(scorerId(name))), ...taken];
  return {
    scores: Object.fromEntries(parts.flatMap(([, scores]) => Object.entries(scores))),
    scorers: [...new Set(names)].toSorted((a, b) => rank(scorerId(a)) - rank(scorerId(b))),
    kept,
  };
}

/** Scores by the scorer that gave them, versions aside; under `null` what no known scorer gives. */
function byScorer(of: Pick<Outcome, "category" | "scores">): Map<string | null, Scores> {
  const parts = new Map<string | null, { [metric: string]: Score }>();
  for (const [metric, score] of Object.entries(of.scores)) {
    const id = scorerIdOf(of, metric);
    const part = parts.get(id) ?? {};
    part[metric] = score;
    parts.set(id, part);
  }
  return parts;
}

/** Why a scorer could not do its work now, where it had something to say before. */
function hindrance(before: Scores, now: Scores): Unscored | null {
  for (const [metric, score] of Object.entries(now)) {
    const was = before[metric];
    if (isHindered(score) && was !== undefined && !isHindered(was)) return score;
  }
  return null;
}

function isHindered(score: Score): score is Unscored {
  return score.kind === "unscored" && reasonOwners[score.reason] === "setup";
}

/** Where a scorer's scores stand in a record; unknown ones come last. */
function rank(id: string | null): number {
  const at = scorers.findIndex((scorer) => scorer.id === id);
  return at < 0 ? scorers.length : at;
}
