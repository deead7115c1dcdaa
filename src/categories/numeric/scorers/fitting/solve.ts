/** Solves a small linear system by elimination with row exchange; a row without a pivot gives 0. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let k = 0; k < size; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < size; i += 1) {
      if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[pivot]?.[k] ?? 0)) pivot = i;
    }
    const [top, other] = [rows[pivot] ?? [], rows[k] ?? []];
    rows[k] = top;
    rows[pivot] = other;
    const head = top[k] ?? 0;
    if (head === 0) continue;
    for (const row of rows.slice(k + 1)) {
      const factor = (row[k] ?? 0) / head;
      for (let j = k; j <= size; j += 1) row[j] = (row[j] ?? 0) - factor * (top[j] ?? 0);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let k = size - 1; k >= 0; k -= 1) {
    const row = rows[k] ?? [];
    const known = solution.reduce(
      (sum, value, j) => (j > k ? sum + value * (row[j] ?? 0) : sum),
      0,
    );
    const head = row[k] ?? 0;
    solution[k] = head === 0 ? 0 : ((row[size] ?? 0) - known) / head;
  }
  return solution;
}
