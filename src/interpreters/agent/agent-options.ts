import type { PublicCategory } from "../../contract/index.ts";

/** How much a language model is given: it experiments, the same with examples first, or examples only. */
export type AgentVariant = "agent" | "agent+init" | "examples";

/** How a model asks and answers: by calls of tools, or in the text of its replies. */
export type DialectName = "tools" | "text";

/** Our own rules, or those under which the published figures came about. */
export type Protocol = "own" | "find";

/** All that decides how a language model is made to interpret. */
export interface AgentOptions {
  readonly variant: AgentVariant;
  /** The name on the leaderboard, where it is not the variant's. */
  readonly name?: string;
  /** `provider/name`: whoever hands the model in has to hand in this one. */
  readonly model: string;
  readonly dialect: DialectName;
  readonly protocol: Protocol;
  /** Replies that a conversation may have, from 1. */
  readonly turns: number;
  /** Tokens of a reply. */
  readonly maxTokens: number;
  /** `null` leaves it to the provider. */
  readonly temperature: number | null;
  /** How much it is to think, from `none` to `max`; without it the provider decides. */
  readonly reasoningEffort?: string;
  /** The interface that OpenAI's models are asked by; without it their names decide. */
  readonly api?: "chat" | "responses";
  /** A prompt of the user's own in place of ours; `null` where there is none. */
  readonly template: string | null;
  /** Every category that there is: what a model is told of each is part of what the method is. */
  readonly categories: readonly PublicCategory[];
}

/** What a variant may do under a protocol. */
export interface Regime {
  readonly mayAsk: boolean;
  /** What is given of example inputs: nothing, the inputs alone, or their answers as well. */
  readonly examples: "none" | "inputs" | "answers";
  readonly turns: number;
}

/** How often a model is asked again in a conversation at the cost of no turn. */
export const RETRY_LIMIT = 3;

/** The most replies that a conversation can come to: its turns, those asked again, and a last word. */
export function mostReplies(options: Pick<AgentOptions, "variant" | "protocol" | "turns">): number {
  return regimeOf(options).turns + RETRY_LIMIT + 1;
}

/** The regime of a variant; examples alone are answered at once, or in the second round in FIND. */
export function regimeOf({
  variant,
  protocol,
  turns,
}: Pick<AgentOptions, "variant" | "protocol" | "turns">): Regime {
  switch (variant) {
    case "agent":
      return { mayAsk: true, examples: "none", turns };
    case "agent+init":
      return { mayAsk: true, examples: "answers", turns };
    case "examples":
      return protocol === "find"
        ? { mayAsk: true, examples: "inputs", turns: 2 }
        : { mayAsk: false, examples: "answers", turns: 1 };
  }
}
