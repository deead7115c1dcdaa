import { isAtom } from "../../src/categories/numeric/functions/inspect.ts";
import type {
  Atom,
  Corrupted,
  CorruptedRegion,
  Law,
  NumericSpec,
} from "../../src/categories/numeric/index.ts";

/** How somebody writes what has a period: by a remainder, or by rounding down. */
type Habit = "remainder" | "floor";
/** What somebody writes in, and how. */
interface Hand {
  readonly language: "javascript" | "python";
  readonly habit: Habit;
}

/** All hands. */
export const hands: readonly Hand[] = (["javascript", "python"] as const).flatMap((language) =>
  (["remainder", "floor"] as const).map((habit) => ({ language, habit })),
);

/**
 * A noise-free function as a person would write it from its parameters, in plain floating-point
 * code with no regard to rounding: independent of the renderings.
 */
export function plainCode(spec: Law | Corrupted, hand: Hand): string {
  const rule = spec.kind === "corrupted" ? spec.inner : spec;
  if (rule.kind === "approximated") throw new TypeError("Expected a law; got a network");
  const regions = spec.kind === "corrupted" ? spec.regions : [];
  const text = regions.reduceRight(
    (rest, region) =>
      either(hand, within(region, hand), written(region.replacement, "x", hand), rest),
    written(rule, "x", hand),
  );
  const names = ["x", "y", "z", "x4", "x5"].join(", ");
  return hand.language === "javascript"
    ? `function f(${names}) { return ${text}; }`
    : `import math\ndef f(${["x", "y=0", "z=0", "x4=0", "x5=0"].join(", ")}):\n    return ${text}\n`;
}

function within({ from, to }: CorruptedRegion, { language }: Hand): string {
  const bounds = [
    ...(from === null ? [] : [`x >= ${from}`]),
    ...(to === null ? [] : [`x <= ${to}`]),
  ];
  return bounds.join(language === "javascript" ? " && " : " and ");
}

function written(law: Law, u: string, hand: Hand): string {
  if (isAtom(law)) return `(${writtenAtom(law, u, hand)})`;
  switch (law.kind) {
    case "argument":
      return ["x", "y", "z", "x4", "x5"][law.index] ?? "x";
    case "sum":
      return `(${law.terms.map((term) => written(term, u, hand)).join(" + ")})`;
    case "product":
      return `(${law.factors.map((factor) => written(factor, u, hand)).join(" * ")})`;
    case "compose": {
      const inner = written(law.inner, u, hand);
      const outer = written(law.outer, "u", hand);
      return hand.language === "javascript"
        ? `((u) => ${outer})(${inner})`
        : `(lambda u: ${outer})(${inner})`;
    }
    case "piecewise":
      return law.pieces.reduceRight((rest, { upTo, law: piece }) => {
        const text = written(piece, u, hand);
        return upTo === null ? text : either(hand, `${u} <= ${upTo}`, text, rest);
      }, "0");
  }
}

function either({ language }: Hand, when: string, value: string, rest: string): string {
  return language === "javascript"
    ? `(${when} ? ${value} : ${rest})`
    : `(${value} if ${when} else ${rest})`;
}

