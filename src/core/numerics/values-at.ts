/** The values at some places of a column, in their order; NaN where it has none. */
export function valuesAt(column: Float64Array, places: readonly number[]): Float64Array {
  const values = new Float64Array(places.length);
  for (let i = 0; i < places.length; i += 1) values[i] = column[places[i] ?? -1] ?? NaN;
  return values;
}
