import * as z from "zod";
import { BenchError } from "../core/index.ts";
import type { RunInterpreter } from "../contract/index.ts";
import { categories } from "../categories/index.ts";
import type { AgentOptions, DialectName, Protocol } from "../interpreters/index.ts";

/** How a run wants its language model to interpret; what is left out is as usual. */
export interface AgentTerms {
  /** `provider/name`, or several of them: each is a row of its own. */
  readonly model?: string | readonly string[];
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

/** The models that were named, each once. */
export function modelsNamed({ model = [] }: Pick<AgentTerms, "model">): readonly string[] {
  return [...new Set(typeof model === "string" ? [model] : model)];
}

/**
 * The options of a variant for each model, whose rows bear its name where there are several. Throws
 * `bad-argument` where no model was named.
 */
export function agentsOptions(
  variant: AgentOptions["variant"],
  terms: AgentTerms,
): readonly AgentOptions[] {
  const models = modelsNamed(terms);
  if (models.length === 0)
    throw new BenchError(
      "bad-argument",
      `Expected a language model for \`${variant}\`; got none; name one with --model provider/name`,
    );
  return models.map((model) => ({
    ...agentOptions(variant, model, terms),
    ...(models.length === 1 ? {} : { name: `${variant}[${model}]` }),
  }));
}

/** The variant whose row bears a name, with a model's or without; `null` where it is none's. */
export function variantOf(row: string): AgentOptions["variant"] | null {
  const name = row.replace(/\[[^]*\]$/u, "");
  return variants.find((variant) => variant === name) ?? null;
}

/** The names that language models interpret by. */
export const variants = ["agent", "agent+init", "examples"] as const;

/** The options of a variant with a model. */
export function agentOptions(
  variant: AgentOptions["variant"],
  model: string,
  { protocol = "own", ...terms }: Omit<AgentTerms, "model">,
): AgentOptions {
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

/** The terms that a row of a run was made with, and its model. Throws `bad-data`. */
export function recordedTerms({
  id,
  configuration,
}: Pick<RunInterpreter, "id" | "configuration">): AgentTerms & { readonly model: string } {
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
