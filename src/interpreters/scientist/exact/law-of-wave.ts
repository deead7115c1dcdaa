import { atan2, TAU } from "../../../core/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import { nearShort, rounded } from "../decimals.ts";

/** offset + a·sin + b·cos as a sine or cosine, shifted by a short decimal where there is one. */
export function lawOfWave(
  [offset = 0, a = 0, b = 0]: readonly number[],
  period: number,
): Law | null {
  const amplitude = Math.sqrt(a * a + b * b);
  if (!(amplitude > 0)) return null;
  const start = (atan2(-b, a) / TAU) * period;
  for (const quarter of [0, 1, 2, 3]) {
    const first = start + (quarter * period) / 4;
    for (let turn = -1; turn <= 6.3 / period; turn += 1) {
      const shift = first + turn * period;
      if (shift < 0.05 || shift > 6.25 || Math.abs(rounded(shift, 1) - shift) > 1e-6) continue;
      return waveAt(rounded(shift, 1), quarter);
    }
  }
  return waveAt(((start % period) + period) % period, 0);
  function waveAt(shift: number, quarter: number): Law {
    // A sine is a cosine that starts a quarter of a period later.
    const kind = quarter % 2 === 0 ? ("sine" as const) : ("cosine" as const);
    const signed = quarter === 2 || quarter === 3 ? -amplitude : amplitude;
    return { kind, amplitude: nearShort(signed), period, shift, offset: nearShort(offset) };
  }
}
