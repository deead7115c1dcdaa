import type { Region } from "../../../contract/index.ts";
import { number } from "./expression.ts";
import type { Callee, Expression } from "./expression.ts";
import { guarded } from "./guard.ts";
import type { Program } from "./lower.ts";
import { pythonNetwork } from "./network-code.ts";
import { atLeast, print, tightness } from "./print.ts";
import type { Dialect, Printed } from "./print.ts";
import type { Rendering } from "./rendering.ts";

// Python 3 with its `math` module; every literal is a float.
const python: Dialect = {
  number: (value) => {
    if (value === Infinity) return "math.inf";
    return Number.isInteger(value) && value < 1e21 ? `${value}.0` : String(value);
  },
  minus: "-",
  undefinedValue: "math.nan",
  fullTurn: { text: "math.tau", level: tightness.atom },
  operators: { "+": " + ", "-": " - ", "*": " * ", "/": " / " },
  keepsOrder: true,
  power: (base, exponent) => ({
    text: Array.from({ length: exponent }, () => base).join(" * "),
    level: tightness.product,
  }),
  root: (degree, operand) =>
    applied(
      degree === 2 ? `math.sqrt(${operand.text})` : `math.pow(${operand.text}, 1.0 / ${degree}.0)`,
    ),
  call: (callee, operand) => applied(callText(callee, operand)),
  finite: (operand) => `math.isfinite(${operand})`,
  relation: (relation) => relation,
  and: " and ",
  choice: (when, chosen, otherwise) => ({
    text: `${atLeast(chosen, tightness.sum)} if ${when} else ${otherwise.text}`,
    level: tightness.choice,
  }),
};

/** A module that defines the function `f`. */
export function renderPython(rendering: Rendering): string {
  const { parameters, law, network, exceptions, remarks } = rendering;
  const body = [
    ...exceptions.flatMap(({ region, program }) => [
      `if ${stretch(region, parameters[0] ?? "x")}:`,
      ...statements(program).map((line) => `    ${line}`),
    ]),
    ...(network === null ? statements(law) : ["return network(x)"]),
  ].map((line) => `    ${line}\n`);
  const definitions = network === null ? "" : `${pythonNetwork(network)}\n\n`;
  const code = `def f(${parameters.join(", ")}):\n${body.join("")}`;
  const needed = ["math", "struct"].filter((name) => `${definitions}${code}`.includes(`${name}.`));
  const header = needed.map((name) => `import ${name}\n`).join("");
  const comments = remarks.map((remark) => `# ${remark}\n`).join("");
  return (header === "" ? "" : `${header}\n\n`) + definitions + comments + code;
}

function statements(program: Program): readonly string[] {
  const { bindings, re, im } = guarded(program);
  const bound = bindings.map(({ name, value }) => `${name} = ${text(value)}`);
  if (im === null) return [...bound, `return ${text(re)}`];
  const parts = [`re = ${text(re)}`, `im = ${text(im)}`];
  return [...bound, ...parts, "return complex(re, im) if im != 0.0 else re"];
}

function stretch({ from, to }: Region, x: string): string {
  if (from !== null && to !== null) return `${text(number(from))} <= ${x} <= ${text(number(to))}`;
  if (from !== null) return `${x} >= ${text(number(from))}`;
  return to === null ? "True" : `${x} <= ${text(number(to))}`;
}

function text(expression: Expression): string {
  return print(expression, python).text;
}

function callText(callee: Callee, operand: string): string {
  switch (callee) {
    case "abs":
      return `abs(${operand})`;
    case "ln":
      return `math.log(${operand})`;
    case "ceil":
    case "floor":
      return `float(math.${callee}(${operand}))`;
    case "cos":
    case "exp":
    case "sin":
    case "tanh":
      return `math.${callee}(${operand})`;
  }
}

function applied(text: string): Printed {
  return { text, level: tightness.atom };
}
