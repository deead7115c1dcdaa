import type { Reading, StringAtom } from "../../../categories/strings/index.ts";
import { LETTERS } from "./letters.ts";
import { plainAtoms } from "./plain-rules.ts";

/** Kinds that never stand inside a composition: after them hardly anything is left to see. */
const NEVER_INNER: ReadonlySet<StringAtom["kind"]> = new Set([
  "first-character",
  "last-character",
  "middle-character",
]);

/**
 * Every operation with every parameter, in one reading, that can stand inside a composition, but for
 * suffixes and alphabets, of which there are too many, and for operations that draw at random.
 */
export function groundedAtoms(reading: Reading): readonly StringAtom[] {
  return [...plainAtoms(reading), ...letterAtoms(reading), ...numberAtoms(reading)].filter(isInner);
}

/** Whether an operation can stand inside a composition. */
export function isInner({ kind }: StringAtom): boolean {
  return !NEVER_INNER.has(kind);
}

/** Every replacement of one letter by another. */
export function letterReplacements(): readonly StringAtom[] {
  return LETTERS.flatMap((old) =>
    LETTERS.filter((letter) => letter !== old).map((letter): StringAtom => ({
      kind: "replace-letter",
      old,
      new: letter,
    })),
  );
}

function letterAtoms(reading: Reading): readonly StringAtom[] {
  return LETTERS.flatMap((letter): readonly StringAtom[] => [
    { kind: "replace-vowels-with-letter", letter },
    { kind: "insert-letter", letter },
    { kind: "append-letter-if-missing", letter },
    { kind: "split-at-letter", letter },
    { kind: "remove-letter", letter },
    { kind: "count-letter", letter, reading },
    { kind: "find-letter", letter, reading },
  ]);
}

function numberAtoms(reading: Reading): readonly StringAtom[] {
  const steps = range(1, 9).flatMap((by): readonly StringAtom[] => [
    { kind: "shift-up", by, reading },
    { kind: "shift-down", by, reading },
    { kind: "shift-middle-up", by, reading },
    { kind: "shift-middle-down", by, reading },
    { kind: "insert-number", number: by },
    { kind: "shift-by-letter-up", position: by, reading },
    { kind: "shift-by-letter-down", position: by, reading },
  ]);
  const ends = range(0, 25).flatMap((by): readonly StringAtom[] => [
    { kind: "shift-last-up", by, reading },
    { kind: "shift-last-down", by, reading },
    { kind: "shift-first-up", by, reading },
    { kind: "shift-first-down", by, reading },
  ]);
  const pairs = range(0, 9).flatMap((from) =>
    range(0, 9)
      .filter((at) => at !== from)
      .flatMap((at): readonly StringAtom[] => [
        { kind: "shift-position-up", from, at, reading },
        { kind: "shift-position-down", from, at, reading },
        ...(from < at ? [{ kind: "swap-positions", first: from, second: at } as const] : []),
      ]),
  );
  return [...steps, ...ends, ...pairs];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
