import type { Code, Language } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { definitionsIn } from "./definitions-in.ts";
import { entryOf } from "./entry-of.ts";

/** What became of a text that may be a program. */
export type Reading =
  | { readonly kind: "code"; readonly code: Code }
  /** A program without a function to call. */
  | { readonly kind: "no-entry"; readonly reason: string }
  /** `stuckAt` is the offset that the parser got to. */
  | { readonly kind: "unreadable"; readonly reason: string; readonly stuckAt: number };

/** Reads texts as programs that can be called with so many arguments. */
export interface CodeReader {
  /** `languages` are tried in order. */
  read(source: string, languages: readonly Language[]): Promise<Reading>;
}

/**
 * A reader that parses so many characters in all, so that hostile text costs no more than a long
 * answer does; beyond them everything is unreadable.
 */
export function codeReader(arity: number, characters: number, python: PythonSyntax): CodeReader {
  let left = characters;
  const readAs = async (source: string, language: Language): Promise<Reading> => {
    if (source.length > left)
      return { kind: "unreadable", reason: "it is too long to be read", stuckAt: 0 };
    const found = await definitionsIn(source, language, python);
    if (found.kind === "unreadable") {
      left -= found.stuckAt;
      return { ...found, reason: "it does not parse" };
    }
    left -= source.length;
    const entry = entryOf(found.definitions, arity);
    return entry.kind === "found"
      ? { kind: "code", code: { language, source, entry: entry.name } }
      : { kind: "no-entry", reason: entry.reason };
  };
  return {
    read: async (source, languages) => {
      const readings: Reading[] = [];
      for (const language of languages) {
        const reading = await readAs(source, language);
        if (reading.kind === "code") return reading;
        readings.push(reading);
      }
      return furthest(readings);
    },
  };
}

/** The reading that got furthest says best what is wrong. */
function furthest(readings: readonly Reading[]): Reading {
  const reach = (one: Reading): number => (one.kind === "unreadable" ? one.stuckAt : Infinity);
  const none: Reading = { kind: "unreadable", reason: "no language was tried", stuckAt: 0 };
  return readings.toSorted((a, b) => reach(b) - reach(a))[0] ?? none;
}
