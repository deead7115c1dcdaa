import { ln, TAU } from "../../../core/index.ts";
import { nearShort } from "../decimals.ts";
import type { Model } from "./linear-model.ts";

/** How close to its levels a tanh still tells where it is. */
const SATURATED = 1e-9;

/** Period below which a tanh is a step to every question that is asked. */
const SHORTEST = 0.01;

/** A tanh between the two outermost values, from at least two values in between. */
export const tanhModel: Model = {
  name: "tanh",
  parameters: 4,
  fit: ({ xs, ys }) => {
    const n = xs.length;
    if (n < 6) return null;
    const [low = 0, high = 0] = [ys[0], ys[n - 1]];
    const [amplitude, offset] = [(high - low) / 2, (high + low) / 2];
    if (amplitude === 0) return null;
    const open: { x: number; z: number }[] = [];
    for (let i = 1; i < n - 1; i += 1) {
      const u = ((ys[i] ?? 0) - offset) / amplitude;
      if (Math.abs(u) < 1 - SATURATED) open.push({ x: xs[i] ?? 0, z: 0.5 * ln((1 + u) / (1 - u)) });
    }
    const central = open.toSorted((a, b) => Math.abs(a.z) - Math.abs(b.z));
    const [a, b] = central;
    if (a === undefined || b === undefined || a.z === b.z) return null;
    const slope = (b.z - a.z) / (b.x - a.x);
    if (!(slope > 0) || TAU / slope < SHORTEST) return null;
    return {
      kind: "tanh",
      amplitude: nearShort(amplitude),
      period: nearShort(TAU / slope),
      shift: nearShort(a.x - a.z / slope),
      offset: nearShort(offset),
    };
  },
};
