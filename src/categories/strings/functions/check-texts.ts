import { BenchError } from "../../../core/index.ts";
import { arityOfText } from "./inspect.ts";
import type { StringSpec } from "./spec.ts";

/** Throws `bad-argument` unless there are as many texts as the function takes. */
export function checkTexts(spec: StringSpec, texts: readonly string[]): void {
  const wanted = arityOfText(spec);
  if (texts.length === wanted) return;
  throw new BenchError(
    "bad-argument",
    `Expected ${wanted === 1 ? "one text" : "two texts"} for this function; got ${texts.length}; ` +
      `give as many texts as it takes`,
  );
}
