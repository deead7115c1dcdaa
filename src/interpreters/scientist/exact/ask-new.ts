import type { Laboratory, Reading } from "../laboratory.ts";

/** Asks what was not asked before: an exact function says nothing new when it is asked again. */
export async function askNew(lab: Laboratory, xs: readonly number[]): Promise<readonly Reading[]> {
  const known = new Set(lab.readings.map(({ x }) => x));
  return lab.ask(xs.filter((x) => !known.has(x)));
}

/** The reading of each input, asked for where it was not asked before; some may stay without. */
export async function readingsAt(
  lab: Laboratory,
  xs: readonly number[],
): Promise<readonly (Reading | undefined)[]> {
  await askNew(lab, xs);
  const known = new Map(lab.readings.map((reading) => [reading.x, reading]));
  return xs.map((x) => known.get(x));
}
