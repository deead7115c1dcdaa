import { BenchError } from "../core/index.ts";
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
import { agentOptions, recordedTerms } from "./agent-terms.ts";
import type { AgentTerms } from "./agent-terms.ts";

/** What a run decides about the interpreters that heed it. */
export interface InterpreterOptions {
  /** The language of their code; the baselines write JavaScript. */
  readonly codeLanguage: Language;
  /** How a language model is to interpret. */
  readonly agent: AgentTerms;
}

const USUAL: InterpreterOptions = { codeLanguage: "javascript", agent: {} };

type Make = (options: InterpreterOptions) => Interpreter;

/** Interpreters that are language models. */
const modelMakers: Readonly<Record<string, Make>> = {
  agent: (options) => agent(agentOptions("agent", options.agent)),
  "agent+init": (options) => agent(agentOptions("agent+init", options.agent)),
  examples: (options) => agent(agentOptions("examples", options.agent)),
};

const makers: Readonly<Record<string, Make>> = {
  ...modelMakers,
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
const interpreterNames: readonly string[] = [...Object.keys(makers), "answers:FILE"];

/** The interpreter of this name. Throws `unknown-interpreter`. */
export function makeInterpreter(name: string, options: InterpreterOptions = USUAL): Interpreter {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (make !== undefined) return make(options);
  throw new BenchError(
    "unknown-interpreter",
    `Expected interpreters among ${interpreterNames.join(", ")}; got \`${name}\`; name some of these`,
    { data: { name } },
  );
}

/** The interpreter that a run was begun with, from its row in the record. */
export function makeAgain(row: RunInterpreter): Interpreter {
  const { id, configuration } = row;
  if (Object.hasOwn(modelMakers, id))
    return makeInterpreter(id, { ...USUAL, agent: recordedTerms(row) });
  const isPython = configuration["codeLanguage"] === "python";
  return makeInterpreter(id, { ...USUAL, codeLanguage: isPython ? "python" : "javascript" });
}
