import type { StatedNoise } from "../../contract/index.ts";
import { constant, sum } from "./expression.ts";
import { valuesAt } from "./compile.ts";
import type { Finding } from "./finding.ts";
import { jittered } from "./look.ts";
import { nearestSum } from "./grow.ts";
import type { Sample } from "./notebook.ts";
import { formulaOf } from "./print.ts";
import { expressionOf, prune } from "./sums.ts";
import type { Survey } from "./survey.ts";
import { targetFrom } from "./target-from.ts";

/** Points that are asked again to see whether the answers vary. */
const REPEATED = 6;

/** Between normal and uniform: the largest deviation in standard deviations. */
const LONG_TAIL = 2.1;

/** Asks some points again; gives the differences between first and second answers. */
export async function askAgain({ notebook, log }: Survey): Promise<readonly number[]> {
  const known = notebook.samples().filter(({ value }) => value !== null);
  const step = Math.max(1, Math.floor(known.length / REPEATED));
  const chosen = known.filter((_, i) => i % step === 0).slice(0, REPEATED);
  const again = await notebook.ask(chosen.map(({ x }) => x));
  const differences = again.flatMap(({ value }, i) => {
    const before = chosen[i]?.value;
    return value === null || before === null || before === undefined ? [] : [value.re - before.re];
  });
  const varied = differences.filter((difference) => difference !== 0).length;
  log({
    topic: "experiment",
    text: `Asked ${again.length} points again, to tell noise from structure: ${varied} answers differ.`,
    data: { differences },
  });
  return differences;
}

/** Spends what is left on the whole stretch, and fits the sum that the noise allows. */
export async function throughNoise(
  survey: Survey,
  differences: readonly number[],
): Promise<Finding | null> {
  const { notebook, domain, chance, context, log } = survey;
  const points = jittered(
    domain.from,
    domain.to - domain.from,
    notebook.left(),
    chance.fork("noisy"),
  );
  await notebook.ask(points);
  const rough = targetFrom(notebook.samples());
  const ones = rough.sigma.map(() => 1);
  const first = nearestSum({ ...rough, sigma: ones, noisy: true }, context);
  if (first === null) return null;
  const freedom = Math.max(1, rough.xs.length - first.features.length);
  const deviation = Math.sqrt(first.fit.cost / freedom);
  const target = { ...rough, sigma: ones.fill(deviation || 1), noisy: true };
  const expression = expressionOf(prune(first, { ...target, sigma: ones }, context));
  const noise = noiseOf(differences, residuals(expression, notebook.samples()), deviation);
  const shift = noise.distribution === "poisson" ? (noise.scale ?? 0) : 0;
  const rule = sum(expression, constant(-shift));
  log({
    topic: "hypothesis",
    text: `Beneath ${noise.distribution} noise of about ${deviation.toPrecision(3)} the simplest sum is f(x) = ${formulaOf(rule)}.`,
  });
  return {
    kind: "rule",
    expression: rule,
    exceptions: [],
    noise,
    standing: "noisy",
    confidence: 0.4,
    isComplex: false,
  };
}

function residuals(
  expression: Parameters<typeof valuesAt>[0],
  samples: readonly Sample[],
): readonly number[] {
  const real = samples.filter(({ value }) => value !== null);
  const guesses = valuesAt(
    expression,
    Float64Array.from(real, ({ x }) => x),
  );
  return real
    .map(({ value }, i) => (value?.re ?? NaN) - (guesses[i] ?? NaN))
    .filter(Number.isFinite);
}

/** Whole differences are Poisson's; a uniform distribution ends where a normal one goes on. */
function noiseOf(
  differences: readonly number[],
  left: readonly number[],
  deviation: number,
): StatedNoise {
  const isWhole = differences.every((each) => Math.abs(each - Math.round(each)) < 1e-6);
  if (isWhole) return { distribution: "poisson", scale: finite(deviation * deviation) };
  const most = left.reduce((high, each) => Math.max(high, Math.abs(each)), 0) / deviation;
  return most < LONG_TAIL
    ? { distribution: "uniform", scale: finite(deviation * Math.sqrt(3)) }
    : { distribution: "normal", scale: finite(deviation) };
}

/** Answers near the largest number have squares beyond it: nothing can then be said of a scale. */
function finite(scale: number): number | null {
  return Number.isFinite(scale) ? scale : null;
}
