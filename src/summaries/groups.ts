import { holm } from "../core/index.ts";
import { letterDisplay } from "./letter-display.ts";
import type { Part } from "./outcome-table.ts";
import { pairsOf, sortedPairs, tallyOf } from "./pair.ts";
import { hasFigure } from "./success.ts";

/** Family-wise share of false differences that the groups allow for. */
const ALPHA = 0.05;

/**
 * Letters for the parts of several interpreters, best first, in the given order: two that share a letter cannot be told apart by
 * paired McNemar tests on a metric of values from 0 to 1, Holm-corrected over all pairs. One of whom
 * nothing was scored is not compared and has `null`.
 */
export function groups(contenders: readonly Part[], metric: string): (string | null)[] {
  const compared = contenders.filter((part) => hasFigure(part, metric));
  const letters = lettersOf(compared, metric);
  return contenders.map((contender) => letters[compared.indexOf(contender)] ?? null);
}

function lettersOf(contenders: readonly Part[], metric: string): string[] {
  const pairs = contenders.flatMap((left, i) =>
    contenders.slice(i + 1).map((right, offset) => ({
      ends: [i, i + 1 + offset] as const,
      p: tallyOf(sortedPairs(pairsOf(left, right), metric).differences).p,
    })),
  );
  const adjusted = holm(pairs.map(({ p }) => p));
  const apart = pairs.filter((_, index) => (adjusted[index] ?? 1) <= ALPHA);
  return letterDisplay(
    contenders.length,
    apart.map(({ ends }) => ends),
  );
}
