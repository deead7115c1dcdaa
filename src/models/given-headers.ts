import { BenchError } from "../core/index.ts";

/** A name as HTTP has it (RFC 9110, token), a colon, and a value of plain characters. */
const HEADER = /^\s*([\w!#$%&'*+.^`|~-]+)\s*:\s*([\t\x20-\x7e]*?)\s*$/u;
/** Between headers: the end of a line, or a comma before the next name. */
const BETWEEN = /[\r\n]+|,(?=\s*[A-Za-z][\w-]*\s*:(?!\/\/))/u;
/** What is written by us, or decides where a message ends. */
const OURS: ReadonlySet<string> = new Set([
  "content-length",
  "transfer-encoding",
  "connection",
  "host",
]);

/**
 * Headers that a user gave as `Name: value`, several one a line or with commas between them, by their
 * names in lower case. Throws `bad-configuration`, which shows no value.
 */
export function headersIn(text: string, where: string): Readonly<Record<string, string>> {
  const given = text.split(BETWEEN).filter((line) => line.trim() !== "");
  return Object.fromEntries(
    given.map((line) => {
      const [, name = "", value = ""] = HEADER.exec(line) ?? [];
      const lower = name.toLowerCase();
      if (lower !== "" && value !== "" && !OURS.has(lower)) return [lower, value];
      throw new BenchError(
        "bad-configuration",
        `Expected headers as NAME:VALUE in ${where}; got ${OURS.has(lower) ? `\`${lower}\`, which is not free to choose` : "another text"}; correct it`,
      );
    }),
  );
}
