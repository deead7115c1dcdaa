import type { Region } from "../../contract/index.ts";
import { compile } from "./compile.ts";
import { decimalWithin } from "./decimal.ts";
import { constant } from "./expression.ts";
import type { Expression } from "./expression.ts";
import type { Exception } from "./finding.ts";
import { jumpTerms } from "./jump-terms.ts";
import { jumpsIn } from "./jumps.ts";
import { nearestSum } from "./grow.ts";
import { solve } from "./solve.ts";
import type { Solution } from "./solve.ts";
import { expressionOf } from "./sums.ts";
import type { Survey } from "./survey.ts";
import { filtered, residualsOf } from "./target.ts";
import type { Target } from "./target.ts";
import { targetFrom } from "./target-from.ts";

/** Residuals beyond so many sigmas mean that a rule does not hold at a point. */
const OFF = 100;

/** A rule may fail in one stretch that is at most this share of all that was looked at. */
const WIDEST = 0.8;

/** A rule has to hold at this many points. */
const FEWEST = 15;

/** An edge is known once its interval is as narrow as this. */
const NARROW = 1e-3;

/** A rule that holds everywhere but in one stretch. */
export interface PartialRule {
  readonly solution: Solution;
  readonly exception: Exception;
}

/** Looks for a rule on parts of the points that holds on most of the others too. */
export async function ruleWithRegion(survey: Survey): Promise<PartialRule | null> {
  const { notebook, context, domain } = survey;
  const all = targetFrom(notebook.samples());
  const [middle, width] = [(domain.from + domain.to) / 2, domain.to - domain.from];
  const parts: readonly ((x: number) => boolean)[] = [
    (x) => Math.abs(x - middle) < width / 22,
    (x) => x > middle,
    (x) => x < middle,
    (x) => x > middle + width / 20,
    (x) => x < middle - width / 20,
    (x) => x > middle + width / 5,
    (x) => x < middle - width / 5,
  ];
  const extras = { expressions: jumpTerms(jumpsIn(notebook.samples()), context) };
  for (const part of parts) {
    const target = filtered(all, part);
    if (target.xs.length < 12) continue;
    const solution = solve(target, context, extras, "glance");
    if (solution === null) continue;
    const stretch = stretchAgainst(solution.expression, all, width);
    if (stretch === null) continue;
    const region = await edgesOf(solution.expression, stretch, survey);
    return { solution, exception: { region, expression: replacement(region, survey) } };
  }
  return null;
}

interface Edges {
  /** Between these the rule stops holding; `null` where it never held left of it. */
  readonly left: readonly [number, number] | null;
  readonly right: readonly [number, number] | null;
}

/** The one stretch in which a rule does not hold; `null` where there is none, or more. */
function stretchAgainst(expression: Expression, all: Target, width: number): Edges | null {
  const order = [...all.xs.keys()].sort((i, j) => (all.xs[i] ?? 0) - (all.xs[j] ?? 0));
  const residuals = residualsOf(all, all.xs.map(compile(expression)));
  const isOff = order.map((i) => Math.abs(residuals[i] ?? Infinity) > OFF);
  const [first, last] = [isOff.indexOf(true), isOff.lastIndexOf(true)];
  const off = isOff.filter((each) => each).length;
  const at = (position: number): number => all.xs[order[position] ?? -1] ?? NaN;
  if (first < 0 || off < 2 || isOff.length - off < FEWEST) return null;
  if (off < 0.9 * (last - first + 1) || at(last) - at(first) > WIDEST * 2 * width) return null;
  return {
    left: first === 0 ? null : [at(first - 1), at(first)],
    right: last === isOff.length - 1 ? null : [at(last), at(last + 1)],
  };
}

/** Halves the intervals in which the edges lie. */
async function edgesOf(expression: Expression, edges: Edges, survey: Survey): Promise<Region> {
  const { notebook } = survey;
  const f = compile(expression);
  let { left, right } = edges;
  const isWide = (edge: readonly [number, number] | null): edge is readonly [number, number] =>
    edge !== null && edge[1] - edge[0] > NARROW;
  while (notebook.left() > 1 && (isWide(left) || isWide(right))) {
    const open = [left, right].filter(isWide);
    const answers = await notebook.ask(open.map(([from, to]) => (from + to) / 2));
    if (answers.length === 0) break;
    for (const { x, value } of answers) {
      const guess = f(x);
      const holds =
        value === null
          ? !Number.isFinite(guess)
          : Math.abs(value.re - guess) <= 1e-6 * (1e-6 + Math.abs(guess));
      if (isWide(left) && x > left[0] && x < left[1]) left = holds ? [x, left[1]] : [left[0], x];
      else if (isWide(right)) right = holds ? [right[0], x] : [x, right[1]];
    }
  }
  return {
    from: left === null ? null : decimalWithin(left[0], left[1]),
    to: right === null ? null : decimalWithin(right[0], right[1]),
  };
}

/** What the answers in a region are near to. */
function replacement({ from, to }: Region, { notebook, context }: Survey): Expression {
  const inside = notebook
    .samples()
    .filter(({ x }) => (from === null || x >= from) && (to === null || x <= to));
  const target = targetFrom(inside);
  const noisy = { ...target, sigma: target.sigma.map(() => 1), noisy: true };
  const fitted = nearestSum(noisy, {
    ...context,
    may: (operator) => operator === "power" && inside.length > 8,
  });
  return fitted === null ? constant(0) : expressionOf(fitted);
}
