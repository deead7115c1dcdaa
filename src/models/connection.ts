import type { LanguageModelV3StreamPart } from "@ai-sdk/provider";
import type { ModelRequest } from "../contract/index.ts";

/** The part of `fetch` that is used here. */
export type Fetch = typeof globalThis.fetch;

/** What every package is told of a server, in their words. */
export interface ServerSettings {
  readonly baseURL: string;
  readonly apiKey: string;
  readonly fetch: Fetch;
}

/** A model at its endpoint. */
export interface Connection {
  /** Sends a request once; the reply comes in pieces, a fault in its midst among them. */
  stream(
    request: ModelRequest,
    signal: AbortSignal,
  ): Promise<ReadableStream<LanguageModelV3StreamPart>>;
}
