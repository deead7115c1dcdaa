import { BenchError } from "../core/index.ts";
import type { Interpreter, Language, RunInterpreter } from "../contract/index.ts";
import {
  constant,
  identity,
  line,
  lookup,
  memory,
  polynomial,
  scientist,
  surveyor,
} from "../interpreters/index.ts";

/** What a run decides about the interpreters that heed it. */
export interface InterpreterOptions {
  /** The language of their code; the baselines write JavaScript. */
  readonly codeLanguage: Language;
}

type Make = (options: InterpreterOptions) => Interpreter;

const makers: Readonly<Record<string, Make>> = {
  constant: () => constant(),
  identity: () => identity(),
  line: () => line(),
  lookup: () => lookup(),
  memory: () => memory(),
  polynomial: () => polynomial(),
  scientist,
  "scientist+symbolic": (options) => scientist({ ...options, answers: "symbolic" }),
  surveyor,
};

/** Names that `--interpreter` takes. */
const interpreterNames: readonly string[] = [...Object.keys(makers), "answers:FILE"];

/** The interpreter of this name. Throws `unknown-interpreter`. */
export function makeInterpreter(
  name: string,
  options: InterpreterOptions = { codeLanguage: "javascript" },
): Interpreter {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (make !== undefined) return make(options);
  throw new BenchError(
    "unknown-interpreter",
    `Expected interpreters among ${interpreterNames.join(", ")}; got \`${name}\``,
    { data: { name } },
  );
}

/** The interpreter that a run was begun with, from its row in the record. */
export function makeAgain({ id, configuration }: RunInterpreter): Interpreter {
  const isPython = configuration["codeLanguage"] === "python";
  return makeInterpreter(id, { codeLanguage: isPython ? "python" : "javascript" });
}
