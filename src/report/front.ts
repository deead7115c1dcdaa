/** What an interpreter's error costs in length; `null` where nothing was scored. */
export interface Tradeoff {
  readonly error: number | null;
  readonly length: number | null;
}

/**
 * Whether each row is on the (error, length) front: no other row is at most as large in both and
 * smaller in one. Rows that lack a figure are neither on it nor in anyone's way.
 */
export function front(rows: readonly Tradeoff[]): boolean[] {
  return rows.map(
    (row) => isComplete(row) && !rows.some((other) => isComplete(other) && dominates(other, row)),
  );
}

interface CompleteTradeoff extends Tradeoff {
  readonly error: number;
  readonly length: number;
}

function isComplete(row: Tradeoff): row is CompleteTradeoff {
  return row.error !== null && row.length !== null;
}

function dominates(a: CompleteTradeoff, b: CompleteTradeoff): boolean {
  const noWorse = a.error <= b.error && a.length <= b.length;
  return noWorse && (a.error < b.error || a.length < b.length);
}
