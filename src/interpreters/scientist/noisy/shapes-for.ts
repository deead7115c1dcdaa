import { bellShapes } from "./bell-shapes.ts";
import { composedShapes, pairShapes, wholes } from "./composed-shapes.ts";
import type { Facts } from "./facts.ts";
import { growthShapes, twoSidedShape } from "./growth-shapes.ts";
import { halfLineShapes } from "./half-line-shapes.ts";
import { residualsOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import { aloneShapes, bestBeats, pulses } from "./jump-shapes.ts";
import { levelShapes, tanhShapes } from "./level-shapes.ts";
import { deviationOf, meanOf } from "./noise.ts";
import type { Noise } from "./noise.ts";
import { rationalShapes } from "./rational-shapes.ts";
import type { Sample } from "./sample.ts";
import type { Shape } from "./shape.ts";
import { waveShapes } from "./wave-shapes.ts";

/** What the next hypotheses are made from. */
export interface ShapingParts {
  readonly facts: Facts;
  readonly sample: Sample;
  /** The noise of the law that leads. */
  readonly working: Noise;
  /** The hypotheses before, the likeliest first. */
  readonly before: readonly Hypothesis[];
}

/** The simple shapes that the facts leave, with the parameters that the answers suggest. */
export function simpleShapes(parts: ShapingParts): readonly Shape[] {
  const { facts, sample, working, before } = parts;
  if (facts.left !== "values") return halfLineShapes(facts.left === "complex");
  if (grows(facts)) return growthShapes;
  const [mean, deviation] = [meanOf(working), deviationOf(working)];
  const soft = before.find(({ family }) => family === "tanh")?.law;
  return [
    ...levelShapes,
    ...(isTwoLevels(sample, deviation) ? tanhShapes(null) : []),
    ...(soft?.kind === "tanh" ? tanhShapes(soft, working.distribution === "poisson") : []),
    ...waveShapes(sample, mean, deviation),
    ...bellShapes,
    ...(hasPeak(sample, deviation) ? rationalShapes(centred(sample, mean)) : []),
    ...aloneShapes([...pulses, ...bestBeats(sample, 24)]),
  ];
}

/** The shapes of two parts that the facts leave, for answers that no simple law explains. */
export function shapesOfTwo({ facts, sample, working, before }: ShapingParts): readonly Shape[] {
  if (facts.left !== "values") return [];
  if (grows(facts)) return growingOfTwo(facts, sample, before);
  const beats = bestBeats(sample, 12);
  return [
    ...composedShapes([...beats, ...pulses], 0),
    ...pairShapes(beats.slice(0, 3), pulses),
    ...(hasPeak(sample, deviationOf(working)) ? pairShapes(wholes, pulses) : []),
  ];
}

function grows({ below, above }: Facts): boolean {
  return below > 0 || above > 0;
}

function growingOfTwo(
  facts: Facts,
  sample: Sample,
  before: readonly Hypothesis[],
): readonly Shape[] {
  const [below, above] = [facts.below, facts.above].map((order) => Math.min(10, Math.ceil(order)));
  const order = Math.max(below ?? 0, above ?? 0);
  const [leader] = before;
  const rest = leader === undefined ? sample.ys : residualsOf(leader.law, sample);
  const beats = [
    ...bestBeats(signs(sample, 1), 4),
    ...bestBeats(signs(sample, -1), 4),
    ...bestBeats(near({ xs: sample.xs, ys: rest }), 6),
  ];
  return [
    twoSidedShape(below ?? 0, above ?? 0),
    ...composedShapes([...wholes, ...beats, ...pulses], order),
    ...(order <= 2 ? pairShapes(wholes, [...wholes, ...beats]) : []),
  ];
}

/** Whether the answers right of all soft steps lie off those left of them. */
function isTwoLevels({ xs, ys }: Sample, deviation: number): boolean {
  const [low, high] = [
    ys.filter((_, i) => (xs[i] ?? 0) < 0),
    ys.filter((_, i) => (xs[i] ?? 0) > 6),
  ];
  const gap = average(high) - average(low);
  return Math.abs(gap) > 2.5 * deviation * Math.sqrt(1 / low.length + 1 / high.length);
}

/** Whether some answer near 0 stands out from those far away. */
function hasPeak({ xs, ys }: Sample, deviation: number): boolean {
  const level = average(ys.filter((_, i) => Math.abs(xs[i] ?? 0) > 20));
  return ys.some((y, i) => Math.abs(xs[i] ?? 0) <= 20 && Math.abs(y - level) > 4 * deviation);
}

function centred({ xs, ys }: Sample, mean: number): Sample {
  return { xs, ys: ys.map((y) => y - mean) };
}

/** The signs of the answers on one side. */
function signs({ xs, ys }: Sample, side: number): Sample {
  const keep = (_: number, i: number): boolean => side * (xs[i] ?? 0) > 0.5;
  return near({ xs: xs.filter(keep), ys: ys.filter(keep).map(Math.sign) });
}

/** The readings that are not far out. */
function near({ xs, ys }: Sample): Sample {
  const keep = (_: number, i: number): boolean => Math.abs(xs[i] ?? 0) < 1e4;
  return { xs: xs.filter(keep), ys: ys.filter(keep) };
}

function average(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
