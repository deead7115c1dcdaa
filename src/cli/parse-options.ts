import { InvalidArgumentError } from "commander";

/** A parser of whole numbers that are at least `least`, for an option's value. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/u.test(text) ? Number(text) : NaN;
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
  };
}

/** A parser of limits: a whole number of at least `least`, or `unlimited`. */
export function limitOrUnlimited(least: number): (text: string) => number | null {
  const number = wholeNumber(least);
  return (text) => {
    if (text === "unlimited") return null;
    try {
      return number(text);
    } catch {
      throw new InvalidArgumentError(
        `Expected a whole number of at least ${least}, or \`unlimited\`.`,
      );
    }
  };
}

/** `N` as the first N, `A-B` as the A-th to the B-th, counted from 1. */
export function positionRange(text: string): { readonly from: number; readonly to: number } {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/u.exec(text) ?? [];
  const range =
    last === undefined ? { from: 1, to: Number(first) } : { from: Number(first), to: Number(last) };
  if (range.from >= 1 && range.to >= range.from) return range;
  throw new InvalidArgumentError("Expected `N` or `A-B`, counted from 1.");
}

/** A comma-separated list, without empty parts. */
export function commaList(text: string): readonly string[] {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.every((part) => part !== "")) return parts;
  throw new InvalidArgumentError("Expected names with commas between them.");
}

/** Collects an option that may be given several times, each time with a comma-separated list. */
export function collected(text: string, before: readonly string[]): readonly string[] {
  return [...before, ...commaList(text)];
}
