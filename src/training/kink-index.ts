/**
 * How many of the ascending points lie on the left of a hidden unit's kink: for a weight ≥ 0 those
 * where the unit is silent (weight·x + bias ≤ 0 as computed), for a weight below 0 those where it
 * is active. Rounding keeps weight·x + bias monotone, so that the count is exact; `guess`, a count
 * too, only decides how soon it is found.
 */
export function kinkIndex(xs: Float64Array, weight: number, bias: number, guess: number): number {
  const rising = weight >= 0;
  let low = guess;
  let high = guess;
  for (let step = 1; low > 0 && isActive(xs, low - 1, weight, bias) === rising; step *= 2) {
    high = low - 1;
    low = Math.max(0, low - step);
  }
  for (let step = 1; high < xs.length && isActive(xs, high, weight, bias) !== rising; step *= 2) {
    low = high + 1;
    high = Math.min(xs.length, high + step);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isActive(xs, middle, weight, bias) === rising) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a unit is active at a point. */
function isActive(xs: Float64Array, i: number, weight: number, bias: number): boolean {
  return weight * (xs[i] ?? 0) + bias > 0;
}
