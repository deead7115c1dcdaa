import type { Language } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import type { Definition } from "./definitions.ts";
import { javascriptDefinitions } from "./javascript-grammar.ts";
import { pythonDefinitions } from "./python-grammar.ts";

/** The top-level functions of a program, or that it does not parse. */
export type Definitions =
  | { readonly kind: "read"; readonly definitions: readonly Definition[] }
  /** `stuckAt` is the offset that the parser got to. */
  | { readonly kind: "unreadable"; readonly stuckAt: number };

/**
 * The top-level functions of a program. What is Python is decided by Python itself; where none is at
 * hand, by a grammar that refuses some of it.
 */
export async function definitionsIn(
  source: string,
  language: Language,
  python: PythonSyntax,
): Promise<Definitions> {
  const facts = language === "python" ? await python.read(source) : null;
  switch (facts?.kind) {
    case "valid":
      return { kind: "read", definitions: facts.functions };
    case "invalid":
      return { kind: "unreadable", stuckAt: facts.stuckAt };
    case undefined:
      return byGrammar(source, language);
  }
}

const grammars: {
  readonly [language in Language]: (source: string) => readonly Definition[];
} = { javascript: javascriptDefinitions, python: pythonDefinitions };

function byGrammar(source: string, language: Language): Definitions {
  try {
    return { kind: "read", definitions: grammars[language](source) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser tells the place in its message only.
    return { kind: "unreadable", stuckAt: Number(/ (\d+)$/u.exec(error.message)?.[1] ?? 0) };
  }
}