function writtenAtom(atom: Atom, u: string, hand: Hand): string {
  const javascript = hand.language === "javascript";
  const math = javascript ? "Math" : "math";
  const turn = javascript ? "2 * Math.PI" : "2 * math.pi";
  const [abs, floor] = [javascript ? "Math.abs" : "abs", `${math}.floor`];
  const angle = (period: number, shift: number): string =>
    `${turn} * (${u} - ${sure(shift)}) / ${sure(period)}`;
  switch (atom.kind) {
    case "constant":
      return `${atom.value}`;
    case "linear":
      return `${atom.slope} * ${u} + ${sure(atom.intercept)}`;
    case "polynomial":
      return powers(atom.coefficients, u);
    case "absolute":
      return `${atom.slope} * ${abs}(${u}) + ${sure(atom.offset)}`;
    case "root":
      return `${atom.scale} * ${atom.degree === 1 ? u : `${math}.sqrt(${u})`} + ${sure(atom.offset)}`;
    case "logarithm":
      return `${atom.scale} * ${math}.log(${u}) / ${math}.log(${atom.base}) + ${sure(atom.offset)}`;
    case "step": {
      const rest = either(hand, `${u} == 0`, `${atom.height} * ${sure(atom.atZero)}`, "0");
      return `${either(hand, `${u} > 0`, `${atom.height}`, rest)} + ${sure(atom.offset)}`;
    }
    case "leaky-relu":
      return `${either(hand, `${u} > 0`, `${atom.slope} * ${u}`, `${atom.slope} * ${atom.leak} * ${u}`)} + ${sure(atom.offset)}`;
    case "tanh":
      return `${atom.amplitude} * ${math}.tanh(${angle(atom.period, atom.shift)}) + ${sure(atom.offset)}`;
    case "sine":
      return `${atom.amplitude} * ${math}.sin(${angle(atom.period, atom.shift)}) + ${sure(atom.offset)}`;
    case "cosine":
      return `${atom.amplitude} * ${math}.cos(${angle(atom.period, atom.shift)}) + ${sure(atom.offset)}`;
    case "damped-sine":
      return `${atom.amplitude} * ${math}.exp(-${atom.decay} * ${abs}(${u})) * ${math}.sin(${angle(atom.period, atom.shift)}) + ${sure(atom.offset)}`;
    case "reciprocal":
      return `1 / (${atom.scale} * ${u})`;
    case "gaussian":
      return `${math}.exp(-((${u} - ${sure(atom.mean)}) ** 2) / (2 * ${atom.deviation} ** 2)) / (${atom.deviation} * ${math}.sqrt(${turn}))`;
    case "rational":
      return `(${powers(atom.numerator, u)}) / (${powers(atom.denominator, u)})`;
    case "rectangle":
      return either(hand, `${abs}(${u}) <= ${atom.width / 2}`, "1", "0");
    case "square-wave": {
      const since = `(${u} - ${sure(atom.shift)})`;
      const first =
        hand.habit === "remainder"
          ? `${remainder(since, atom.period, hand)} < ${atom.period / 2}`
          : `${floor}(${since} / ${atom.period / 2}) % 2 == 0`;
      return either(hand, first, "1", "-1");
    }
    case "ceil":
    case "floor":
      return `${math}.${atom.kind}(${u})`;
    case "exponential":
      return `${atom.scale} * ${math}.exp(${atom.rate} * ${u}) + ${sure(atom.offset)}`;
    case "logistic":
      return `${atom.height} / (1 + ${math}.exp(-(${atom.steepness}) * (${u} - ${sure(atom.centre)}))) + ${sure(atom.offset)}`;
    case "modulo": {
      const rest =
        hand.habit === "remainder"
          ? remainder(u, atom.divisor, hand)
          : `(${u} - ${atom.divisor} * ${floor}(${u} / ${atom.divisor}))`;
      return `${atom.scale} * ${rest} + ${sure(atom.offset)}`;
    }
  }
}

/** The remainder that is never negative. */
function remainder(value: string, divisor: number, { language }: Hand): string {
  if (language === "python") return `(${value} % ${divisor})`;
  return `((${value} % ${divisor} + ${divisor}) % ${divisor})`;
}

function powers(coefficients: readonly number[], u: string): string {
  return coefficients.map((c, k) => `${sure(c)} * ${u} ** ${k}`).join(" + ");
}

/** A number that may stand behind an operator. */
function sure(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}

/** Whether a function has a part that jumps. */
export function jumps(spec: NumericSpec): boolean {
  return /"(?:square-wave|modulo|step|rectangle|floor|ceil|piecewise)"/u.test(JSON.stringify(spec));
}
