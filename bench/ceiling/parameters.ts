import type { Law, Replacement } from "../../src/categories/numeric/index.ts";

/** What values a parameter can have. */
export interface Parameter {
  /** Values are whole numbers of this part of 1, such as tenths; `null` for any value. */
  readonly parts: number | null;
  readonly least: number;
  readonly most: number;
}

const TENTHS: Parameter = { parts: 10, least: -Infinity, most: Infinity };

/** What is drawn otherwise than as any tenth: docs/functions.md. */
const special: Readonly<Record<string, Parameter>> = {
  base: { ...TENTHS, least: 1.1 },
  decay: { parts: 1000, least: 0.001, most: Infinity },
  deviation: { ...TENTHS, least: 0.1 },
  divisor: { ...TENTHS, least: 0.1 },
  leak: { ...TENTHS, least: 0, most: 0.9 },
  period: { ...TENTHS, least: 0.1 },
  rate: { ...TENTHS, parts: 1000 },
  steepness: { ...TENTHS, parts: 100 },
  value: { ...TENTHS, parts: 1 },
  width: { ...TENTHS, least: 0.1 },
};

/** Numbers that are told with the family. */
const structural = new Set(["degree", "index", "upTo"]);

/** The parameters of a law or replacement, in the order of its fields. */
export interface Parameters<L> {
  readonly kinds: readonly Parameter[];
  readonly values: readonly number[];
  /** The same law with these values. */
  with(values: readonly number[]): L;
}

/** The parameters of a law of any depth. */
export function parametersOf<L extends Law | Replacement>(law: L): Parameters<L> {
  const kinds: Parameter[] = [];
  const values: number[] = [];
  mapped(law, "", (value, field) => {
    kinds.push(special[field] ?? TENTHS);
    values.push(value);
    return value;
  });
  return {
    kinds,
    values,
    with: (others) => {
      let next = 0;
      return mapped(law, "", () => others[next++] ?? 0) as L;
    },
  };
}

function mapped(
  node: unknown,
  field: string,
  change: (value: number, field: string) => number,
): unknown {
  if (structural.has(field)) return node;
  if (typeof node === "number") return change(node, field);
  if (Array.isArray(node)) return node.map((part: unknown) => mapped(part, field, change));
  if (typeof node !== "object" || node === null) return node;
  const entries: [string, unknown][] = Object.entries(node);
  return Object.fromEntries(entries.map(([name, part]) => [name, mapped(part, name, change)]));
}
