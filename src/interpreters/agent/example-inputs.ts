import { pow, sampleTexts } from "../../core/index.ts";
import type { Chance } from "../../core/index.ts";
import type { Domain, Input, NumericDomain } from "../../contract/index.ts";

const SMALLEST = 0.1;

/** Texts of all sorts, which every example begins with. */
const usualTexts = [
  "hello",
  "Hello World",
  "abc",
  "XYZ",
  "a1b2c3",
  "",
  "banana",
  "A quick test, really!",
  "level",
  "1234567890",
  "z",
  "  two  spaces ",
  "MiXeD cAsE",
  "under_score-dash",
  "Ünïcode",
];

/** Inputs that show a function from several sides; at most so many. */
export function exampleInputs(domain: Domain, count: number, chance: Chance): readonly Input[] {
  if (domain.kind === "numeric") return numericExamples(domain, count, chance);
  if (domain.texts > 1)
    return Array.from({ length: count }, () => sampleTexts(domain.texts, chance));
  const drawn = Array.from({ length: Math.max(0, count - usualTexts.length) }, () =>
    sampleTexts(1, chance),
  );
  return [...usualTexts, ...drawn.map(([text = ""]) => text)].slice(0, count);
}

/** One argument: half evenly, half ever closer to 0. Several: even in no direction, so at random. */
function numericExamples(
  { arguments: axes }: NumericDomain,
  count: number,
  chance: Chance,
): readonly Input[] {
  const [axis] = axes;
  if (axis === undefined) return [];
  if (axes.length > 1)
    return Array.from({ length: count }, () =>
      axes.map(({ from, to }) => rounded(from + (to - from) * chance.uniform())),
    );
  const even = evenly(axis, Math.ceil(count / 2));
  const near = towardsZero(axis, count - even.length);
  return [...new Set([...even, ...near])].toSorted((a, b) => a - b);
}

interface Axis {
  readonly from: number;
  readonly to: number;
}

function evenly({ from, to }: Axis, count: number): readonly number[] {
  if (count < 2) return count === 1 ? [rounded((from + to) / 2)] : [];
  return Array.from({ length: count }, (_, i) => rounded(from + ((to - from) * i) / (count - 1)));
}

function towardsZero({ from, to }: Axis, count: number): readonly number[] {
  const far = Math.max(Math.abs(from), Math.abs(to), SMALLEST);
  return Array.from({ length: count }, (_, i) => {
    const size = SMALLEST * pow(far / SMALLEST, (i + 0.5) / count);
    return rounded(i % 2 === 0 ? size : -size);
  }).filter((x) => x >= from && x <= to);
}

function rounded(x: number): number {
  return Number(x.toPrecision(4)) + 0;
}
