import { ln } from "../../../../core/index.ts";
import type { Law } from "../../../../categories/numeric/index.ts";
import { curvedFamilies } from "./curved-families.ts";
import { linearFamilies } from "./linear-families.ts";
import { linesInTurn } from "./lines-in-turn.ts";
import { quotients } from "./quotients.ts";
import type { Family } from "./shape.ts";
import { shortened } from "./shortened.ts";
import { errorOf, shareMet, within } from "./target.ts";
import type { Target } from "./target.ts";
import { TRAINED, withLinesOutside } from "./with-lines-outside.ts";

/** A formula that stands in for values. */
export interface Formula {
  readonly name: string;
  readonly law: Law;
  /** Σ(f − g)² / Σf² over the target. */
  readonly error: number;
  /** The share of the target that it meets to a hundredth. */
  readonly met: number;
}

const simple: readonly Family[] = [...linearFamilies, ...curvedFamilies];
const families: readonly Family[] = [
  ...simple,
  ...quotients,
  ...simple.slice(2).map(withLinesOutside),
  ...linesInTurn,
];

/** Errors of which the first that any formula stays below is good enough for the shortest one. */
const LADDER = [1e-3, 0.01, 0.05];
/** An error below this is as good as one that is smaller by any factor. */
const FINE = 0.01;

/** The simplest formula that comes close to a target; the closest where none does. */
export function bestFormula(target: Target): Formula {
  const alone = standIn(target);
  if (alone !== null) return alone;
  const drawn = fitted(families, target);
  const step = LADDER.find((limit) => drawn.some(({ error }) => error < limit));
  const limit = step === undefined ? Math.min(...drawn.map(({ error }) => error)) : step;
  const [best] = drawn
    .filter(({ error }) => error <= limit)
    .toSorted((a, b) => a.parameters - b.parameters || a.error - b.error);
  return best === undefined ? nothing(target) : best.formula();
}

/** The simplest law of one family that is as good as the target itself; `null` for none. */
export function standIn(target: Target): Formula | null {
  for (const { formula } of fitted(simple, target)
    .filter(({ error }) => error < AS_GOOD.error)
    .toSorted((a, b) => a.parameters - b.parameters || a.error - b.error)) {
    const found = formula();
    if (found.error < AS_GOOD.error && found.met >= AS_GOOD.met) return found;
  }
  return null;
}

/** A formula stands in for a table where it leaves less, and meets nearly every point. */
const AS_GOOD = { error: 1e-3, met: 0.99 };

/** The formula of one family that a network follows where it was trained; `null` for none. */
export function formulaInside(target: Target): Formula | null {
  const inside = within(target, TRAINED.from, TRAINED.to);
  if (inside.xs.length < target.xs.length / 2) return null;
  const [best] = fitted([...simple, ...quotients], inside)
    .filter(({ error }) => error < FINE)
    .toSorted((a, b) => rank(a) - rank(b));
  return best === undefined ? null : best.formula();
}

interface Drawn {
  readonly parameters: number;
  readonly error: number;
  readonly formula: () => Formula;
}

function fitted(among: readonly Family[], target: Target): readonly Drawn[] {
  return among.flatMap((family) => {
    const shape = family(target);
    if (shape === null) return [];
    const error = errorOf(shape.build(shape.parameters), target);
    if (!Number.isFinite(error)) return [];
    const formula = (): Formula => {
      const law = shortened(shape, target);
      return { name: shape.name, law, error: errorOf(law, target), met: shareMet(law, target) };
    };
    return [{ parameters: shape.parameters.length, error, formula }];
  });
}

/** One more number has to pay for itself by an error that is smaller by a third. */
function rank({ parameters, error }: Drawn): number {
  return parameters + ln(error + 1e-12) / ln(1.5);
}

function nothing(target: Target): Formula {
  const law: Law = { kind: "constant", value: 0 };
  return { name: "a constant", law, error: errorOf(law, target), met: shareMet(law, target) };
}
