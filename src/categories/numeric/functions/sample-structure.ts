import { BenchError } from "../../../core/index.ts";
import type { Chance } from "../../../core/index.ts";
import { joined, sampleAtom } from "./sample.ts";
import type { Operation } from "./sample.ts";
import { ascendingApart } from "./sampling.ts";
import type { Atom, Law, Piecewise } from "./spec.ts";

/** How short a piece may be, in tenths. */
const SHORTEST_PIECE = 100;

/**
 * Draws a law that nests operations to exactly this depth: 1 is an atom, 2 joins two atoms, and a
 * law of depth d joins two laws of which one has depth d − 1 and the other at most that.
 */
export function sampleDeep(
  operation: () => Operation,
  kind: () => Atom["kind"],
  depth: number,
  chance: Chance,
): Law {
  if (depth <= 1) return sampleAtom(kind(), chance.fork("atom"));
  const shallow = chance.integer(1, depth - 1);
  const depths = chance.shuffled([depth - 1, shallow]);
  const name = operation();
  const parts = depths.map((each, i) => sampleDeep(operation, kind, each, chance.fork("part", i)));
  return joined(name, parts);
}

/**
 * Draws a law for each kind, in turn along x; the ends lie on tenths in [−100, 100], pieces between
 * ends are at least 10 long. Throws `bad-argument` for fewer than two kinds or more than fit.
 */
export function samplePiecewise(kinds: readonly Atom["kind"][], chance: Chance): Piecewise {
  if (kinds.length < 2) {
    throw new BenchError(
      "bad-argument",
      `Expected at least two kinds to take turns; got ${kinds.length}; name one more`,
    );
  }
  const points = kinds.slice(1).map(() => 0);
  const ends = ascendingApart(
    chance.fork("ends"),
    { from: -1000, to: 1000 },
    points,
    SHORTEST_PIECE,
  );
  const pieces = kinds.map((kind, i) => {
    const end = ends[i];
    const law = sampleAtom(kind, chance.fork("part", i));
    return { upTo: end === undefined ? null : end / 10, law };
  });
  return { kind: "piecewise", pieces };
}

/**
 * Draws a law of several arguments: a law of each, their kinds in turn, joined from left to right
 * by operations in turn. `compose` joins by applying one more law, of the next kind, to the sum.
 * Throws `bad-argument` without kinds or operations, or for fewer than two arguments.
 */
export function sampleSeveral(
  arity: number,
  kinds: readonly Atom["kind"][],
  operations: readonly Operation[],
  chance: Chance,
): Law {
  let drawn = 0;
  const next = (): Law => {
    const kind = kinds[drawn % kinds.length];
    if (kind === undefined || operations.length === 0 || arity < 2) {
      throw new BenchError(
        "bad-argument",
        `Expected kinds, operations and at least two arguments; got ${kinds.length}, ` +
          `${operations.length} and ${arity}; name what is missing`,
      );
    }
    drawn += 1;
    return sampleAtom(kind, chance.fork("part", drawn));
  };
  const parts = Array.from({ length: arity }, (_, index): Law => {
    return { kind: "compose", outer: next(), inner: { kind: "argument", index } };
  });
  return parts.reduce((left, right, i) => {
    const operation = operations[(i - 1) % operations.length] ?? "sum";
    if (operation !== "compose") return joined(operation, [left, right]);
    return { kind: "compose", outer: next(), inner: joined("sum", [left, right]) };
  });
}
