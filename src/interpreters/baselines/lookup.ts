import { squared } from "../../core/index.ts";
import type { Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode, ARGUMENTS, sourceOf } from "./answer.ts";
import { survey } from "./survey.ts";
import type { Survey } from "./survey.ts";

// One argument: points without a value are left out, and lines join their neighbours.
const alongALine = `function at(ys, x) {
  const last = xs.length - 1;
  if (x <= xs[0]) return ys[0];
  if (x >= xs[last]) return ys[last];
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle] <= x) low = middle;
    else high = middle;
  }
  const share = (x - xs[low]) / (xs[high] - xs[low]);
  return ys[low] + share * (ys[high] - ys[low]);
}
`;

// Several arguments: linear along each axis in turn; the first argument varies slowest.
const onAGrid = `function at(values, point, axis = 0, start = 0) {
  if (axis === point.length) return values[start];
  const lines = axes[axis];
  const last = lines.length - 1;
  const place = last === 0 ? 0 : ((point[axis] - lines[0]) / (lines[last] - lines[0])) * last;
  const low = Math.max(0, Math.min(Math.floor(place), last - 1));
  const share = Math.max(0, Math.min(place - low, 1));
  const from = at(values, point, axis + 1, (start + low) * (axes[axis + 1]?.length ?? 1));
  if (share === 0) return from;
  const to = at(values, point, axis + 1, (start + low + 1) * (axes[axis + 1]?.length ?? 1));
  return from + share * (to - from);
}
`;

/** Joins its evenly spaced answers by straight lines, and holds the outermost beyond them. */
export function lookup(): Interpreter {
  return {
    id: "lookup",
    configuration: { version: 1 },
    async interpret(assignment, signal) {
      const seen = await survey(assignment, signal);
      const { points, asked } = seen;
      if (points.length === 0)
        return abstain(`None of ${asked} evenly spaced queries had a value.`);
      const missing = asked - points.length;
      const gap = missing === 0 ? "" : ` ${missing} of ${asked} queries had no value.`;
      return answerWithCode(
        `No rule was sought: the values at ${points.length} evenly spaced points, joined by straight lines.${gap}`,
        seen.axes.length === 1 ? tableOnLine(seen) : tableOnGrid(seen),
      );
    },
  };
}

function tableOnLine({ points, re, im }: Survey): string {
  const complex = im.some((part) => part !== 0);
  const xs = points.map(([x]) => x);
  return sourceOf({
    arity: 1,
    prelude: `${constants({ xs, re, ...(complex ? { im } : {}) })}${alongALine}`,
    re: "at(re, x)",
    im: complex ? "at(im, x)" : null,
  });
}

function tableOnGrid(seen: Survey): string {
  const { axes, im } = seen;
  const complex = im.some((part) => part !== 0);
  const point = `[${ARGUMENTS.slice(0, axes.length).join(", ")}]`;
  const tables = { re: filled(seen, seen.re), ...(complex ? { im: filled(seen, im) } : {}) };
  return sourceOf({
    arity: axes.length,
    prelude: `${constants({ axes, ...tables })}${onAGrid}`,
    re: `at(re, ${point})`,
    im: complex ? `at(im, ${point})` : null,
  });
}

function constants(tables: { readonly [name: string]: unknown }): string {
  return Object.entries(tables)
    .map(([name, table]) => `const ${name} = ${JSON.stringify(table)};\n`)
    .join("");
}

/** A value for every node of the grid: its own, or that of the nearest point that has one. */
function filled({ axes, points }: Survey, values: readonly number[]): readonly number[] {
  const known = new Map(points.map((point, i) => [point.join(), values[i] ?? 0]));
  const nodes = axes.reduce<readonly (readonly number[])[]>(
    (before, axis) => before.flatMap((node) => axis.map((x) => [...node, x])),
    [[]],
  );
  return nodes.map((node) => known.get(node.join()) ?? nearest(node, points, values));
}

function nearest(
  node: readonly number[],
  points: readonly (readonly number[])[],
  values: readonly number[],
): number {
  let best = { distance: Infinity, value: 0 };
  points.forEach((point, i) => {
    const distance = point.reduce((sum, x, axis) => sum + squared(x - (node[axis] ?? 0)), 0);
    if (distance < best.distance) best = { distance, value: values[i] ?? 0 };
  });
  return best.value;
}
