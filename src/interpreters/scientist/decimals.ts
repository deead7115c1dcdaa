/** Decimal places beyond which a number is no short decimal. */
const MOST_PLACES = 6;

/** Up to this size a number times a power of ten has all digits that decide how it is rounded. */
const MANY = 1_099_511_627_776;
/** Farther than this from a whole number it may lie halfway between two. */
const HALFWAY = 0.499;

/** A number rounded to so many decimal places, as it is written. */
export function rounded(value: number, places: number): number {
  const unit = POWERS_OF_TEN[places] ?? Infinity;
  const scaled = value * unit;
  const whole = Math.round(scaled);
  // A quotient of whole numbers is the double next to the decimal; text is needed for close calls.
  if (Math.abs(scaled) < MANY && Math.abs(scaled - whole) < HALFWAY) return whole / unit + 0;
  return Number(value.toFixed(places)) + 0;
}

const POWERS_OF_TEN = Array.from({ length: 18 }, (_, places) => Number(`1e${places}`));

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
