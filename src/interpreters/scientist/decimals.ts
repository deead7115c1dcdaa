/** Decimal places beyond which a number is no short decimal. */
const MOST_PLACES = 6;

/** A number rounded to so many decimal places, as it is written. */
export function rounded(value: number, places: number): number {
  const text = value.toFixed(places);
  return Number(text) + 0;
}

/** The decimal with the fewest places in a closed interval; of several, the one next to its middle. */
export function shortestBetween(from: number, to: number): number {
  const middle = (from + to) / 2;
  for (let places = 0; places <= 17; places += 1) {
    const candidate = rounded(middle, places);
    if (candidate >= from && candidate <= to) return candidate;
  }
  return middle;
}

/** How many decimal places a number is written with; `MOST_PLACES` + 1 for more than that. */
export function placesOf(value: number): number {
  for (let places = 0; places <= MOST_PLACES; places += 1)
    if (rounded(value, places) === value) return places;
  return MOST_PLACES + 1;
}

/** The nearest tenth, or else hundredth, within a millionth of the value's size and a thousandth in all. */
export function nearShort(value: number): number {
  const tolerance = Math.min(1e-3, 1e-6 * Math.max(1, Math.abs(value)));
  for (const places of [1, 2]) {
    const near = rounded(value, places);
    if (Math.abs(near - value) <= tolerance) return near;
  }
  return value;
}
