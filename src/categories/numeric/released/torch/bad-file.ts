import { BenchError } from "../../../../core/index.ts";

const LONGEST_QUOTE = 80;

/** A weights file that is not what it should be: what was expected, and what came instead. */
export function badFile(expected: string, came: string): BenchError {
  return new BenchError(
    "bad-data",
    `Expected ${expected}; got ${came}; fetch the released file again`,
  );
}

/** Text out of a foreign file, made fit for one line on a terminal: short, and plain ASCII. */
export function quoted(text: string): string {
  const start = text.slice(0, LONGEST_QUOTE).replaceAll(/[^ -_a-~]/gu, "?");
  return `\`${start}${text.length > LONGEST_QUOTE ? "…" : ""}\``;
}
