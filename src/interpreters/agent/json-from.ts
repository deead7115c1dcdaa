import { parseJson } from "../../core/index.ts";
import type { Json } from "../../contract/index.ts";

/** A JSON value in a text, and where it ends. */
export interface FoundJson {
  readonly value: Json;
  readonly end: number;
}

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/**
 * The JSON value that begins at a place of a text, with Python's words and quotes where it is none
 * otherwise; `null` where there is no whole one.
 */
export function jsonFrom(text: string, from: number): FoundJson | null {
  const end = endOf(text, from);
  if (end === null) return null;
  const raw = text.slice(from, end);
  const parsed = parseJson(raw);
  if (parsed.kind === "json") return { value: parsed.value as Json, end };
  const again = parseJson(asJson(raw));
  return again.kind === "json" ? { value: again.value as Json, end } : null;
}

function endOf(text: string, from: number): number | null {
  const first = text[from] ?? "";
  if (CLOSING[first] !== undefined) return endOfNest(text, from);
  if (first === '"' || first === "'") return endOfString(text, from);
  const word = /^[-+.\w]+/u.exec(text.slice(from, from + 50))?.[0];
  return word === undefined ? null : from + word.length;
}

function endOfNest(text: string, from: number): number | null {
  const open: string[] = [];
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (char === '"') {
      const end = endOfString(text, at);
      if (end === null) return null;
      at = end - 1;
    } else if (CLOSING[char] !== undefined) open.push(CLOSING[char]);
    else if (char === open.at(-1)) {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return null;
}

function endOfString(text: string, from: number): number | null {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at + 1;
  }
  return null;
}

/** Python's words, and its strings in single quotes where no double ones are about. */
function asJson(raw: string): string {
  const words = raw
    .replaceAll(/\bTrue\b/gu, "true")
    .replaceAll(/\bFalse\b/gu, "false")
    .replaceAll(/\bNone\b/gu, "null");
  return raw.includes('"') ? words : words.replaceAll("'", '"');
}
