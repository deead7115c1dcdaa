import { expect } from "vitest";

/** Stands for any text that the pattern is found in. */
export function matching(pattern: string | RegExp): unknown {
  return typeof pattern === "string"
    ? expect.stringContaining(pattern)
    : expect.stringMatching(pattern);
}
