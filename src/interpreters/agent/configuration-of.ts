import { canonicalJson, sha256Hex } from "../../core/index.ts";
import type { Briefing, Interpreter } from "../../contract/index.ts";
import { pythonSyntax } from "../../syntax/index.ts";
import { regimeOf } from "./agent-options.ts";
import type { AgentOptions } from "./agent-options.ts";
import { makeDialect } from "./make-dialect.ts";
import { PROMPT_VERSION } from "./prompts/template.ts";
import { systemPrompt } from "./system-prompt.ts";

/** All that decides what a model is told and how it is asked, as data. */
export function configurationOf(options: AgentOptions): Interpreter["configuration"] {
  const { model, dialect, protocol, turns, maxTokens, temperature, template } = options;
  const { reasoningEffort, api } = options;
  return {
    version: 1,
    model,
    dialect,
    protocol,
    turns,
    maxTokens,
    temperature,
    prompt: `${PROMPT_VERSION}/${promptHash(options)}`,
    ...(reasoningEffort === undefined ? {} : { reasoningEffort }),
    ...(api === undefined ? {} : { api }),
    ...(template === null ? {} : { template }),
  };
}

/** A hash of the prompts and tools for one problem of each form. */
function promptHash(options: AgentOptions): string {
  const { mayAsk } = regimeOf(options);
  const python = pythonSyntax(undefined);
  const told = forms.map((briefing) => {
    const dialect = makeDialect(options.dialect, { briefing, mayAsk, python });
    const reminders = [dialect.reminder(false), dialect.reminder(true)];
    return { prompt: systemPrompt(briefing, options), reminders, ...dialect.settings(false) };
  });
  return sha256Hex(canonicalJson(told)).slice(0, 16);
}

const axis = { from: -128, to: 128 };
const common = { hints: [], budget: null, rounds: null };
const languages = ["javascript", "python"] as const;

const forms: readonly Briefing[] = [
  ...[[axis], [axis, axis]].map((axes): Briefing => ({
    ...common,
    category: "numeric",
    domain: { kind: "numeric", arguments: axes },
    answer: { languages, regions: true },
  })),
  ...[1, 2].map((texts): Briefing => ({
    ...common,
    category: "strings",
    domain: { kind: "strings", texts },
    answer: { languages, regions: false },
  })),
];
