import type { Joined } from "./spec.ts";

/** Two texts as one; `common` keeps the characters of the left one that the right one has too. */
export function joinTexts(how: Joined["how"], left: string, right: string): string {
  switch (how) {
    case "concatenate":
      return left + right;
    case "interleave":
      return interleaved([...left], [...right]);
    case "longer":
      return [...right].length > [...left].length ? right : left;
    case "common": {
      const kept = new Set(right);
      return Array.from(left)
        .filter((c) => kept.has(c))
        .join("");
    }
  }
}

function interleaved(left: readonly string[], right: readonly string[]): string {
  const longer = left.length >= right.length ? left : right;
  return longer.map((_, i) => (left[i] ?? "") + (right[i] ?? "")).join("");
}
