/** Binary digits after the point that every hidden number has at most, up to 2¹² in size. */
const FRACTION_BITS = 40;
/** Binary digits of the largest number that is still laid on the finest grid. */
const INTEGER_BITS = 12;

/** The distance of neighbouring points for numbers up to `most` in size: 2⁻⁴⁰, and coarser beyond 2¹². */
export function gridStep(most: number): number {
  let step = 1;
  for (let bit = 0; bit < FRACTION_BITS; bit += 1) step /= 2;
  let size = 1;
  for (let bit = 0; bit < INTEGER_BITS; bit += 1) size *= 2;
  for (; size < most && Number.isFinite(size); size *= 2) step *= 2;
  return step;
}

/**
 * The point of the grid at or next below x that lies from `from` to `to`; x itself where the grid has
 * none there. Numbers of different origin then have no low bits that tell them apart.
 */
export function onGrid(x: number, from: number, to: number, step: number): number {
  const below = Math.floor(x / step) * step;
  if (below >= from) return below;
  const above = below + step;
  return above <= to ? above : x;
}
