import * as z from "zod";
import { BenchError } from "../core/index.ts";
import type { RunInterpreter } from "../contract/index.ts";
import { categories } from "../categories/index.ts";
import type { AgentOptions, DialectName, Protocol } from "../interpreters/index.ts";

/** How a run wants its language model to interpret; what is left out is as usual. */
export interface AgentTerms {
  /** `provider/name`. */
  readonly model?: string;
  /** The model stands ready for whoever needs one, as the environment names it; nobody may. */
  readonly standing?: true;
  readonly dialect?: DialectName;
  readonly protocol?: Protocol;
  readonly turns?: number;
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly reasoningEffort?: string;
  readonly api?: "chat" | "responses";
  /** Text of a prompt in place of ours. */
  readonly template?: string;
}

/** Replies that a conversation may have; FIND ends one after as many. */
const USUAL_TURNS = 24;
const FIND_TURNS = 20;
const USUAL_TOKENS = 4096;

/** The options of a variant. Throws `bad-argument` where no model was named. */
export function agentOptions(
  variant: AgentOptions["variant"],
  { model, protocol = "own", ...terms }: AgentTerms,
): AgentOptions {
  if (model === undefined)
    throw new BenchError(
      "bad-argument",
      `Expected a language model for \`${variant}\`; got none; name one with --model provider/name`,
    );
  const dialect = terms.dialect ?? usualDialect(model);
  if (dialect === "tools" && usualDialect(model) === "text")
    throw new BenchError(
      "bad-argument",
      `Expected --dialect text for a completion endpoint, which can call no tools; got tools for \`${model}\`; leave --dialect out`,
    );
  return {
    variant,
    model,
    protocol,
    dialect,
    turns: terms.turns ?? (protocol === "find" ? FIND_TURNS : USUAL_TURNS),
    maxTokens: terms.maxTokens ?? USUAL_TOKENS,
    temperature: terms.temperature ?? null,
    ...(terms.reasoningEffort === undefined ? {} : { reasoningEffort: terms.reasoningEffort }),
    ...(terms.api === undefined ? {} : { api: terms.api }),
    template: terms.template ?? null,
    categories,
  };
}

/** Endpoints that only go on with a text can call no tools. */
function usualDialect(model: string): DialectName {
  return /^[^/]*\+completions\//u.test(model) ? "text" : "tools";
}

const recorded = z.object({
  model: z.string(),
  dialect: z.enum(["tools", "text"]),
  protocol: z.enum(["own", "find"]),
  turns: z.int().min(1),
  maxTokens: z.int().min(1),
  temperature: z.number().nullable(),
  reasoningEffort: z.string().exactOptional(),
  api: z.enum(["chat", "responses"]).exactOptional(),
  template: z.string().exactOptional(),
});

/** The terms that a row of a run was made with. Throws `bad-data`. */
export function recordedTerms({
  id,
  configuration,
}: Pick<RunInterpreter, "id" | "configuration">): AgentTerms {
  const parsed = recorded.safeParse(configuration);
  if (!parsed.success)
    throw new BenchError(
      "bad-data",
      `Expected the configuration of a language model's interpreter; got another as \`${id}\`; take a run.json that was not changed`,
      { cause: parsed.error },
    );
  const { temperature, ...rest } = parsed.data;
  return temperature === null ? rest : { ...rest, temperature };
}
