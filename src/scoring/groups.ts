import type { Outcome } from "../contract/index.ts";
import { holm } from "../core/index.ts";
import { letterDisplay } from "./letter-display.ts";
import { differencesByProblem, pairsOf, sortedPairs, tallyOf } from "./pair.ts";
import { hasFigure } from "./success.ts";

/** One interpreter among those to be told apart; best first. */
export interface Contender {
  readonly interpreter: string;
  readonly outcomes: readonly Outcome[];
}

/** Family-wise share of false differences that the groups allow for. */
const ALPHA = 0.05;

/**
 * Letters per interpreter, in the given order: two that share a letter cannot be told apart by
 * paired McNemar tests on a metric of values from 0 to 1, Holm-corrected over all pairs. One of whom
 * nothing was scored is not compared and has `null`.
 */
export function groups(contenders: readonly Contender[], metric: string): (string | null)[] {
  const compared = contenders.filter(({ outcomes }) => hasFigure(outcomes, metric));
  const letters = lettersOf(compared, metric);
  return contenders.map((contender) => letters[compared.indexOf(contender)] ?? null);
}

function lettersOf(contenders: readonly Contender[], metric: string): string[] {
  const pairs = contenders.flatMap((left, i) =>
    contenders.slice(i + 1).map((right, offset) => ({
      ends: [i, i + 1 + offset] as const,
      p: tallyOf(differencesOf(left, right, metric)).p,
    })),
  );
  const adjusted = holm(pairs.map(({ p }) => p));
  const apart = pairs.filter((_, index) => (adjusted[index] ?? 1) <= ALPHA);
  return letterDisplay(
    contenders.length,
    apart.map(({ ends }) => ends),
  );
}

function differencesOf(left: Contender, right: Contender, metric: string): number[][] {
  return differencesByProblem(sortedPairs(pairsOf(left.outcomes, right.outcomes), metric).counted);
}
