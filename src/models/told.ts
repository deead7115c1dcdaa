import { parseJson } from "../core/index.ts";
import { at, listAt, stringAt } from "./at.ts";

/** What a server says of a fault, wherever it says it. */
export interface Told {
  /** Its words; empty where it has none. */
  readonly words: string;
  /** Its codes as words in lower case, the most telling first. */
  readonly codes: readonly string[];
  /** The status that a code stands for, 400…599. */
  readonly status: number | null;
  /** What the fault is about, such as `max_tokens`. */
  readonly about: string;
}

/** How deep faults are looked for in faults. */
const DEEPEST = 8;
/** Keys under which a fault stands in others. */
const WRAPPERS = [
  "error",
  "response",
  "body",
  "metadata",
  "innererror",
  "detail",
  "cause",
] as const;
/** Keys that hold words. */
const WORDS = ["message", "msg", "detail", "error_description", "title", "raw", "reason"] as const;
/** Keys that hold codes. */
const CODES = ["code", "type", "status", "error_type", "statusCode", "status_code"] as const;

/** Reads what a server sent as a fault: JSON of any form, or a page. */
export function readTold(body: string): Told {
  const parsed = parseJson(body);
  if (parsed.kind === "json" && typeof parsed.value === "object") return toldIn(parsed.value);
  return {
    words: parsed.kind === "json" ? String(parsed.value) : textOfPage(body),
    codes: [],
    status: null,
    about: "",
  };
}

/** Reads a fault that was told in JSON. */
function toldIn(value: unknown): Told {
  const words: string[] = [];
  const codes: string[] = [];
  const about: string[] = [];
  collect(value, 0);
  const numbers = codes.map(Number).filter((code) => Number.isInteger(code));
  return {
    words: [...new Set(words)].filter((one) => one.trim() !== "").join(": "),
    codes: codes.map((code) => code.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "_")),
    status: numbers.find((code) => code >= 400 && code <= 599) ?? null,
    about: about.join(" "),
  };

  function collect(part: unknown, depth: number): void {
    if (depth > DEEPEST || part === null || part === undefined) return;
    if (typeof part === "string") {
      const inner = /^\s*[{[]/u.test(part) ? parseJson(part) : null;
      if (inner?.kind === "json") collect(inner.value, depth + 1);
      else words.push(part);
      return;
    }
    if (Array.isArray(part)) {
      for (const one of part.slice(0, 10)) collect(one, depth + 1);
      return;
    }
    if (typeof part !== "object") return;
    const isOuter = WRAPPERS.some(
      (key) => typeof at(part, key) === "object" && at(part, key) !== null,
    );
    if (isOuter)
      for (const key of WRAPPERS)
        if (typeof at(part, key) === "object") collect(at(part, key), depth + 1);
    if (typeof at(part, "error") === "string") collect(at(part, "error"), depth + 1);
    for (const key of WORDS)
      if (typeof at(part, key) === "string") collect(at(part, key), depth + 1);
    for (const one of listAt(part, "errors")) collect(one, depth + 1);
    for (const key of CODES) {
      const code = at(part, key);
      // A wrapper's own type says only that there is a fault.
      if (typeof code === "string" && code !== "error") codes.push(code);
      else if (typeof code === "number") codes.push(String(code));
    }
    about.push(stringAt(part, "param"), listAt(part, "loc").map(String).join("."));
  }
}

/** The words of a page, without its marks. */
function textOfPage(page: string): string {
  return page
    .slice(0, 20_000)
    .replaceAll(/<(script|style)[^]*?<\/\1>/giu, " ")
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
