import { spawnSync } from "node:child_process";
import { cos, exp, ln, pow, sin, tanh } from "../../src/core/index.ts";
import type { Complex } from "../../src/contract/index.ts";
import type { NumericColumn, NumericInputs } from "../../src/categories/numeric/index.ts";

/** A value; `null` where there is none. */
export type Point = number | Complex | null;

/** The benchmark's own elementary functions under the names that JavaScript has for them. */
export const exactMath = {
  PI: Math.PI,
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  fround: Math.fround,
  sqrt: Math.sqrt,
  cos,
  exp,
  log: ln,
  // As Math.pow, and unlike the one of core, it gives 0 for any root of −0.
  pow: (base: number, exponent: number) => pow(base + 0, exponent),
  sin,
  tanh,
};

/** A column as points. */
export function pointsOf({ re, im }: NumericColumn): Point[] {
  return [...re].map((real, i) => point(real, im?.[i] ?? 0));
}

/** Runs JavaScript that defines `f`, with the given `Math`. */
export function runJavaScript(source: string, inputs: NumericInputs, math: object = Math): Point[] {
  const f: unknown = new Function("Math", `"use strict";\n${source}\nreturn f;`)(math);
  if (typeof f !== "function") throw new TypeError("Expected a function f");
  return rowsOf(inputs).map((row): Point => {
    const value: unknown = Reflect.apply(f, undefined, row);
    if (typeof value === "number") return point(value, 0);
    if (typeof value !== "object" || value === null) throw new TypeError("Expected a value");
    return point(Number(Reflect.get(value, "re")), Number(Reflect.get(value, "im")));
  });
}

/** The arguments of each call. */
function rowsOf(inputs: NumericInputs): number[][] {
  const columns = inputs instanceof Float64Array ? [inputs] : inputs;
  return Array.from(columns[0] ?? [], (_, i) => columns.map((column) => column[i] ?? NaN));
}

/** Runs Python modules that define `f`, all in one process; a raised exception is its name. */
export function runPython(
  programs: readonly { readonly source: string; readonly inputs: NumericInputs }[],
): (Point | string)[][] {
  const input = JSON.stringify(
    programs.map(({ source, inputs }) => ({ source, inputs: rowsOf(inputs) })),
  );
  const run = spawnSync("python3", ["-c", PYTHON], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`Expected Python to end well; it said ${run.stderr}`);
  const columns: (readonly [number, number] | number | string | null)[][] = JSON.parse(run.stdout);
  return columns.map((column) =>
    column.map((value) =>
      value === null || typeof value === "string"
        ? value
        : typeof value === "number"
          ? point(value, 0)
          : point(...value),
    ),
  );
}

function point(re: number, im: number): Point {
  if (!Number.isFinite(re) || !Number.isFinite(im)) return null;
  return im === 0 ? re : { re, im };
}

const PYTHON = `
import json, math, sys

def plain(value):
    if isinstance(value, complex):
        finite = math.isfinite(value.real) and math.isfinite(value.imag)
        return [value.real, value.imag] if finite else None
    return value if math.isfinite(value) else None

def answer(f, row):
    try:
        return plain(f(*[float(x) for x in row]))
    except ArithmeticError as error:
        return type(error).__name__
    except ValueError as error:
        return type(error).__name__

columns = []
for program in json.load(sys.stdin):
    names = {}
    exec(program["source"], names)
    columns.append([answer(names["f"], row) for row in program["inputs"]])
json.dump(columns, sys.stdout)
`;
