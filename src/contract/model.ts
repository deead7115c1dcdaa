import type { Json } from "./value.ts";

/** A JSON Schema, or any other JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** What a provider wants back beside a part of a turn, under its own name; passes through unread. */
export type ProviderTrace = { readonly [provider: string]: JsonObject };

/** A tool that a model may call; `parameters` is a JSON Schema of an object. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: JsonObject;
}

/** What the model wants a tool to do. Whether the arguments fit the schema is not checked here. */
export type ToolCall =
  | {
      readonly kind: "called";
      readonly id: string;
      readonly tool: string;
      readonly arguments: Json;
      readonly trace?: ProviderTrace;
    }
  /** The arguments were no JSON; `text` is what the model wrote. */
  | {
      readonly kind: "malformed";
      readonly id: string;
      readonly tool: string;
      readonly text: string;
      readonly trace?: ProviderTrace;
    };

/** Thinking that the provider let out, to be sent back with the turn that it belongs to. */
export interface Reasoning {
  readonly text: string;
  readonly trace?: ProviderTrace;
}

/** What a model said in one turn. */
export interface AssistantMessage {
  readonly role: "assistant";
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  readonly reasoning: readonly Reasoning[];
}

/** The answer to one call of a tool. */
export interface ToolMessage {
  readonly role: "tool";
  /** `id` of the call. */
  readonly call: string;
  readonly tool: string;
  readonly text: string;
  readonly isError: boolean;
}

/** One turn of a conversation. */
export type ModelMessage =
  | { readonly role: "system"; readonly text: string }
  | { readonly role: "user"; readonly text: string }
  | AssistantMessage
  | ToolMessage;

/** What a model is asked; fields that are left out are as the provider has them. */
export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly tools?: readonly ModelTool[];
  readonly toolChoice?: "auto" | "none" | "required" | { readonly tool: string };
  /** The form that the text is to have, as a JSON Schema with a name. */
  readonly output?: { readonly name: string; readonly schema: JsonObject };
  /** Tokens of the reply, thinking included. */
  readonly maxTokens?: number;
  readonly temperature?: number;
  /** How much the model is to think, from `none` to `max`. */
  readonly reasoningEffort?: string;
  readonly seed?: number;
  readonly stop?: readonly string[];
  /** How many of the likeliest tokens are wanted for each place of the reply, 1…20. */
  readonly topLogProbs?: number;
}

/**
 * Why a reply ended: by itself, at the limit of tokens, to have tools called, because the model or
 * its provider refused, because this side stopped listening to an endless reply, because its server
 * could not read the call of a tool in it, or otherwise.
 */
export type FinishReason =
  "stop" | "length" | "tool-calls" | "refused" | "cut-off" | "malformed-call" | "other";

/** Tokens of one call; `null` where the provider did not tell. */
export interface TokenUsage {
  /** All of the request, cached tokens included. */
  readonly input: number | null;
  /** Those of the request that were read from the provider's cache. */
  readonly cached: number | null;
  /** All of the reply, thinking included. */
  readonly output: number | null;
  readonly reasoning: number | null;
}

/** A token that might stand at a place of a reply. */
export interface LogProb {
  readonly token: string;
  /** Natural logarithm of its probability, at most 0. */
  readonly logProbability: number;
}

/** A token of a reply, with those that were likeliest at its place. */
export interface TokenLogProbs {
  readonly token: string;
  /** Natural logarithm of its probability, at most 0; `null` where the provider did not tell. */
  readonly logProbability: number | null;
  /** At most as many as were asked for, likeliest first; the token itself need not be among them. */
  readonly top: readonly LogProb[];
}

/** US dollars; `null` where the price is not known, which is not the same as 0. */
export interface ModelCost {
  /** What the call costs by the provider's prices. */
  readonly list: number | null;
  /** What was paid for it this time: 0 where a recorded reply was given back. */
  readonly paid: number | null;
  /** Who says so; `null` where nobody does. */
  readonly source: "provider" | "table" | null;
}

/** What a model answered. */
export interface ModelReply {
  /** To be appended to the messages as it is when the conversation goes on. */
  readonly message: AssistantMessage;
  readonly finish: FinishReason;
  /** The tokens of the text in their order; absent where they were not asked for or not given. */
  readonly logProbs?: readonly TokenLogProbs[];
  /** The provider's own word for why the reply ended; `null` where it gave none. */
  readonly rawFinish: string | null;
  readonly usage: TokenUsage;
  /** The model that the provider says answered; `null` where it did not say. */
  readonly servedModel: string | null;
  /** What was asked for and left out, since this provider does not have it, such as `seed`; `topLogProbs` where no token came with its likelihood. */
  readonly ignored: readonly string[];
  readonly cost: ModelCost;
  /** Requests that were sent for it, failed ones included; 0 for a model that sends none. */
  readonly requests: number;
  /** Those of them that may have to be paid for and of which nobody knows how much; absent for 0. */
  readonly unpriced?: number;
}

/** A language model. What it says is data; a rejection means that no answer could be had. */
export interface Model {
  /** `provider/name`, as it is given on the command line. */
  readonly id: string;
  complete(request: ModelRequest, signal: AbortSignal): Promise<ModelReply>;
}
