/** The straight line of least squares, through evenly spaced answers: a method of one's own in TypeScript. */
import { serve } from "../../typescript/findbench-method.ts";

void serve(async (problem) => {
  const { budget, arguments: axes } = problem.briefing;
  const xs = problem.grid(budget ?? 256);
  const ys = await problem.ask(xs);
  const pairs = xs.flatMap((x, i): [number, number][] => {
    const y = ys[i];
    return typeof x === "number" && typeof y === "number" ? [[x, y]] : [];
  });
  if (pairs.length < 2 || axes.length !== 1)
    return { description: "This method is for functions of one number.", abstained: true };
  const n = pairs.length;
  const centre = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const mean = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  const spread = pairs.reduce((sum, [x]) => sum + (x - centre) * (x - centre), 0);
  const slope = pairs.reduce((sum, [x, y]) => sum + (x - centre) * (y - mean), 0) / spread;
  problem.note("fit", `slope ${slope.toPrecision(6)}`, { slope, points: n });
  return {
    description: `A straight line of slope ${slope.toPrecision(6)} through (${centre}, ${mean}).`,
    code: `function f(x) {\n  return ${slope} * (x - ${centre}) + ${mean};\n}\n`,
    confidence: 0.1,
  };
});
