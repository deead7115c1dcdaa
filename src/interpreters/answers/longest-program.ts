import type { Language } from "../../contract/index.ts";
import { dedent } from "./dedent.ts";
import type { CodeReader, Reading } from "./read-code.ts";

/** Shorter prefixes that are tried after the longest. */
const TRIES = 32;

const FIRST_LINE_OF_CODE = /^[ \t]*(?:def|from|import|@\w+|function|const|let|var)\b/u;

/**
 * Reads code that no fence closes: the longest run of whole lines from its beginning that parses
 * and defines a function. A run ends only where the next line is not indented, so that a function
 * that was cut off is no program rather than half of one. Sentences before the code are skipped.
 */
export async function longestProgram(
  text: string,
  languages: readonly Language[],
  reader: CodeReader,
): Promise<Reading> {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  const code = lines.findIndex((line) => FIRST_LINE_OF_CODE.test(line));
  let reading: Reading = { kind: "unreadable", reason: "it is empty", stuckAt: 0 };
  for (const start of new Set([first, code])) {
    if (start < 0) continue;
    for (const language of languages) {
      reading = await longestFrom(dedent(lines.slice(start).join("\n")), language, reader);
      if (reading.kind === "code") return reading;
    }
  }
  return reading;
}

async function longestFrom(text: string, language: Language, reader: CodeReader): Promise<Reading> {
  const ends = endsOfRuns(text);
  let reading = await reader.read(text.trimEnd(), [language]);
  for (let tries = 0; reading.kind === "unreadable" && tries < TRIES; tries += 1) {
    const reach = reading.stuckAt;
    let end = ends.pop();
    while (end !== undefined && end > reach) end = ends.pop();
    if (end === undefined) return reading;
    reading = await reader.read(text.slice(0, end).trimEnd(), [language]);
  }
  return reading;
}

/** Offsets behind whole lines at which an unindented line begins, in order. */
function endsOfRuns(text: string): number[] {
  return [...text.matchAll(/\n(?=\S)/gu)].map(({ index }) => index + 1);
}
