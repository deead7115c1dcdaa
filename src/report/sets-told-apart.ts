import { letterDisplay } from "../summaries/index.ts";
import type { Comparison, ComparisonRow } from "./comparison.ts";
import { percent } from "./figures.ts";

/** Family-wise share of false differences that the sets allow for. */
const ALPHA = 0.05;

/**
 * Of several pairs within one run, by category: which interpreters cannot be told apart, as sets, best
 * first, and who was not compared. Nothing for a single pair, whose verdict says it, and for two runs.
 */
export function setLines(comparisons: readonly Comparison[]): string[] {
  const categories = [...new Set(comparisons.map(({ category }) => category))];
  return categories.flatMap((category) =>
    linesOf(comparisons.filter((one) => one.category === category)),
  );
}

function linesOf(comparisons: readonly Comparison[]): string[] {
  const [first] = comparisons;
  const isWithin = comparisons.every(({ left, right }) => left.run.id === right.run.id);
  if (first === undefined || comparisons.length < 2 || !isWithin) return [];
  const compared = comparisons.filter(({ rows: [all] }) => (all?.problems ?? 0) > 0);
  const rates = ratesOf(compared);
  const names = [...rates.keys()].sort(
    (a, b) => (rates.get(b) ?? 0) - (rates.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const apart = compared
    .filter(({ rows: [all] }) => (all?.adjustedP ?? 1) <= ALPHA)
    .map(({ left, right }) => [at(names, left), at(names, right)] as const);
  const letters = letterDisplay(names.length, apart);
  const sets = [...new Set(letters.flatMap(lettersIn))].map((letter) => {
    const members = names.filter((_, index) => lettersIn(letters[index] ?? "").includes(letter));
    return `{ ${members.map((name) => `${name} ${percent(rates.get(name) ?? 0, 1)}`).join(", ")} }`;
  });
  return [
    ...(sets.length === 0
      ? []
      : [
          `Sets that cannot be told apart by ${first.metric} (in %; ${testOf(compared.length)}, 5 %): ${sets.join(", ")}.`,
        ]),
    ...emptyLines(comparisons, first.metric),
  ];
}

function at(names: readonly string[], { interpreter }: Comparison["left"]): number {
  return names.indexOf(interpreter);
}

/** The letters of a row of a letter display, one a group. */
function lettersIn(text: string): string[] {
  return text.match(/·\d+|\p{L}/gu) ?? [];
}

/** Each interpreter's rate, from the first comparison that it is in. */
function ratesOf(comparisons: readonly Comparison[]): ReadonlyMap<string, number> {
  const rates = new Map<string, number>();
  const note = (name: string, estimate: ComparisonRow["left"] | undefined): void => {
    if (estimate !== null && estimate !== undefined && !rates.has(name))
      rates.set(name, estimate.value);
  };
  for (const { left, right, rows } of comparisons) {
    note(left.interpreter, rows[0]?.left);
    note(right.interpreter, rows[0]?.right);
  }
  return rates;
}

function emptyLines(comparisons: readonly Comparison[], metric: string): string[] {
  const names = comparisons.flatMap(({ left, right, rows: [all] }) =>
    (all?.nothingScored ?? []).map((side) => (side === "left" ? left : right).interpreter),
  );
  const each = [...new Set(names)];
  return each.length === 0
    ? []
    : [`Not compared, since nothing of it was scored by ${metric}: ${each.join(", ")}.`];
}

function testOf(pairs: number): string {
  return pairs === 1
    ? "paired McNemar test"
    : `paired McNemar tests, Holm-corrected over ${pairs} pairs`;
}
