import type { Code, Language } from "../../contract/index.ts";
import { complexBranchOf } from "./complex-branch.ts";
import type { Rule, Table } from "./finding.ts";
import { codeOf } from "./print.ts";

/** The code of what was found. */
export function codeFor(finding: Rule | Table, language: Language): Code {
  const source =
    finding.kind === "table" ? tableSource(finding, language) : ruleSource(finding, language);
  return { language, source, entry: "f" };
}

/** A condition and the value that goes with it. */
interface Case {
  readonly when: readonly string[];
  readonly value: string;
}

function ruleSource({ expression, exceptions, isComplex }: Rule, language: Language): string {
  const cases = [
    ...exceptions.map(({ region: { from, to }, expression: other }): Case => {
      const bounds = [
        ...(from === null ? [] : [`x >= ${from}`]),
        ...(to === null ? [] : [`x <= ${to}`]),
      ];
      return { when: bounds, value: codeOf(other, language) };
    }),
    ...complexCases(isComplex ? complexBranchOf(expression) : null, language),
  ];
  const value = codeOf(expression, language);
  switch (language) {
    case "javascript": {
      const lines = cases.map(
        ({ when, value: each }) => `  if (${when.join(" && ") || "true"}) return ${each};\n`,
      );
      return `function f(x) {\n${lines.join("")}  return ${value};\n}\n`;
    }
    case "python": {
      const lines = cases.map(
        ({ when, value: each }) =>
          `    if ${when.join(" and ") || "True"}:\n        return ${each}\n`,
      );
      const body = `def f(x):\n${lines.join("")}    return ${value}\n`;
      return `${prelude(body)}${body}`;
    }
  }
}

function complexCases(
  branch: ReturnType<typeof complexBranchOf>,
  language: Language,
): readonly Case[] {
  if (branch === null) return [];
  const { under, re, im } = branch;
  const [real, imaginary] = [codeOf(re, language), codeOf(im, language)];
  const value =
    language === "javascript"
      ? `{ re: ${real}, im: ${imaginary} }`
      : `complex(${real}, ${imaginary})`;
  return [{ when: [`${codeOf(under, language)} < 0`], value }];
}

/** What Python code needs beside itself. */
function prelude(body: string): string {
  const needs = [
    ...(/math\.|grown\(/u.test(body) ? ["import math\n"] : []),
    ...(body.includes("grown(") ? ["def grown(u):\n    return math.exp(min(u, 700))\n"] : []),
    ...(body.includes("sign(") ? ["def sign(u):\n    return (u > 0) - (u < 0)\n"] : []),
  ];
  return needs.map((each) => `${each}\n\n`).join("");
}

function tableSource({ xs, ys }: Table, language: Language): string {
  const [places, values] = [JSON.stringify(xs), JSON.stringify(ys)];
  switch (language) {
    case "javascript":
      return `const xs = ${places};\nconst ys = ${values};\n${JAVASCRIPT_TABLE}`;
    case "python":
      return `import bisect\n\n\nxs = ${places}\nys = ${values}\n\n\n${PYTHON_TABLE}`;
  }
}

const JAVASCRIPT_TABLE = `function f(x) {
  let i = xs.findIndex((each) => each >= x);
  if (i <= 0) return i === 0 ? ys[0] : ys[ys.length - 1];
  const share = (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
  return ys[i - 1] + share * (ys[i] - ys[i - 1]);
}
`;

const PYTHON_TABLE = `def f(x):
    i = bisect.bisect_left(xs, x)
    if i == 0 or i == len(xs):
        return ys[0] if i == 0 else ys[-1]
    share = (x - xs[i - 1]) / (xs[i] - xs[i - 1])
    return ys[i - 1] + share * (ys[i] - ys[i - 1])
`;
