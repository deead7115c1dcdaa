import type { Law } from "../../../categories/numeric/index.ts";

/** factor·law + offset, in the law's own parameters where it has them. */
export function adjusted(law: Law, factor: number, offset: number): Law {
  const scaled = (value: number): number => tidy(factor * value);
  const moved = (value: number): number => tidy(factor * value + offset);
  switch (law.kind) {
    case "constant":
      return { ...law, value: moved(law.value) };
    case "linear":
      return { ...law, slope: scaled(law.slope), intercept: moved(law.intercept) };
    case "polynomial":
      return {
        ...law,
        coefficients: law.coefficients.map((c, k) => (k === 0 ? moved(c) : scaled(c))),
      };
    case "absolute":
    case "leaky-relu":
      return { ...law, slope: scaled(law.slope), offset: moved(law.offset) };
    case "step":
      return { ...law, height: scaled(law.height), offset: moved(law.offset) };
    case "root":
    case "logarithm":
    case "exponential":
    case "modulo":
      return { ...law, scale: scaled(law.scale), offset: moved(law.offset) };
    case "tanh":
    case "sine":
    case "cosine":
    case "damped-sine":
      return { ...law, amplitude: scaled(law.amplitude), offset: moved(law.offset) };
    case "logistic":
      return { ...law, height: scaled(law.height), offset: moved(law.offset) };
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
    case "reciprocal":
    case "gaussian":
    case "rational":
    case "rectangle":
    case "square-wave":
    case "ceil":
    case "floor":
      return wrapped(law, factor, offset);
  }
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
