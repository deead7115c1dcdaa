import { ln } from "../../../core/index.ts";
import type { Atom } from "../../../categories/numeric/index.ts";
import type { Curve, Shape } from "./shape.ts";
import { sides } from "./sides.ts";
import type { Side } from "./sides.ts";
import { composedPrior } from "./priors.ts";

/** A part of a composed law that is what it is. */
export interface Fixed {
  readonly curve: Curve;
  readonly law: Atom;
  /** How many others there are of its family. */
  readonly members: number;
  /** Order of growth; −1 for pulses, which end the other part's growth. */
  readonly order: number;
}

/** Whole numbers next to x. */
export const wholes: readonly Fixed[] = [
  { curve: Math.floor, law: { kind: "floor" }, members: 1, order: 1 },
  { curve: Math.ceil, law: { kind: "ceil" }, members: 1, order: 1 },
];

/** Sums and products of a fixed part and one with free factors that grow as fast as the answers. */
export function composedShapes(fixed: readonly Fixed[], order: number): readonly Shape[] {
  return fixed.flatMap((part) =>
    sides.flatMap((side): readonly Shape[] => {
      const sum = Math.max(part.order, side.order);
      const isSum = sum === order || (sum > order && order > 0 && part.order === 1);
      const isProduct = part.order < 0 ? order === 0 : part.order + side.order === order;
      return [...(isSum ? [sumOf(part, side)] : []), ...(isProduct ? [productOf(part, side)] : [])];
    }),
  );
}

/** How common each pair of families is among compositions. */
const PAIR = 0.02;

function sumOf({ curve, law, members }: Fixed, side: Side): Shape {
  return {
    family: `${side.name} + ${law.kind}`,
    base: curve,
    columns: side.columns,
    grids: side.grids,
    prior: composedPrior(PAIR, 1) - ln(members) - ln(side.members),
    build: (factors) => {
      const other = side.build(factors);
      return other === null ? null : { kind: "sum", terms: [other, law] };
    },
  };
}

function productOf({ curve, law, members }: Fixed, side: Side): Shape {
  return {
    family: `${side.name} · ${law.kind}`,
    base: null,
    columns: side.columns.map(
      (column): Curve =>
        (x) =>
          column(x) * curve(x),
    ),
    grids: side.grids,
    prior: composedPrior(PAIR, 1) - ln(members) - ln(side.members),
    build: (factors) => {
      const other = side.build(factors);
      const isOne = other?.kind === "constant" && other.value === 1;
      return other === null || isOne ? null : { kind: "product", factors: [other, law] };
    },
  };
}

/** Sums and products of two fixed parts. */
export function pairShapes(first: readonly Fixed[], second: readonly Fixed[]): readonly Shape[] {
  return first.flatMap((a) =>
    second.flatMap((b): readonly Shape[] => {
      const prior = composedPrior(PAIR, 1) - ln(a.members) - ln(b.members);
      const plain = { columns: [], grids: [], prior };
      return [
        {
          ...plain,
          family: `${a.law.kind} + ${b.law.kind}`,
          base: (x) => a.curve(x) + b.curve(x),
          build: () => ({ kind: "sum", terms: [a.law, b.law] }),
        },
        {
          ...plain,
          family: `${a.law.kind} · ${b.law.kind}`,
          base: (x) => a.curve(x) * b.curve(x),
          build: () => ({ kind: "product", factors: [a.law, b.law] }),
        },
      ];
    }),
  );
}
