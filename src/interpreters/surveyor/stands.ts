import { refutations } from "./check.ts";
import type { Expression } from "./expression.ts";
import { evenSpacings } from "./jump-terms.ts";
import type { Jump } from "./jumps.ts";
import { freshPoints } from "./look.ts";
import type { Survey } from "./survey.ts";

/** The share of what is left that goes into a test: a short stretch of other behaviour is easily missed. */
const SWEPT = 0.6;

/** Asks fresh points, and says whether the rule gives every answer so far. */
export async function stands(
  rule: Expression,
  { notebook, domain, budget, chance, log }: Survey,
  name: string,
  jumps: readonly Jump[],
): Promise<boolean> {
  const count = Math.max(Math.min(24, Math.ceil(budget / 10)), notebook.left() * SWEPT);
  const fresh = await notebook.ask([
    ...bothSides(jumps),
    ...freshPoints(domain, Math.floor(count), chance.fork("fresh", name)),
  ]);
  const wrong = refutations(rule, notebook.samples(), notebook.samples());
  log({
    topic: wrong.length === 0 ? "verified" : "refuted",
    text:
      wrong.length === 0
        ? `${fresh.length} fresh points agree with it.`
        : `It is wrong at ${wrong.length} points, first at x = ${wrong[0]?.x ?? NaN}.`,
    data: { wrong: wrong.map(({ x }) => x) },
  });
  return wrong.length === 0;
}

/** How close to a jump its two sides are looked at. */
const CLOSE = 5e-7;

/** Both sides of places where the answers jump, also of far ones if the jumps are evenly spaced. */
function bothSides(jumps: readonly Jump[]): readonly number[] {
  const [spacing] = evenSpacings(jumps);
  const far = [-250, -110, 120, 240].flatMap((x) =>
    spacing === undefined
      ? []
      : [spacing.place + Math.round((x - spacing.place) / spacing.distance) * spacing.distance],
  );
  return [...jumps.slice(0, 4).map(({ place }) => place), ...far].flatMap((place) => {
    const step = CLOSE * Math.max(1, Math.abs(place));
    return [place - step, place + step];
  });
}
