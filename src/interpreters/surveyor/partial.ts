import { refutations } from "./check.ts";
import type { Finding } from "./finding.ts";
import { freshPoints } from "./look.ts";
import { formulaOf } from "./print.ts";
import { ruleWithRegion } from "./regions.ts";
import type { Survey } from "./survey.ts";
import { filtered } from "./target.ts";
import { targetFrom } from "./target-from.ts";
import { tidied } from "./tidied.ts";

/** Fewer fresh points than this are no proof. */
const PROOF = 8;

/** A rule that holds but for one stretch. */
export async function partial(survey: Survey): Promise<Finding | null> {
  const found = await ruleWithRegion(survey);
  if (found === null) return null;
  const { notebook, context, log } = survey;
  const { region, expression: other } = found.exception;
  const outside = (x: number): boolean =>
    (region.from !== null && x < region.from - 1e-3) ||
    (region.to !== null && x > region.to + 1e-3);
  const target = filtered(targetFrom(notebook.samples()), outside);
  const expression = tidied(found.solution.expression, target, context);
  log({
    topic: "hypothesis",
    text: `f(x) = ${formulaOf(expression)}, found as ${found.solution.way}, holds outside of a stretch from ${region.from ?? "−∞"} to ${region.to ?? "∞"}; inside the answers are near ${formulaOf(other)}.`,
  });
  const fresh = await notebook.ask(
    freshPoints(survey.domain, 16, survey.chance.fork("region")).filter(outside),
  );
  const wrong = refutations(expression, fresh, notebook.samples());
  if (wrong.length > 0) return null;
  return {
    kind: "rule",
    expression,
    exceptions: [found.exception],
    noise: null,
    standing: fresh.length < PROOF ? "unverified" : "verified",
    confidence: fresh.length < PROOF ? 0.3 : 0.7,
    isComplex: false,
  };
}
