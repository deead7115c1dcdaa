import { canonicalJson, sha256Hex } from "../../core/index.ts";
import type { Interpreter, InterpreterBriefing, PublicCategory } from "../../contract/index.ts";
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
  const told = options.categories.flatMap(formedBriefings).map((briefing) => {
    const dialect = makeDialect(options.dialect, { briefing, mayAsk, python });
    const reminders = [dialect.reminder(false), dialect.reminder(true)];
    return { prompt: systemPrompt(briefing, options), reminders, ...dialect.settings(false) };
  });
  return sha256Hex(canonicalJson(told)).slice(0, 16);
}

/** A briefing of each form that a category has, as an interpreter would get it. */
function formedBriefings({ briefings, form }: PublicCategory): readonly InterpreterBriefing[] {
  return briefings.map((briefing) => ({ ...briefing, form: form(briefing.domain) }));
}
