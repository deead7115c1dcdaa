import type { Columns } from "../../functions/inputs.ts";
import type { Part, Scan, Span } from "./part.ts";

type Join = (spans: readonly Span[], inputs: Columns) => Span;

/** Parts side by side, each with its own stretch of the parameters. */
export function joinedPart(parts: readonly Part[], join: Join): Part {
  const starts: number[] = [];
  let count = 0;
  for (const { parameters } of parts) {
    starts.push(count);
    count += parameters.length;
  }
  const own = (values: readonly number[], i: number): readonly number[] => {
    const start = starts[i] ?? 0;
    return values.slice(start, start + (parts[i]?.parameters.length ?? 0));
  };
  return {
    parameters: parts.flatMap(({ parameters }) => parameters),
    span: (values, inputs) =>
      join(
        parts.map((part, i) => part.span(own(values, i), inputs)),
        inputs,
      ),
    scans: (ys) =>
      parts.flatMap((part, i) => part.scans(ys).map((scan) => shifted(scan, starts[i] ?? 0))),
    reduced: () =>
      parts.flatMap((part, i) =>
        part.reduced().map((less) => joinedPart(parts.with(i, less), join)),
      ),
  };
}

/** A scan for parameters that stand further back. */
export function shifted(scan: Scan, by: number): Scan {
  return { ...scan, at: scan.at + by };
}

/** Any member of each class, added. */
export function sumPart(parts: readonly Part[]): Part {
  return joinedPart(parts, (spans) => ({
    fixed: spans.map(({ fixed }) => fixed).reduce(added),
    columns: spans.flatMap(({ columns }) => columns),
  }));
}

/** Two columns added; `null` counts as nothing. */
export function added(a: Float64Array | null, b: Float64Array | null): Float64Array | null {
  if (a === null || b === null) return a ?? b;
  return a.map((value, i) => value + (b[i] ?? NaN));
}

/** Two spans multiplied out. */
export function multiplied(left: Span, right: Span): Span {
  const product = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((value, i) => value * (b[i] ?? NaN));
  const [a, b] = [left.fixed, right.fixed];
  return {
    fixed: a === null || b === null ? null : product(a, b),
    columns: [
      ...(a === null ? [] : right.columns.map((column) => product(a, column))),
      ...(b === null ? [] : left.columns.map((column) => product(column, b))),
      ...left.columns.flatMap((one) => right.columns.map((other) => product(one, other))),
    ],
  };
}
