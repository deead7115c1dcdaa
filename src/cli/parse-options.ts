import { InvalidArgumentError } from "commander";
import type { Option } from "commander";
import { similarTo } from "../core/index.ts";

/** A parser of whole numbers from `least` to `most`, for an option's value. */
export function wholeNumber(
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  return (text) => {
    const value = /^\d+$/u.test(text) ? Number(text) : NaN;
    if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
    const bound = most === Number.MAX_SAFE_INTEGER ? "" : ` and at most ${most}`;
    throw new InvalidArgumentError(`Expected a whole number of at least ${least}${bound}.`);
  };
}

/**
 * A parser of limits: a whole number of at least `least`, or `unlimited`, which is given as ∞: an
 * option's value cannot be `null`.
 */
export function limitOrUnlimited(least: number): (text: string) => number {
  const number = wholeNumber(least);
  return (text) => {
    if (text === "unlimited") return Infinity;
    try {
      return number(text);
    } catch {
      throw new InvalidArgumentError(
        `Expected a whole number of at least ${least}, or \`unlimited\`.`,
      );
    }
  };
}

/** A parser of paths: any text but the empty one, which would mean the working folder. */
export function folderPath(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("Expected the path of a folder; `.` is the working folder.");
}

/** A parser of names with commas between them, each one of the given. */
export function namesAmong<const T extends string>(
  known: readonly T[],
): (text: string, before?: readonly T[]) => readonly T[] {
  return (text, before = []) => [
    ...before,
    ...commaList(text).map((name) => {
      const found = known.find((one) => one === name);
      if (found !== undefined) return found;
      throw new InvalidArgumentError(
        `Expected names among ${known.join(", ")}${similarTo(name, known)}.`,
      );
    }),
  ];
}

/** An option whose value is one of the given names, which its help lists. */
export function choosing(option: Option, known: readonly string[]): Option {
  return option.choices(known).argParser((text: string) => {
    if (known.includes(text)) return text;
    throw new InvalidArgumentError(`Expected one of ${known.join(", ")}${similarTo(text, known)}.`);
  });
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
function commaList(text: string): readonly string[] {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.every((part) => part !== "")) return parts;
  throw new InvalidArgumentError("Expected names with commas between them.");
}

/** Names with commas between them; in quotes a comma stays, as in `exec:python3 m.py "1,2"`. */
export function interpreterNames(text: string, before: readonly string[] = []): readonly string[] {
  const parts =
    text.match(/(?:[^,"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*'|["'])+|(?<=,|^)(?=,|$)/gsu) ?? [];
  return [
    ...before,
    ...parts.flatMap((part) => (/["']/u.test(part) ? [part.trim()] : commaList(part))),
  ];
}

/** Collects an option that may be given several times, each time with a comma-separated list. */
export function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...commaList(text)];
}

/** The same of names that may hold commas themselves, each behind a backslash: `a,b\\,c` is two. */
export function collectedNames(text: string, before: readonly string[] = []): readonly string[] {
  const parts = text.split(/(?<!\\),/u).map((part) => part.replaceAll("\\,", ",").trim());
  if (parts.every((part) => part !== "")) return [...before, ...parts];
  throw new InvalidArgumentError("Expected names with commas between them.");
}
