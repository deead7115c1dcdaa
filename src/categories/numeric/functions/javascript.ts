import type { Region } from "../../../contract/index.ts";
import { number } from "./expression.ts";
import type { Expression } from "./expression.ts";
import type { Program } from "./lower.ts";
import { javascriptNetwork } from "./network-code.ts";
import { atLeast, print, tightness } from "./print.ts";
import type { Dialect } from "./print.ts";
import type { Rendering } from "./rendering.ts";

const javascript: Dialect = {
  number: String,
  minus: "-",
  undefinedValue: "NaN",
  fullTurn: { text: "2 * Math.PI", level: tightness.product },
  operators: { "+": " + ", "-": " - ", "*": " * ", "/": " / " },
  keepsOrder: true,
  power: (base, exponent) => ({
    text: Array.from({ length: exponent }, () => base).join(" * "),
    level: tightness.product,
  }),
  root: (degree, operand) => ({
    text: degree === 2 ? `Math.sqrt(${operand.text})` : `Math.pow(${operand.text}, 1 / ${degree})`,
    level: tightness.atom,
  }),
  call: (callee, operand) => ({
    text: `Math.${callee === "ln" ? "log" : callee}(${operand})`,
    level: tightness.atom,
  }),
  finite: (operand) => `Number.isFinite(${operand})`,
  relation: (relation) =>
    ({ "==": "===", "!=": "!==", ">": ">", ">=": ">=", "<=": "<=" })[relation],
  and: " && ",
  choice: (when, chosen, otherwise) => ({
    text: `${when} ? ${atLeast(chosen, tightness.sum)} : ${otherwise.text}`,
    level: tightness.choice,
  }),
};

/** A script that defines the function `f`. */
export function renderJavaScript(rendering: Rendering): string {
  const { parameters, law, network, exceptions, remarks } = rendering;
  const body = [
    ...exceptions.flatMap(({ region, program }) => [
      `if (${stretch(region, parameters[0] ?? "x")}) {`,
      ...statements(program).map((line) => `  ${line}`),
      "}",
    ]),
    ...(network === null ? statements(law) : ["return network(x);"]),
  ].map((line) => `  ${line}\n`);
  const definitions = network === null ? "" : `${javascriptNetwork(network)}\n`;
  const comments = remarks.map((remark) => `// ${remark}\n`).join("");
  return `${definitions}${comments}function f(${parameters.join(", ")}) {\n${body.join("")}}\n`;
}

function statements({ bindings, re, im }: Program): readonly string[] {
  const bound = bindings.map(({ name, value }) => `const ${name} = ${text(value)};`);
  if (im === null) return [...bound, `return ${text(re)};`];
  const parts = [`const re = ${text(re)};`, `const im = ${text(im)};`];
  return [...bound, ...parts, "return im !== 0 ? { re, im } : re;"];
}

function stretch({ from, to }: Region, x: string): string {
  const left = from === null ? [] : [`${x} >= ${text(number(from))}`];
  const right = to === null ? [] : [`${x} <= ${text(number(to))}`];
  return [...left, ...right].join(" && ") || "true";
}

function text(expression: Expression): string {
  return print(expression, javascript).text;
}
