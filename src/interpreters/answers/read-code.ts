import type { Code, Language } from "../../contract/index.ts";
import type { Definition } from "./definitions.ts";
import { entryOf } from "./entry-of.ts";
import { javascriptDefinitions } from "./javascript-grammar.ts";
import { pythonDefinitions } from "./python-grammar.ts";

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
  read(source: string, languages: readonly Language[]): Reading;
}

const definitionsIn: {
  readonly [language in Language]: (source: string) => readonly Definition[];
} = { javascript: javascriptDefinitions, python: pythonDefinitions };

/**
 * A reader that parses so many characters in all, so that hostile text costs no more than a long
 * answer does; beyond them everything is unreadable.
 */
export function codeReader(arity: number, characters: number): CodeReader {
  let left = characters;
  const readAs = (source: string, language: Language): Reading => {
    if (source.length > left)
      return { kind: "unreadable", reason: "it is too long to be read", stuckAt: 0 };
    try {
      const definitions = definitionsIn[language](source);
      left -= source.length;
      const entry = entryOf(definitions, arity);
      return entry.kind === "found"
        ? { kind: "code", code: { language, source, entry: entry.name } }
        : { kind: "no-entry", reason: entry.reason };
    } catch (error) {
      const stuckAt = offsetIn(error);
      left -= stuckAt;
      return { kind: "unreadable", reason: "it does not parse", stuckAt };
    }
  };
  return {
    read: (source, languages) => {
      const readings: Reading[] = [];
      for (const language of languages) {
        const reading = readAs(source, language);
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

/** The parser tells the place in its message only. */
function offsetIn(error: unknown): number {
  if (!(error instanceof SyntaxError)) throw error;
  return Number(/ (\d+)$/u.exec(error.message)?.[1] ?? 0);
}
