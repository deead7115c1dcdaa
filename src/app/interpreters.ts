import { BenchError, similarTo } from "../core/index.ts";
import type { Interpreter, Language, RunInterpreter } from "../contract/index.ts";
import {
  agent,
  classOnly,
  constant,
  identity,
  initialWords,
  line,
  lookup,
  memory,
  polynomial,
  prior,
  scientist,
  surveyor,
} from "../interpreters/index.ts";
import { agentOptions, agentsOptions, recordedTerms, variantOf, variants } from "./agent-terms.ts";
import type { AgentTerms } from "./agent-terms.ts";

/** What a run decides about the interpreters that heed it. */
export interface InterpreterOptions {
  /** The language of their code; the baselines write JavaScript. */
  readonly codeLanguage: Language;
  /** How a language model is to interpret. */
  readonly agent: AgentTerms;
}

const USUAL: InterpreterOptions = { codeLanguage: "javascript", agent: {} };

type Make = (options: Pick<InterpreterOptions, "codeLanguage">) => Interpreter;

/** Interpreters that need no language model. */
const makers: Readonly<Record<string, Make>> = {
  "class-only": () => classOnly(),
  constant: () => constant(),
  identity: () => identity(),
  "initial-words": () => initialWords(),
  line: () => line(),
  lookup: () => lookup(),
  memory: () => memory(),
  polynomial: () => polynomial(),
  prior: () => prior(),
  scientist: ({ codeLanguage }) => scientist({ codeLanguage }),
  "scientist+symbolic": ({ codeLanguage }) => scientist({ codeLanguage, answers: "symbolic" }),
  surveyor: ({ codeLanguage }) => surveyor({ codeLanguage }),
};

/** Names that `--interpreter` takes. */
const interpreterNames: readonly string[] = [
  ...variants,
  ...Object.keys(makers),
  "answers:FILE",
  "exec:COMMAND",
];

/** The interpreter of this name, with one language model at most. Throws `unknown-interpreter`. */
export function makeInterpreter(name: string, options: InterpreterOptions = USUAL): Interpreter {
  const [only, ...more] = makeInterpreters(name, options);
  if (only !== undefined && more.length === 0) return only;
  throw new BenchError(
    "internal",
    `Expected one language model for \`${name}\`; got several; make an interpreter for each`,
  );
}

/** The interpreters of this name, one for each language model. Throws `unknown-interpreter`. */
export function makeInterpreters(
  name: string,
  options: InterpreterOptions,
): readonly Interpreter[] {
  const variant = variants.find((one) => one === name);
  if (variant !== undefined) return agentsOptions(variant, options.agent).map(agent);
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (make !== undefined) return [make(options)];
  throw new BenchError(
    "unknown-interpreter",
    `Expected interpreters among ${interpreterNames.join(", ")}; got \`${name}\`; name some of these${similarTo(name, interpreterNames)}`,
    { data: { name } },
  );
}

/** The interpreter that a run was begun with, from its row in the record. */
export function makeAgain(row: RunInterpreter): Interpreter {
  const { id, configuration } = row;
  const variant = variantOf(id);
  if (variant !== null) {
    const { model, ...terms } = recordedTerms(row);
    const options = agentOptions(variant, model, terms);
    return agent(id === variant ? options : { ...options, name: id });
  }
  const isPython = configuration["codeLanguage"] === "python";
  return makeInterpreter(id, { ...USUAL, codeLanguage: isPython ? "python" : "javascript" });
}
