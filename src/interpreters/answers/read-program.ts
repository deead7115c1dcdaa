import type { Code, Language } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { dedent } from "./dedent.ts";
import { parseAnswer } from "./parse-answer.ts";
import { codeReader } from "./read-code.ts";

/** Characters of a program that are parsed; a table of ten thousand points is shorter. */
const MOST_PARSED = 2_097_152;

const LAST_DEFINITION: { readonly [language in Language]: RegExp } = {
  javascript: /^(?:function\s+|(?:const|let|var)\s+)([\p{L}_$][\p{L}\p{N}_$]*)/gmu,
  python: /^def\s+([\p{L}_][\p{L}\p{N}_]*)/gmu,
};

/**
 * The program that a file or a field of its own holds, with the function to call; `null` where it
 * holds none. A program that does not parse is kept under its last definition: the sandbox then
 * says what is wrong with it, which tells more than no program does. Fences are taken off, and a
 * byte order mark, which Python takes for a part of the text.
 */
export async function readProgram(
  text: string,
  languages: readonly Language[],
  arity: number,
  python: PythonSyntax,
): Promise<Code | null> {
  const source = dedent(text.replace(/^\uFEFF/u, "").replaceAll(/\r\n?/gu, "\n"));
  const reading = await codeReader(arity, MOST_PARSED, python).read(source, languages);
  // A fence may also stand in a docstring.
  if (reading.kind !== "code" && /^[ \t]*(?:`{3}|~{3})/mu.test(text)) {
    const { code } = await parseAnswer(text, { arity, python });
    if (code !== null && languages.includes(code.language)) return code;
  }
  switch (reading.kind) {
    case "code":
      return reading.code;
    case "no-entry":
      return null;
    case "unreadable":
      return broken(source, languages);
  }
}

function broken(source: string, languages: readonly Language[]): Code | null {
  for (const language of languages) {
    const entry = [...source.matchAll(LAST_DEFINITION[language])].at(-1)?.[1];
    if (entry !== undefined) return { language, source, entry };
  }
  return null;
}
