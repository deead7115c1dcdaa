import type { Language } from "../../contract/index.ts";
import type { Knots } from "./finding.ts";

/** Knots whose values are told one by one. */
const TOLD = 8;

/** Straight lines between knots in English. */
export function describeTable({ xs, ys }: Knots): string {
  if (xs.length === 0) return "No value of f(x) is known.";
  const knots = xs.map((x, i) => `(${short(x)}, ${short(ys[i] ?? NaN)})`);
  if (knots.length <= 1) return `f(x) is about ${short(ys[0] ?? NaN)} wherever it was asked.`;
  const shown =
    knots.length <= TOLD
      ? knots.join(", ")
      : `${knots.slice(0, TOLD / 2).join(", ")}, …, ${knots.slice(-TOLD / 2).join(", ")}`;
  return `f(x) follows straight lines that join ${knots.length} points, ${shown}; the outermost lines go on beyond the ends.`;
}

/** Straight lines between knots as a function `f`. */
export function renderTable(knots: Knots, language: Language): string {
  if (knots.xs.length === 0) return NOWHERE[language];
  const xs = JSON.stringify(knots.xs);
  const ys = JSON.stringify(knots.ys);
  switch (language) {
    case "javascript":
      return `const xs = ${xs};\nconst ys = ${ys};\n${javascript}`;
    case "python":
      return `import bisect\nxs = ${xs}\nys = ${ys}\n${python}`;
  }
}

/** A function without a value. */
const NOWHERE: { readonly [L in Language]: string } = {
  javascript: "function f(x) {\n  return NaN;\n}\n",
  python: 'def f(x):\n    return float("nan")\n',
};

const javascript = `function f(x) {
  let right = xs.findIndex((knot) => knot >= x);
  if (right < 0) right = xs.length - 1;
  if (right === 0) right = Math.min(1, xs.length - 1);
  const left = Math.max(0, right - 1);
  if (xs[left] === xs[right]) return ys[right];
  return ys[left] + ((x - xs[left]) / (xs[right] - xs[left])) * (ys[right] - ys[left]);
}
`;

const python = `def f(x):
    right = min(max(1, bisect.bisect_left(xs, x)), len(xs) - 1)
    left = max(0, right - 1)
    if xs[left] == xs[right]:
        return ys[right]
    return ys[left] + (x - xs[left]) / (xs[right] - xs[left]) * (ys[right] - ys[left])
`;

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
