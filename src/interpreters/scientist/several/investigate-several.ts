import type { Assignment } from "../../../contract/index.ts";
import { intervalsOf } from "../../intervals-of.ts";
import { evaluate, withoutNoise } from "../../../categories/numeric/index.ts";
import type { Law } from "../../../categories/numeric/index.ts";
import type { Finding, Standing } from "../finding.ts";
import { investigate } from "../investigate.ts";
import { openLaboratory } from "../laboratory.ts";
import { adjusted } from "./adjusted.ts";
import { openPointLaboratory } from "./point-laboratory.ts";
import type { PointLaboratory, PointReading } from "./point-laboratory.ts";
import { surface } from "./surface.ts";

/** The share of the budget that is spent along the axes; the rest tests what was put together. */
const ALONG = 0.85;
/** Places that are tried until one has a value that is not 0. */
const TRIES = 4;
/** Points at which a law of all arguments is tested, at most. */
const TESTS = 40;
/** Tests that have to agree before a law is called exact. */
const FEWEST = 6;
/** What rounding amounts to, relative to the largest value of the test. */
const ROUNDING = 1e-8;

/**
 * Looks along one argument at a time, the others held, and puts the laws found there together as a
 * sum or a product, whichever scattered points agree with; `null` where no answer had a value.
 */
export async function investigateSeveral(
  assignment: Assignment,
  signal: AbortSignal,
): Promise<Finding | null> {
  const { log } = assignment;
  const lab = openPointLaboratory(assignment, signal);
  const base = await basePoint(assignment, lab);
  const laws = base === null ? null : await lawsAlong(assignment, lab, base, signal);
  const tests = await lab.ask(scattered(assignment, Math.min(TESTS, lab.left())));
  if (lab.readings.every(({ y }) => Number.isNaN(y))) return null;
  const flat = surface(lab.readings, axesOf(assignment));
  const joint = base === null || laws === null ? [] : together(laws, base);
  const known = tests.filter(({ y }) => Number.isFinite(y));
  const [best] = [...joint, { law: flat, words: "a quadratic surface" }]
    .map((each) => ({ ...each, error: errorOf(each.law, known) }))
    .toSorted((a, b) => a.error - b.error);
  if (best === undefined) return null;
  const isExact = best.law !== flat && known.length >= FEWEST && agrees(best.law, known);
  log({
    topic: isExact ? "verified" : "conclusion",
    text: `${tests.length} scattered points were asked. ${isExact ? "All agree with" : "Closest comes"} ${best.words}.`,
  });
  return finding(best.law, isExact ? "exact" : "approximation");
}

function finding(law: Law, standing: Standing): Finding {
  const confidence = standing === "exact" ? 0.97 : 0.1;
  return { kind: "spec", spec: law, standing, confidence, remarks: [] };
}

interface Base {
  readonly point: readonly number[];
  readonly y: number;
}

/** A point of whole numbers at which the function is not 0; `null` where none was met. */
async function basePoint(
  { briefing, chance }: Assignment,
  lab: PointLaboratory,
): Promise<Base | null> {
  const own = chance.fork("base");
  for (let tried = 0; tried < TRIES; tried += 1) {
    const point = intervalsOf(briefing).map(() => own.integer(2, 19));
    const [reading] = await lab.ask([point]);
    if (reading !== undefined && Number.isFinite(reading.y) && reading.y !== 0) return reading;
  }
  return null;
}

/** The law along each axis through a point; `null` where one of them is none. */
async function lawsAlong(
  assignment: Assignment,
  lab: PointLaboratory,
  base: Base,
  signal: AbortSignal,
): Promise<readonly Law[] | null> {
  const { briefing, chance, log } = assignment;
  const share = Math.floor((ALONG * lab.left()) / axesOf(assignment));
  const laws: Law[] = [];
  for (const [axis, domain] of intervalsOf(briefing).entries()) {
    log({
      topic: "experiment",
      text: `Argument ${axis + 1} is studied alone for up to ${share} queries, the others held at those of (${base.point.join(", ")}).`,
    });
    const probe = lab.along(axis, base.point, share);
    const own = openLaboratory({ probe, log }, signal);
    const found = await investigate({
      lab: own,
      domain,
      chance: chance.fork("along", axis),
      symbolic: true,
    });
    const spec = found?.kind === "spec" ? withoutNoise(found.spec) : null;
    if (spec === null || spec.kind === "approximated" || spec.kind === "corrupted") return null;
    laws.push(spec);
  }
  return laws;
}

interface Joint {
  readonly law: Law;
  readonly words: string;
}

/** The sum and the product that have given laws along the axes through a point. */
function together(laws: readonly Law[], { y }: Base): readonly Joint[] {
  const rest = laws.length - 1;
  const onAxis = (law: Law, index: number): Law => ({
    kind: "compose",
    outer: law,
    inner: { kind: "argument", index },
  });
  const first = (factor: number, offset: number): readonly Law[] =>
    laws.map((law, index) => onAxis(index === 0 ? adjusted(law, factor, offset) : law, index));
  return [
    {
      law: { kind: "sum", terms: first(1, -rest * y) },
      words: "the sum of a law of each argument",
    },
    {
      law: { kind: "product", factors: first(1 / powerOf(y, rest), 0) },
      words: "the product of a law of each argument",
    },
  ];
}

function powerOf(base: number, exponent: number): number {
  let power = 1;
  for (let k = 0; k < exponent; k += 1) power *= base;
  return power;
}

function scattered(
  { briefing, chance }: Assignment,
  count: number,
): readonly (readonly number[])[] {
  const own = chance.fork("scattered");
  return Array.from({ length: count }, () =>
    intervalsOf(briefing).map(({ from, to }) => from + (to - from) * own.uniform()),
  );
}

function axesOf({ briefing }: Assignment): number {
  return intervalsOf(briefing).length;
}

function errorOf(law: Law, readings: readonly PointReading[]): number {
  return gapsOf(law, readings).reduce((sum, gap) => sum + gap * gap, 0);
}

function agrees(law: Law, readings: readonly PointReading[]): boolean {
  const largest = readings.reduce((most, { y }) => Math.max(most, Math.abs(y)), 0);
  return gapsOf(law, readings).every((gap) => gap <= ROUNDING * largest);
}

/** How far a law is from each reading; infinitely where it has no value. */
function gapsOf(law: Law, readings: readonly PointReading[]): readonly number[] {
  const axes = readings[0]?.point.length ?? 0;
  const columns = Array.from({ length: axes }, (_, axis) =>
    Float64Array.from(readings, ({ point }) => point[axis] ?? 0),
  );
  if (readings.length === 0) return [];
  const { re } = evaluate(law, columns);
  return readings.map(({ y }, i) => {
    const gap = Math.abs((re[i] ?? NaN) - y);
    return Number.isNaN(gap) ? Infinity : gap;
  });
}
