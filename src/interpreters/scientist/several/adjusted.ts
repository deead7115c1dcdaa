import { familyOf, isAtom } from "../../../categories/numeric/index.ts";
import type { Atom, Law } from "../../../categories/numeric/index.ts";

/** factor·law + offset, in the law's own parameters where it has them. */
export function adjusted(law: Law, factor: number, offset: number): Law {
  if (isAtom(law)) return adjustedAtom(law, factor, offset);
  switch (law.kind) {
    case "sum":
      return adjustedSum(law.terms, factor, offset);
    case "compose":
      return { ...law, outer: adjusted(law.outer, factor, offset) };
    case "piecewise":
      return {
        ...law,
        pieces: law.pieces.map(({ upTo, law: piece }) => ({
          upTo,
          law: adjusted(piece, factor, offset),
        })),
      };
    case "argument":
    case "product":
      return wrapped(law, factor, offset);
  }
}

function adjustedAtom(atom: Atom, factor: number, offset: number): Law {
  const scaled = (value: number): number => tidy(factor * value);
  const moved = (value: number): number => tidy(factor * value + offset);
  return familyOf(atom.kind).adjusted?.(atom, { scaled, moved }) ?? wrapped(atom, factor, offset);
}

/** Scales every term, and moves a constant one if there is one. */
function adjustedSum(terms: readonly Law[], factor: number, offset: number): Law {
  const at = Math.max(
    0,
    terms.findIndex(({ kind }) => kind === "constant"),
  );
  return {
    kind: "sum",
    terms: terms.map((term, i) => adjusted(term, factor, i === at ? offset : 0)),
  };
}

function wrapped(law: Law, factor: number, offset: number): Law {
  const scaled: Law =
    factor === 1
      ? law
      : { kind: "product", factors: [{ kind: "constant", value: tidy(factor) }, law] };
  return offset === 0
    ? scaled
    : { kind: "sum", terms: [scaled, { kind: "constant", value: tidy(offset) }] };
}

/** A number without what rounding left behind. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
