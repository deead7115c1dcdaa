import { TAU } from "../../core/index.ts";
import { decimalWithin } from "./decimal.ts";
import { call, constant, product, shifted } from "./expression.ts";
import type { Expression } from "./expression.ts";
import type { Context } from "./context.ts";
import type { Jump } from "./jumps.ts";

/** So many jumps are each told alone; more have to have a rule. */
const FEW = 6;

/** Terms that jump where the answers do: alone at each place, and at even distances. */
export function jumpTerms(jumps: readonly Jump[], { may }: Context): readonly Expression[] {
  const alone = may("step") ? "step" : may("sign") ? "sign" : null;
  const single =
    alone === null || jumps.length > FEW
      ? []
      : jumps.map(({ place }) => call(alone, shifted(place)));
  return [...single, ...evenSpacings(jumps).flatMap((spacing) => periodic(spacing, { may }))];
}

interface Spacing {
  /** One of the jumps. */
  readonly place: number;
  readonly distance: number;
}

const jumping = ["sign", "step", "floor"] as const;

/** Every operator that jumps, on a line and on a sine that cross its levels where the answers jump. */
function periodic(
  { place, distance }: Spacing,
  { may }: Pick<Context, "may">,
): readonly Expression[] {
  const line = product(constant(1 / distance), shifted(place));
  const wave = call("sin", product(constant(TAU / 2 / distance), shifted(place)));
  return [line, ...(may("sin") ? [wave] : [])].flatMap((inside) =>
    jumping.filter(may).map((callee) => call(callee, inside)),
  );
}

/** Distances of which all distances between the jumps are multiples, the longest first. */
export function evenSpacings(jumps: readonly Jump[]): readonly Spacing[] {
  const [first] = jumps;
  if (first === undefined || jumps.length < 3) return [];
  const apart = jumps.slice(1).map(({ place }, i) => place - (jumps[i]?.place ?? place));
  const least = Math.min(...apart);
  return [1, 2, 3].flatMap((part) => {
    let distance = least / part;
    let [low, high] = [0, Infinity];
    for (const { from, to } of jumps.slice(1).toSorted((a, b) => a.from - b.from)) {
      const turns = Math.round(((from + to) / 2 - first.place) / distance);
      if (turns === 0) return [];
      low = Math.max(low, (from - first.to) / turns);
      high = Math.min(high, (to - first.from) / turns);
      if (low > high) return [];
      distance = Math.min(high, Math.max(low, distance));
    }
    return [{ place: first.place, distance: decimalWithin(low, high) }];
  });
}
