import type { Language } from "../../contract/index.ts";
import type { Callee, Expression } from "./expression.ts";

/** How tightly a text holds together, from loose to tight. */
const level = { choice: 0, sum: 1, product: 2, atom: 3 };

interface Printed {
  readonly text: string;
  readonly level: number;
}

/** A way of writing expressions down. */
interface Dialect {
  readonly number: (value: number) => string;
  readonly times: string;
  readonly over: string;
  readonly minus: string;
  readonly call: (callee: Callee, operand: Printed) => Printed;
  readonly power: (base: Printed, exponent: number) => Printed;
  readonly max: (left: string, right: string) => string;
}

const javascriptNames: Readonly<Record<Exclude<Callee, "step">, string>> = {
  sin: "Math.sin",
  exp: "Math.exp",
  log: "Math.log",
  abs: "Math.abs",
  floor: "Math.floor",
  sign: "Math.sign",
};

const javascript: Dialect = {
  number: String,
  times: " * ",
  over: " / ",
  minus: "-",
  call: (callee, operand) =>
    callee === "step"
      ? { text: `${tight(operand, level.sum)} > 0 ? 1 : 0`, level: level.choice }
      : atom(`${javascriptNames[callee]}(${operand.text})`),
  power: (base, exponent) => {
    if (exponent === 0.5) return atom(`Math.sqrt(${base.text})`);
    return exponent === -1
      ? { text: `1 / ${tight(base, level.atom)}`, level: level.product }
      : atom(`Math.pow(${base.text}, ${exponent})`);
  },
  max: (left, right) => `Math.max(${left}, ${right})`,
};

const python: Dialect = {
  ...javascript,
  call: (callee, operand) => {
    switch (callee) {
      case "exp":
        return atom(`grown(${operand.text})`);
      case "sin":
      case "log":
      case "floor":
        return atom(`math.${callee}(${operand.text})`);
      case "abs":
        return atom(`abs(${operand.text})`);
      case "sign":
        return atom(`sign(${operand.text})`);
      case "step":
        return { text: `1 if ${tight(operand, level.sum)} > 0 else 0`, level: level.choice };
    }
  },
  power: (base, exponent) => {
    if (exponent === 0.5) return atom(`math.sqrt(${base.text})`);
    return exponent === -1
      ? { text: `1 / ${tight(base, level.atom)}`, level: level.product }
      : atom(`(${tight(base, level.atom)} ** ${exponent})`);
  },
  max: (left, right) => `max(${left}, ${right})`,
};

const formula: Dialect = {
  number: (value) => String(Number(value.toPrecision(9))).replace("-", "−"),
  times: "·",
  over: "/",
  minus: "−",
  call: (callee, operand) => {
    if (callee === "abs") return atom(`|${operand.text}|`);
    return atom(callee === "floor" ? `⌊${operand.text}⌋` : `${callee}(${operand.text})`);
  },
  power: (base, exponent) =>
    exponent === 0.5
      ? atom(`√(${base.text})`)
      : atom(`${tight(base, level.atom)}^${String(exponent).replace("-", "−")}`),
  max: (left, right) => `max(${left}, ${right})`,
};

/** An expression as people write it. */
export function formulaOf(expression: Expression): string {
  return print(expression, formula).text;
}

/** An expression in a programming language. */
export function codeOf(expression: Expression, language: Language): string {
  switch (language) {
    case "javascript":
      return print(expression, javascript).text;
    case "python":
      return print(expression, python).text;
  }
}

function print(expression: Expression, dialect: Dialect): Printed {
  switch (expression.kind) {
    case "variable":
      return atom("x");
    case "constant":
      return expression.value < 0
        ? { text: dialect.number(expression.value), level: level.sum }
        : atom(dialect.number(expression.value));
    case "sum":
      return { text: addedUp(expression.terms, dialect), level: level.sum };
    case "product": {
      const text = expression.factors
        .map((each, i) => factorText(print(each, dialect), i, dialect))
        .join(dialect.times);
      return { text, level: level.product };
    }
    case "quotient": {
      const [above, below] = [print(expression.above, dialect), print(expression.below, dialect)];
      const text = `${tight(above, level.product)}${dialect.over}${tight(below, level.atom)}`;
      return { text, level: level.product };
    }
    case "power":
      return dialect.power(print(expression.base, dialect), expression.exponent);
    case "max":
      return atom(
        dialect.max(print(expression.left, dialect).text, print(expression.right, dialect).text),
      );
    case "call":
      return dialect.call(expression.callee, print(expression.operand, dialect));
  }
}

/** A factor: a minus needs no brackets in front, a quotient needs them behind. */
function factorText(factor: Printed, index: number, { minus }: Dialect): string {
  if (index > 0) return tight(factor, level.product + 0.5);
  return factor.text.startsWith(minus) && factor.level === level.sum && !/ /u.test(factor.text)
    ? factor.text
    : tight(factor, level.product);
}

/** Terms with their signs between them. */
function addedUp(terms: readonly Expression[], dialect: Dialect): string {
  return terms
    .map((term, i) => {
      const text = tight(print(term, dialect), level.sum);
      const isNegative = text.startsWith(dialect.minus);
      if (i === 0) return text;
      return isNegative ? ` ${dialect.minus} ${text.slice(dialect.minus.length)}` : ` + ${text}`;
    })
    .join("");
}

function atom(text: string): Printed {
  return { text, level: level.atom };
}

function tight({ text, level: own }: Printed, wanted: number): string {
  return own >= wanted ? text : `(${text})`;
}
