import { affineOf } from "../../functions/affine.ts";
import { realValues } from "../../functions/column.ts";
import { evaluateLaw } from "../../functions/evaluate.ts";
import type { Columns } from "../../functions/inputs.ts";
import { isAtom } from "../../functions/inspect.ts";
import type { Compose, Law, Piecewise } from "../../functions/spec.ts";
import { atomPart } from "./atom-part.ts";
import { joinedPart, multiplied, shifted, sumPart } from "./join.ts";
import { edge, ones } from "./leaf.ts";
import { combined, leastSquares } from "./least-squares.ts";
import { lineInner } from "./line-inner.ts";
import type { Inner } from "./line-inner.ts";
import { valuesOf } from "./part.ts";
import type { Parameter, Part, Span } from "./part.ts";
import { extentOf, spreadRows } from "./points.ts";
import { turnsPart } from "./turns.ts";

/** Columns that a product may be multiplied out to. */
const MOST_COLUMNS = 16;

/** The equivalence class of a law; the inputs say where the points are. */
export function partOf(law: Law, inputs: Columns): Part {
  if (isAtom(law)) return atomPart(law, inputs[0]);
  switch (law.kind) {
    case "argument":
      return inputPart(law.index);
    case "sum":
      return sumPart(law.terms.map((term) => partOf(term, inputs)));
    case "product":
      return productPart(law.factors, inputs);
    case "compose":
      return composedPart(law, inputs);
    case "piecewise":
      return piecesPart(law, inputs);
  }
}

function inputPart(index: number): Part {
  const bare = { parameters: [], scans: () => [] };
  const lost = (_: readonly number[], [xs]: Columns): Span => ({
    fixed: null,
    columns: [ones(xs)],
  });
  return {
    ...bare,
    span: (_, inputs) => ({ fixed: inputs[index] ?? null, columns: [] }),
    reduced: () => [{ ...bare, span: lost, reduced: () => [] }],
  };
}

/**
 * Products multiplied out, with a factor for each product of columns, as long as there are few of
 * them: more than the products themselves, but all of them. Otherwise the factors beside the
 * richest one keep the shape that the law gives them.
 */
function productPart(factors: readonly Law[], inputs: Columns): Part {
  const parts = factors.map((factor) => partOf(factor, inputs));
  const sizes = parts.map((part) => sizeOf(part.span(valuesOf(part), inputs)));
  const richest = sizes.indexOf(Math.max(...sizes));
  const many = sizes.reduce((product, size) => product * size, 1) > MOST_COLUMNS;
  const kept = many ? parts.map((part, i) => (i === richest ? part : keptPart(factors[i]))) : parts;
  return joinedPart(kept, (spans) => spans.reduce(multiplied));
}

function keptPart(law: Law | undefined): Part {
  const bare = { parameters: [], scans: () => [] };
  const span = (_: readonly number[], inputs: Columns): Span => ({
    fixed: law === undefined ? null : realValues(evaluateLaw(law, inputs)),
    columns: [],
  });
  const lost = (_: readonly number[], [xs]: Columns): Span => ({ fixed: ones(xs), columns: [] });
  return { ...bare, span, reduced: () => [{ ...bare, span: lost, reduced: () => [] }] };
}

function sizeOf({ fixed, columns }: Span): number {
  return columns.length + (fixed === null ? 0 : 1);
}

/** The outer class over an inner value whose factors have become parameters. */
function composedPart({ outer, inner }: Compose, inputs: Columns): Part {
  const line = affineOf(outer);
  if (line !== null && line.slope !== 0) return scaledPart(partOf(inner, inputs));
  const within = innerOf(outer, inner, inputs);
  const [, ...rest] = inputs;
  const start = within.parameters.map(({ value }) => value);
  return overInner(partOf(outer, [within.values(start, inputs), ...rest]), within);
}

/** Any multiple of a class, plus any number. */
function scaledPart(part: Part): Part {
  return {
    ...part,
    span: (values, inputs) => {
      const { fixed, columns } = part.span(values, inputs);
      const all = fixed === null ? columns : [fixed, ...columns];
      return { fixed: null, columns: [...all, ones(inputs[0])] };
    },
    reduced: () => part.reduced().map(scaledPart),
  };
}

function overInner(outer: Part, inner: Inner): Part {
  const count = inner.parameters.length;
  return {
    parameters: [...inner.parameters, ...outer.parameters],
    span: (values, inputs) => {
      const [, ...rest] = inputs;
      const between = inner.values(values.slice(0, count), inputs);
      const { fixed, columns } = outer.span(values.slice(count), [between, ...rest]);
      const known = (column: Float64Array): Float64Array =>
        column.map((value, i) => (Number.isFinite(between[i]) ? value : NaN));
      return { fixed: fixed && known(fixed), columns: columns.map(known) };
    },
    scans: (ys) => [...inner.scans(ys), ...outer.scans(ys).map((scan) => shifted(scan, count))],
    reduced: () => outer.reduced().map((part) => overInner(part, inner)),
  };
}

function innerOf(outer: Law, inner: Law, inputs: Columns): Inner {
  const line = affineOf(inner);
  if (line !== null && line.slope !== 0)
    return lineInner(outer, line.slope, line.intercept, inputs);
  const part = partOf(inner, inputs);
  const own = valuesOf(part);
  const span = part.span(own, inputs);
  const goal = realValues(evaluateLaw(inner, inputs));
  const { coefficients } = leastSquares(span, { ys: goal, weights: ones(goal) });
  const factors = Array.from(coefficients, (value): Parameter => {
    const step = Math.max(Math.abs(value), 1e-3) / 4;
    return { value, low: -Infinity, high: Infinity, apart: 0, step, smooth: true };
  });
  return {
    parameters: [...part.parameters, ...factors],
    values: (values, points) =>
      combined(part.span(values.slice(0, own.length), points), values.slice(own.length)),
    scans: () => [],
  };
}

/** Laws that take turns, with ends anywhere between the points. */
function piecesPart({ pieces }: Piecewise, inputs: Columns): Part {
  const { from, to, length } = extentOf(inputs[0]);
  const ends = pieces.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]));
  const bounds = ends.map((end) => edge(end, from, to, length / 64));
  const rows = spreadRows(inputs[0], 256);
  const parts = pieces.map(({ law }) => partOf(law, inputs));
  const endsPart: Part = {
    parameters: bounds,
    span: () => ({ fixed: null, columns: [] }),
    scans: () =>
      bounds.map((_, at) => ({
        at,
        sets: Array.from({ length: 48 }, (_each, i) => [from + ((i + 0.5) * length) / 48]),
        rows,
        count: 256,
      })),
    reduced: () => [],
  };
  return turnsPart([endsPart, ...parts]);
}
