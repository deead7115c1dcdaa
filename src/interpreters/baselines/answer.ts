import type { Interpretation } from "../../contract/index.ts";

/** Names of a program's arguments; functions have at most as many. */
export const ARGUMENTS = ["x", "y", "z"] as const;

/** An interpretation by a program in JavaScript whose entry is `f`. */
export function answerWithCode(description: string, source: string): Interpretation {
  return {
    description,
    code: { language: "javascript", source, entry: "f" },
    regions: [],
    noise: null,
    exceptions: [],
    concepts: [],
    confidence: null,
    abstained: false,
    raw: null,
  };
}

/** The answer of a baseline that found nothing to work with. */
export function abstain(description: string): Interpretation {
  return { ...answerWithCode(description, ""), code: null, abstained: true };
}

/** The parts of a program: what stands before the function, and its value's two parts. */
export interface Program {
  readonly arity: number;
  readonly prelude: string;
  readonly re: string;
  /** `null` where every value is real. */
  readonly im: string | null;
}

/** The source of a function `f`. */
export function sourceOf({ arity, prelude, re, im }: Program): string {
  const value = im === null ? re : `complex(${re}, ${im})`;
  const complex =
    im === null ? "" : "function complex(re, im) {\n  return im === 0 ? re : { re, im };\n}\n";
  const names = ARGUMENTS.slice(0, arity).join(", ");
  return `${prelude}${complex}function f(${names}) {\n  return ${value};\n}\n`;
}

/** A number as people read it: six significant digits, without a dangling exponent. */
export function readable(value: number): string {
  return String(Number(value.toPrecision(6)));
}
