import type { Interpreter } from "../../contract/index.ts";
import { abstain, answerWithCode, sourceOf } from "./answer.ts";
import { survey } from "./survey.ts";

const interpolate = `function at(ys, x) {
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

/** Joins its evenly spaced answers by straight lines, and holds the outermost beyond them. */
export function lookup(): Interpreter {
  return {
    id: "lookup",
    configuration: { version: 1 },
    async interpret(assignment, signal) {
      const { xs, re, im, asked } = await survey(assignment, signal);
      if (xs.length === 0) return abstain(`None of ${asked} evenly spaced queries had a value.`);
      const complex = im.some((part) => part !== 0);
      const tables = [`const xs = ${JSON.stringify(xs)};`, `const re = ${JSON.stringify(re)};`];
      if (complex) tables.push(`const im = ${JSON.stringify(im)};`);
      const gap =
        xs.length < asked ? ` ${asked - xs.length} of ${asked} queries had no value.` : "";
      return answerWithCode(
        `No rule was sought: the values at ${xs.length} evenly spaced points, joined by straight lines.${gap}`,
        sourceOf(`${tables.join("\n")}\n${interpolate}`, "at(re, x)", complex ? "at(im, x)" : "0"),
      );
    },
  };
}
