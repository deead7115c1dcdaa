import type { ModelRequest } from "../contract/index.ts";
import type { ModelAddress } from "./address.ts";
import type { Endpoint } from "./endpoint.ts";
import { isOpenAiReasoner, needsResponses } from "./protocols/openai-names.ts";

/** The interfaces by which OpenAI's models are served. */
export type Api = "chat" | "responses";

/**
 * What was learned of a server, and is kept for as long as the run lasts: what it refused is not sent
 * again.
 */
export interface Habits {
  /** Which requests go by the Responses API, by the effort that they ask for or for good. */
  responses: ((effort: string | null) => Need) | Need;
  /** What bounds a reply in chat completions. */
  tokenLimit: "max_tokens" | "max_completion_tokens";
  /** A tool can be forced; where not, it is asked for as `auto`. */
  forcesTools: boolean;
  /** Whether thinking goes back with turns that called tools, with all turns, or stays out. */
  thinking: "none" | "calls" | "all";
  /** Signed thinking, in pieces, goes back. */
  sendsDetails: boolean;
  /** How instructions are sent; `user` puts them before the first message. */
  instructions: "developer" | "system" | "user";
  /** Whether more or less thinking is asked for by a level or by a number of tokens. */
  effort: "level" | "budget";
  /** Whether the server says where its replies end, as far as they were heard. */
  ends: "unknown" | "told" | "untold";
  /** Settings that are left out. */
  readonly left: Set<string>;
  /** What has been learned, each thing once, so that nothing is tried in a circle. */
  readonly learned: Set<string>;
}

type Need = ReturnType<typeof needsResponses>;

/** Providers that want thinking back with each turn that called a tool, by their documentation. */
const WANT_THINKING: ReadonlySet<string> = new Set([
  "deepseek",
  "moonshot",
  "moonshotai",
  "zai",
  "zhipu",
]);

/** What is known of a server beforehand, by the names of provider and model; `api` is chosen for good. */
export function habitsOf(
  { provider, name }: ModelAddress,
  { protocol }: Pick<Endpoint, "protocol">,
  api: Api | null,
): Habits {
  const isOpenAi = protocol === "openai";
  const isReasoner = isOpenAi && isOpenAiReasoner(name);
  const byName = (effort: string | null): Need =>
    isOpenAi ? needsResponses(name, effort) : "none";
  return {
    responses: api === null ? byName : api === "responses" ? "all" : "none",
    tokenLimit: isReasoner ? "max_completion_tokens" : "max_tokens",
    forcesTools: true,
    thinking: WANT_THINKING.has(provider) ? "calls" : "none",
    sendsDetails: true,
    instructions: isReasoner ? "developer" : "system",
    effort: protocol === "google" && /gemini-[12]\b/u.test(name) ? "budget" : "level",
    ends: "unknown",
    left: new Set(),
    learned: new Set(api === null ? [] : ["responses", "chat"]),
  };
}

/** By which interface a request goes. */
export function apiOf(
  { tools = [], reasoningEffort }: Pick<ModelRequest, "tools" | "reasoningEffort">,
  { responses }: Habits,
): Api {
  const need = typeof responses === "function" ? responses(reasoningEffort ?? null) : responses;
  return need === "all" || (need === "tools" && tools.length > 0) ? "responses" : "chat";
}
