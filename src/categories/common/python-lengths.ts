import type { Code, Sandbox, Score } from "../../contract/index.ts";
import { pythonSyntax } from "../../syntax/index.ts";
import type { PythonFacts } from "../../syntax/index.ts";

/** What Python itself says of an answer's length, and what parsed it. */
export interface PythonLengths {
  /** Absent where the grammar is to count: the code is no Python, or no Python is at hand. */
  readonly length?: Score;
  /** The length of the law's own rendering, counted by the same Python; absent where that is. */
  readonly lawLength?: number;
  /** Such as `Python 3.11.2`, or `grammar`; absent where the code is no Python. */
  readonly parser?: string;
}

/**
 * Lets Python count an answer's code and, with it, the law's own rendering in Python, which `lawOf`
 * gives; `null` where there is none.
 */
export async function pythonLengths(
  code: Code | null,
  lawOf: () => string | null,
  sandbox: Pick<Sandbox, "run">,
  signal: AbortSignal,
): Promise<PythonLengths> {
  if (code?.language !== "python") return {};
  const python = pythonSyntax(sandbox, signal);
  const law = lawOf();
  const [own, truth] = await Promise.all([
    python.read(code.source),
    law === null ? null : python.read(law),
  ]);
  return {
    ...(own === null ? {} : { length: lengthIn(own) }),
    ...(truth?.kind === "valid" ? { lawLength: truth.length } : {}),
    parser: python.parser() ?? "Python",
  };
}

function lengthIn(facts: PythonFacts): Score {
  return facts.kind === "valid"
    ? { kind: "scored", value: facts.length }
    : { kind: "unscored", reason: "code-unparsable", detail: facts.message };
}
