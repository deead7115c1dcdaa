/** A function of one argument. */
export type Curve = (x: number) => number;

/** The values of curves, a column each; they share one buffer, which is quicker to make than many. */
export function columnsOf(curves: readonly Curve[], xs: Float64Array): readonly Float64Array[] {
  const rows = xs.length;
  const buffer = new Float64Array(curves.length * rows);
  return curves.map((curve, j) => {
    const column = buffer.subarray(j * rows, (j + 1) * rows);
    for (let i = 0; i < rows; i += 1) column[i] = curve(xs[i] ?? 0);
    return column;
  });
}
