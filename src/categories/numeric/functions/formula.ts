import { superscript } from "./english.ts";
import type { Region } from "../../../contract/index.ts";
import { number } from "./expression.ts";
import type { Callee, Expression } from "./expression.ts";
import type { Program } from "./lower.ts";
import { spokenLayers } from "./network.ts";
import { atLeast, print, tightness } from "./print.ts";
import type { Dialect } from "./print.ts";
import type { Rendering } from "./rendering.ts";
import type { Approximated } from "./spec.ts";

const formula: Dialect = {
  number: String,
  minus: "−",
  undefinedValue: "undefined",
  fullTurn: { text: "2π", level: tightness.atom },
  operators: { "+": " + ", "-": " − ", "*": "·", "/": "/" },
  keepsOrder: false,
  power: (base, exponent) => ({ text: base + superscript(exponent), level: tightness.atom }),
  root: (degree, operand) => {
    if (degree > 3) {
      const text = `${atLeast(operand, tightness.atom)}^(1/${degree})`;
      return { text, level: tightness.atom };
    }
    const simple = /^(?:\p{L}[\d₀-₉]*|\d[\d.]*|\|\p{L}[\d₀-₉]*\|)$/u.test(operand.text)
      ? operand.text
      : `(${operand.text})`;
    return { text: (degree === 2 ? "√" : "∛") + simple, level: tightness.atom };
  },
  call: (callee, operand) => ({ text: callText(callee, operand), level: tightness.atom }),
  finite: (operand) => `${operand} is finite`,
  relation: (relation) => ({ "==": "=", "!=": "≠", ">": ">", ">=": "≥", "<=": "≤" })[relation],
  and: " and ",
  choice: (when, chosen, otherwise, printed) => {
    // That nothing comes of nothing goes without saying.
    if (printed.when.kind === "finite") return chosen;
    const next = printed.otherwise;
    const braced = next.kind === "choice" && next.when.kind !== "finite";
    const rest = braced ? otherwise.text.slice(1, -1) : `${otherwise.text} otherwise`;
    return { text: `{${chosen.text} for ${when}; ${rest}}`, level: tightness.atom };
  },
};

/** `f(x) = …` on one line, with its cases and what its letters stand for. */
export function renderFormula(rendering: Rendering): string {
  const { parameters, law, network, exceptions, remarks } = rendering;
  const [x = "x"] = parameters;
  const cases = exceptions.map(
    ({ region, program }) => `${value(program)} for ${stretch(region, x)}; `,
  );
  const rule = network === null ? value(law) : `network(${x})`;
  const rest = cases.length === 0 ? rule : `${rule} otherwise`;
  const letters = law.bindings.map((binding) => `${binding.name} = ${text(binding.value)}`);
  const named = network === null ? letters : [trained(network, law), ...letters];
  const where = named.length === 0 ? "" : `, where ${named.join(", ")}`;
  const chance = remarks.map((remark) => ` (${remark})`);
  return `f(${parameters.join(", ")}) = ${cases.join("")}${rest}${where}${chance.join("")}`;
}

function trained({ layers, domain }: Approximated, law: Program): string {
  const stretched = stretch(domain, "x");
  return `network is ${spokenLayers(layers)} trained on ${value(law)} for ${stretched}`;
}

function value({ re, im }: Program): string {
  if (im === null) return text(re);
  return `${text(re)} + i·${atLeast(print(im, formula), tightness.atom)}`;
}

function stretch({ from, to }: Region, x: string): string {
  const left = from === null ? "" : `${text(number(from))} ≤ `;
  const right = to === null ? "" : ` ≤ ${text(number(to))}`;
  if (right === "" && from !== null) return `${x} ≥ ${text(number(from))}`;
  return left === "" && right === "" ? `any ${x}` : `${left}${x}${right}`;
}

function text(expression: Expression): string {
  return print(expression, formula).text;
}

function callText(callee: Callee, operand: string): string {
  switch (callee) {
    case "abs":
      return `|${operand}|`;
    case "ceil":
      return `⌈${operand}⌉`;
    case "floor":
      return `⌊${operand}⌋`;
    case "cos":
    case "exp":
    case "ln":
    case "sin":
    case "tanh":
      return `${callee}(${operand})`;
  }
}
