import { at } from "./at.ts";

/** What a provider's own words tell beyond what its package passes on. */
export interface RawChunk {
  /** The model that answers, as Google names it. */
  readonly servedModel: string | null;
  /** A piece of a refusal, as OpenAI and those that imitate it write one. */
  readonly refusal: string;
}

/** Reads a piece of a stream as the provider sent it, whatever it is. */
export function readRawChunk(raw: unknown): RawChunk {
  const served = at(raw, "modelVersion");
  const refusal = at(at(at(at(raw, "choices"), 0), "delta"), "refusal");
  return {
    servedModel: typeof served === "string" ? served : null,
    refusal: typeof refusal === "string" ? refusal : "",
  };
}
