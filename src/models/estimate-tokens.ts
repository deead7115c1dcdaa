import type { ModelRequest } from "../contract/index.ts";
import { canonicalText } from "./canonical-text.ts";

/** Characters that make a token at the least; English has about four, code and numbers fewer. */
const CHARACTERS = 2.5;
/** What protocols put around a message. */
const PER_MESSAGE = 8;
/** Tokens of a reply whose length the request does not bound. */
const UNBOUNDED_REPLY = 8192;

/** The most tokens that a call is likely to take. */
export interface TokenEstimate {
  readonly input: number;
  readonly output: number;
  /** Characters of all that is sent. */
  readonly characters: number;
}

/** Estimates a call for limits and budgets; never for a bill. */
export function estimateTokens(request: ModelRequest): TokenEstimate {
  const { messages, tools = [], output, maxTokens } = request;
  const parts = output === undefined ? [...messages, ...tools] : [...messages, ...tools, output];
  const characters = parts.reduce((sum, part) => sum + canonicalText(part).length, 0);
  const input = Math.ceil(characters / CHARACTERS) + PER_MESSAGE * messages.length;
  return { input, output: maxTokens ?? UNBOUNDED_REPLY, characters };
}
