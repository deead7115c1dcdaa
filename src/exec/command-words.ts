import { BenchError } from "../core/index.ts";

/** A word, with quotes around parts of it or a backslash before a character. */
const WORD = /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+/gsu;

/**
 * The words of a command as a shell would take them apart, with its quotes and backslashes and none of
 * its other signs. Throws `bad-argument` where there is no word or a quote stays open.
 */
export function commandWords(command: string): readonly [program: string, ...rest: string[]] {
  const [program, ...rest] = (command.match(WORD) ?? []).map(unquoted);
  const left = command.replaceAll(WORD, "").trim();
  if (program !== undefined && program !== "" && left === "") return [program, ...rest];
  throw new BenchError(
    "bad-argument",
    `Expected a command with its words after \`exec:\`; got ${JSON.stringify(command)}; write it such as "exec:python3 method.py", and close each quote`,
    { data: { command } },
  );
}

function unquoted(word: string): string {
  return word.replaceAll(
    /\\(.)|"((?:[^"\\]|\\.)*)"|'([^']*)'/gsu,
    (_all, escaped?: string, double?: string, single?: string) =>
      escaped ?? double?.replaceAll(/\\(["\\])/gu, "$1") ?? single ?? "",
  );
}
