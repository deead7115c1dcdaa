import { atan2, cos, sin, squared, TAU } from "../../core/index.ts";
import { valuesAt } from "./compile.ts";
import { constantsOf, withConstants } from "./constants.ts";
import { constant, product, sum, x } from "./expression.ts";
import type { Expression } from "./expression.ts";
import { explains, residualsOf } from "./target.ts";
import type { Target } from "./target.ts";

/** A multiple of a power of x times sin(rate·x + phase). */
interface WaveTerm {
  readonly amplitude: number;
  /** What stands beside the sine, such as x. */
  readonly beside: readonly Expression[];
  readonly rate: number;
  readonly phase: number;
}

/** Joins sines of the same rate: a·sin(u) + b·cos(u) is one sine. */
export function joinWaves(expression: Expression): Expression {
  if (expression.kind !== "sum") return expression;
  const waves = expression.terms.map((term) => waveOf(term));
  const done = new Set<number>();
  const terms = expression.terms.flatMap((term, i) => {
    const wave = waves[i];
    if (done.has(i)) return [];
    const partner = waves.findIndex((other, j) => j > i && areAlike(wave ?? null, other ?? null));
    const other = waves[partner];
    if (!wave || !other) return [term];
    done.add(partner);
    return [joined(wave, other)];
  });
  return sum(...terms);
}

function areAlike(a: WaveTerm | null, b: WaveTerm | null): boolean {
  return (
    a !== null &&
    b !== null &&
    Math.abs(a.rate - b.rate) < 1e-9 * Math.abs(a.rate) &&
    JSON.stringify(a.beside) === JSON.stringify(b.beside)
  );
}

function waveOf(term: Expression): WaveTerm | null {
  const factors = term.kind === "product" ? term.factors : [term];
  const wave = factors.find((factor) => factor.kind === "call" && factor.callee === "sin");
  if (wave?.kind !== "call") return null;
  const line = lineOf(wave.operand);
  if (line === null) return null;
  const [first] = factors;
  const amplitude = first?.kind === "constant" ? first.value : 1;
  const beside = factors.filter((factor) => factor !== wave && factor.kind !== "constant");
  return { amplitude, beside, ...line };
}

/** The rate and the phase of rate·x + phase. */
function lineOf(operand: Expression): { rate: number; phase: number } | null {
  const terms = operand.kind === "sum" ? operand.terms : [operand];
  let [rate, phase] = [0, 0];
  for (const term of terms) {
    if (term.kind === "constant") phase += term.value;
    else if (term.kind === "variable") rate += 1;
    else if (term.kind === "product" && term.factors.length === 2) {
      const [a, b] = term.factors;
      if (a?.kind !== "constant" || b?.kind !== "variable") return null;
      rate += a.value;
    } else return null;
  }
  return { rate, phase };
}

function joined(a: WaveTerm, b: WaveTerm): Expression {
  const [along, across] = [
    a.amplitude * cos(a.phase) + b.amplitude * cos(b.phase),
    a.amplitude * sin(a.phase) + b.amplitude * sin(b.phase),
  ];
  const inside = sum(product(constant(a.rate), x), constant(atan2(across, along)));
  const wave: Expression = { kind: "call", callee: "sin", operand: inside };
  return product(constant(Math.sqrt(squared(along) + squared(across))), ...a.beside, wave);
}

/** The most digits behind the point that count as a short number. */
const SHORT = 6;

/** Puts the shortest decimals, or turns of a short period, in the place of constants, where the target allows. */
export function snap(expression: Expression, target: Target): Expression {
  const fits = (each: Expression): boolean =>
    explains(target, residualsOf(target, valuesAt(each, target.xs)));
  if (!fits(expression)) return expression;
  const values = [...constantsOf(expression)];
  values.forEach((value, k) => {
    const short = shortForms(value).find((form) =>
      fits(withConstants(expression, values.with(k, form))),
    );
    if (short !== undefined) values[k] = short;
  });
  return withConstants(expression, values);
}

function shortForms(value: number): readonly number[] {
  const digits = Array.from({ length: SHORT + 1 }, (_, each) => each);
  const decimals = digits.map((each) => Number(value.toFixed(each)));
  const periods = digits.slice(0, 4).map((each) => TAU / Number((TAU / value).toFixed(each)));
  return [...decimals.slice(0, 4), ...periods, ...decimals.slice(4)].filter(
    (form) => Number.isFinite(form) && form !== 0,
  );
}
