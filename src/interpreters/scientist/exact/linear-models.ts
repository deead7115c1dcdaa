import type { Law } from "../../../categories/numeric/index.ts";
import type { Curve } from "../columns.ts";
import { linearModel } from "./linear-model.ts";
import type { Model } from "./linear-model.ts";
import { polynomialLaw, short, twoSidedLaw } from "./two-sided.ts";
import type { Coefficients } from "./two-sided.ts";

const one: Curve = () => 1;
const sign: Curve = Math.sign;
/** x·x·…·x, which is quicker than a power for the few factors needed. */
const power =
  (exponent: number): Curve =>
  (x) => {
    let product = 1;
    for (let k = 0; k < exponent; k += 1) product *= x;
    return product;
  };
const powers = (degree: number): readonly Curve[] =>
  Array.from({ length: degree + 1 }, (_, k) => power(k));
const left =
  (curve: Curve): Curve =>
  (x) =>
    x < 0 ? curve(x) : 0;
const right =
  (curve: Curve): Curve =>
  (x) =>
    x >= 0 ? curve(x) : 0;
const times =
  (a: Curve, b: Curve): Curve =>
  (x) =>
    a(x) * b(x);
const steps: Curve = Math.floor;
/** Both sides of 0 in straight lines, with or without a jump. */
const bent: readonly Curve[] = [one, power(1), Math.abs, sign];

/** Polynomials up to the highest degree that a family has. */
const polynomial = model("polynomial", powers(5), polynomialLaw);

/** Sums of curves whose factors are found by least squares, the simplest first. */
export const linearModels: readonly Model[] = [
  model("constant", [one], polynomialLaw),
  model("linear", powers(1), polynomialLaw),
  model("two lines", bent, ([a = 0, b = 0, c = 0, d = 0]) =>
    twoSidedLaw([short(a - d), short(b - c)], [short(a + d), short(b + c)]),
  ),
  polynomial,
  model("reciprocal", [(x) => 1 / x], ([a = 0]) =>
    a === 0 ? null : { kind: "reciprocal", scale: short(1 / a) },
  ),
  model("root", [one, right(Math.sqrt)], ([offset = 0, scale = 0]) =>
    scale === 0 ? null : { kind: "root", scale, degree: 2, offset, negative: "undefined" },
  ),
  model("whole steps", [one, power(1), Math.abs, sign, steps], stepsAdded(4)),
  model("whole steps times lines", both(bent), stepsMixed(bent.length, bentLaw)),
  model("whole steps squared", [one, steps, times(steps, steps)], ([a = 0, b = 0, c = 0]) =>
    c === 0 ? null : squaredSteps(a, b, c),
  ),
  model("polynomial and whole steps", [...powers(5), steps], stepsAdded(6)),
  model("polynomial and two lines", [...powers(5), Math.abs, sign], (all) => {
    const [c = 0, d = 0] = all.slice(6);
    const side = (turn: number): Coefficients =>
      all
        .slice(0, 6)
        .map((value, k) => short(value + (k === 0 ? turn * d : k === 1 ? turn * c : 0)));
    return twoSidedLaw(side(-1), side(1));
  }),
  model("polynomial times whole steps", both(powers(5)), stepsMixed(6, polynomialLaw)),
  model("two polynomials", [...powers(6).map(left), ...powers(6).map(right)], (all) =>
    twoSidedLaw(all.slice(0, 7), all.slice(7)),
  ),
  model("product of polynomials", powers(10), polynomialLaw),
];

function model(
  name: string,
  curves: readonly Curve[],
  law: (coefficients: readonly number[]) => Law | null,
): Model {
  return linearModel({ name, curves, law });
}

/** Curves as they are, then times whole steps. */
function both(curves: readonly Curve[]): readonly Curve[] {
  return [...curves, ...curves.map((curve) => times(curve, steps))];
}

function bentLaw([a = 0, b = 0, c = 0, d = 0]: Coefficients): Law {
  return twoSidedLaw([short(a - d), short(b - c)], [short(a + d), short(b + c)]);
}

function stepsAdded(at: number): (all: readonly number[]) => Law | null {
  return (all) => {
    const factor = all[at] ?? 0;
    if (factor === 0) return null;
    const rest = all.slice(0, at);
    const law = at === 4 ? bentLaw(rest) : polynomialLaw(rest);
    if (law.kind === "constant" && law.value === factor) return scaledSteps(factor, "ceil");
    const stepped = scaledSteps(factor, "floor");
    return law.kind === "constant" && law.value === 0
      ? stepped
      : { kind: "sum", terms: [law, stepped] };
  };
}

function scaledSteps(factor: number, kind: "floor" | "ceil"): Law {
  if (factor === 1) return { kind };
  return { kind: "product", factors: [{ kind: "constant", value: factor }, { kind }] };
}

/** q(x) + r(x)·⌊x⌋; with q = r it is r(x)·⌈x⌉ but for whole x. */
function stepsMixed(
  size: number,
  lawOf: (coefficients: Coefficients) => Law,
): (all: readonly number[]) => Law | null {
  return (all) => {
    const [q, r] = [all.slice(0, size), all.slice(size)];
    if (r.every((value) => value === 0)) return null;
    const same = q.every((value, k) => value === r[k]);
    const product: Law = {
      kind: "product",
      factors: [lawOf(r), { kind: same ? "ceil" : "floor" }],
    };
    return same || q.every((value) => value === 0)
      ? product
      : { kind: "sum", terms: [lawOf(q), product] };
  };
}

/** a + b·⌊x⌋ + c·⌊x⌋² by floor and ceil alone where that is possible. */
function squaredSteps(a: number, b: number, c: number): Law {
  const unit = (x: Law, y: Law): Law => ({ kind: "product", factors: [x, y] });
  const [floor, ceil]: readonly [Law, Law] = [{ kind: "floor" }, { kind: "ceil" }];
  if (c === 1 && a === 0 && b === 0) return unit(floor, floor);
  if (c === 1 && a === 0 && b === 1) return unit(floor, ceil);
  if (c === 1 && a === 1 && b === 2) return unit(ceil, ceil);
  const outer: Law = { kind: "polynomial", coefficients: [a, b, c] };
  return { kind: "compose", outer, inner: floor };
}
