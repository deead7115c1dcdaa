import type { Draws } from "../../../core/index.ts";
import { TAU } from "../../../core/index.ts";
import { call, divided, fullTurn, minus, number, plus, times } from "./expression.ts";
import type { Callee, Expression, Name } from "./expression.ts";
import type { Scaling } from "./family.ts";
import { finite, nonzero } from "./number-schema.ts";
import { nonzeroTenth, tenth } from "./sampling.ts";

/** What sine, cosine and hyperbolic tangent have in common. */
export interface Wave {
  readonly amplitude: number;
  readonly period: number;
  readonly shift: number;
  readonly offset: number;
}

/** The released ranges of a wave's parameters. */
export function sampleWave(draws: Draws): Wave {
  return {
    amplitude: nonzeroTenth(draws, 100),
    period: tenth(draws, 1, 62),
    shift: tenth(draws, 1, 62),
    offset: tenth(draws, -100, 100),
  };
}

/** x ↦ amplitude·curve(2π(x − shift)/period) + offset */
export function waveOf(wave: Wave, curve: (angle: number) => number): (x: number) => number {
  const { amplitude, shift, offset } = wave;
  const speed = TAU / wave.period;
  return (x) => amplitude * curve(speed * (x - shift)) + offset;
}

/** The same as an expression. */
export function lowerWave(wave: Wave, callee: Callee, x: Name): Expression {
  const speed = divided(fullTurn, number(wave.period));
  const angle = times(speed, minus(x, number(wave.shift)));
  return plus(times(number(wave.amplitude), call(callee, angle)), number(wave.offset));
}

/** The same wave, scaled and moved. */
export function adjustedWave<A extends Pick<Wave, "amplitude" | "offset">>(
  atom: A,
  { scaled, moved }: Scaling,
): A {
  return { ...atom, amplitude: scaled(atom.amplitude), offset: moved(atom.offset) };
}

/** The size of what is added up in a wave at x, which its angle is part of. */
export function waveMagnitude(
  { amplitude, period, offset }: Omit<Wave, "shift">,
  x: number,
): number {
  return Math.abs(amplitude) * (1 + Math.abs(x) / Math.abs(period)) + Math.abs(offset);
}

/** Fields of a wave as data. */
export const waveShape = { amplitude: finite, period: nonzero, shift: finite, offset: finite };
