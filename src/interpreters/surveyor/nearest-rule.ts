import type { Finding } from "./finding.ts";
import { nearestSum } from "./grow.ts";
import { freshPoints } from "./look.ts";
import { formulaOf } from "./print.ts";
import { expressionOf } from "./sums.ts";
import type { Survey } from "./survey.ts";
import { targetFrom } from "./target-from.ts";

/** A sum that leaves less than this share of the variance is preferred to a table. */
const NEAR = 1e-3;

/** With fewer answers than this there is no table. */
const SHORTEST_TABLE = 4;

/** For want of a rule: the nearest sum of single operators, or all answers joined by straight lines. */
export async function nearestRule(survey: Survey): Promise<Finding> {
  const { notebook, context, domain, chance, log } = survey;
  const rest = Number.isFinite(notebook.left()) ? notebook.left() : 0;
  await notebook.ask(freshPoints(domain, rest, chance.fork("rest")));
  const exact = targetFrom(notebook.samples());
  const target = { ...exact, sigma: exact.sigma.map(() => 1), noisy: true };
  const fitted = nearestSum(target, context);
  const mean = exact.ys.reduce((total, y) => total + y, 0) / (exact.ys.length || 1);
  const variance = exact.ys.reduce((total, y) => total + (y - mean) * (y - mean), 0);
  const isNear = fitted !== null && fitted.fit.cost <= NEAR * variance;
  const isShort = exact.xs.length < SHORTEST_TABLE;
  if (fitted !== null && (isNear || isShort)) {
    const expression = expressionOf(fitted);
    log({ topic: "doubt", text: `Nothing is exact; near is f(x) = ${formulaOf(expression)}.` });
    return {
      kind: "rule",
      expression,
      exceptions: [],
      noise: null,
      standing: isShort ? "unverified" : "approximate",
      confidence: 0.02,
      isComplex: false,
    };
  }
  log({
    topic: "doubt",
    text: "Nothing is exact or near; the answers are joined by straight lines.",
  });
  const order = [...exact.xs.keys()].sort((i, j) => (exact.xs[i] ?? 0) - (exact.xs[j] ?? 0));
  const once = order.filter((i, k) => exact.xs[i] !== exact.xs[order[k - 1] ?? -1]);
  return {
    kind: "table",
    xs: once.map((i) => exact.xs[i] ?? 0),
    ys: once.map((i) => exact.ys[i] ?? 0),
  };
}
