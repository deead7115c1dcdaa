import type { Assignment } from "../../contract/index.ts";
import { intervalsOf } from "../intervals-of.ts";
import type { Configuration } from "./configuration.ts";
import type { Context } from "./context.ts";
import type { Expression } from "./expression.ts";
import type { Finding } from "./finding.ts";
import { jumpTerms } from "./jump-terms.ts";
import { closeInOnJumps, jumpsIn } from "./jumps.ts";
import { firstLook } from "./look.ts";
import { nearestRule } from "./nearest-rule.ts";
import { askAgain, throughNoise } from "./noise.ts";
import { notebookOf } from "./notebook.ts";
import { formulaOf } from "./print.ts";
import { partial } from "./partial.ts";
import { solve } from "./solve.ts";
import { stands } from "./stands.ts";
import type { Effort } from "./solve.ts";
import type { Survey } from "./survey.ts";
import { targetFrom } from "./target-from.ts";
import { tidied } from "./tidied.ts";
import { workOf } from "./work.ts";

/** More queries than this tell nothing new. */
const MOST_QUERIES = 4096;

/** How often a refuted rule is replaced before the next experiment. */
const ATTEMPTS = 3;

/** Where jumps are closed in on, as shares of the domain, and with which share of what is left. */
const SEARCHES = [
  { width: 3 / 256, share: 0.25 },
  { width: 2, share: 0.55 },
];

/** Questions a black box until a rule has stood, or the budget or the work is spent. */
export async function investigate(
  configuration: Configuration,
  assignment: Assignment,
  signal: AbortSignal,
): Promise<Finding> {
  const domains = intervalsOf(assignment.briefing);
  if (domains.length === 0)
    return { kind: "nothing", reason: "Functions of texts are beyond this method." };
  if (domains.length > 1)
    return { kind: "nothing", reason: "Functions of several arguments are beyond this method." };
  const survey = begin(configuration, assignment, signal);
  const { notebook, domain, budget, chance, log } = survey;
  await notebook.ask(firstLook(domain, budget, chance.fork("look")));
  log({
    topic: "experiment",
    text: `Asked ${notebook.samples().length} points in windows of three widths about the middle, so that neither a fast wave nor a slow curve is missed.`,
  });
  if (notebook.samples().every(({ value }) => value === null))
    return { kind: "nothing", reason: `None of ${notebook.samples().length} queries had a value.` };
  const early = await search(survey, "quick");
  if (early !== null) return early;
  const differences = await askAgain(survey);
  if (differences.some((difference) => difference !== 0)) {
    const noisy = await throughNoise(survey, differences);
    if (noisy !== null) return noisy;
  }
  await closeIn(survey);
  return (
    (await search(survey, "thorough")) ?? (await partial(survey)) ?? (await nearestRule(survey))
  );
}

function begin(
  configuration: Configuration,
  { probe, briefing, chance, log }: Assignment,
  signal: AbortSignal,
): Survey {
  const budget = Math.min(probe.remaining().queries ?? configuration.queries, MOST_QUERIES);
  const context: Context = {
    work: workOf(configuration.work),
    may: (operator) => configuration.operators.includes(operator),
    shortestPeriod: configuration.shortestPeriod,
  };
  const domain = intervalsOf(briefing)[0] ?? { from: -128, to: 128 };
  return { notebook: notebookOf(probe, budget, signal), context, domain, chance, budget, log };
}

async function closeIn({ notebook, domain, log }: Survey): Promise<void> {
  const before = notebook.samples().length;
  const middle = (domain.from + domain.to) / 2;
  for (const { width, share } of SEARCHES) {
    const reach = (width * (domain.to - domain.from)) / 2;
    const queries = Math.floor(notebook.left() * share);
    await closeInOnJumps(notebook, queries, (x) => Math.abs(x - middle) <= reach);
  }
  const jumps = jumpsIn(notebook.samples());
  log({
    topic: "experiment",
    text: `Halved the gaps over which the answers change most, with ${notebook.samples().length - before} queries: ${jumps.length} places where they jump.`,
    data: { jumps: jumps.map(({ place }) => place) },
  });
}

/** Looks for a rule, puts it to the test, and looks again with what the test has shown. */
async function search(survey: Survey, effort: Effort): Promise<Finding | null> {
  const { notebook, context, log } = survey;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const target = targetFrom(notebook.samples());
    const jumps = jumpsIn(notebook.samples());
    const extras = { expressions: jumpTerms(jumps, context) };
    const solution = solve(target, context, extras, effort);
    if (solution === null) {
      log({
        topic: "hypothesis",
        text: `No ${effort} search explains ${target.xs.length} answers.`,
      });
      return null;
    }
    const rule = tidied(solution.expression, target, context);
    const found = `f(x) = ${formulaOf(rule)}, found as ${solution.way}`;
    log({ topic: "hypothesis", text: `${found}, explains ${target.xs.length} answers.` });
    if (await stands(rule, survey, `${effort}-${attempt}`, jumps)) return verified(rule, survey);
    if (notebook.left() === 0) return null;
  }
  return null;
}

/** Fewer fresh points than this are no proof. */
const PROOF = 8;

function verified(expression: Expression, { notebook, budget }: Survey): Finding {
  const tested = budget >= 10 * PROOF && notebook.samples().length >= 4 * PROOF;
  return {
    kind: "rule",
    expression,
    exceptions: [],
    noise: tested ? { distribution: "none", scale: null } : null,
    standing: tested ? "verified" : "unverified",
    confidence: tested ? 0.97 : 0.3,
    isComplex: notebook.samples().some(({ value }) => value !== null && value.im !== 0),
  };
}
