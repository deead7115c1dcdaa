import type { Interpretation } from "../../contract/index.ts";

/** An interpretation by a program in JavaScript whose entry is `f`. */
export function answerWithCode(description: string, source: string): Interpretation {
  return {
    description,
    code: { language: "javascript", source, entry: "f" },
    regions: [],
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

/** The source of a function of x that gives the real and, unless it is `"0"`, the imaginary part. */
export function sourceOf(prelude: string, re: string, im: string): string {
  const value = im === "0" ? re : `complex(${re}, ${im})`;
  const complex =
    im === "0" ? "" : "function complex(re, im) {\n  return im === 0 ? re : { re, im };\n}\n";
  return `${prelude}${complex}function f(x) {\n  return ${value};\n}\n`;
}

/** A number as people read it: six significant digits, without a dangling exponent. */
export function readable(value: number): string {
  return String(Number(value.toPrecision(6)));
}
