import type { JSONObject, SharedV3ProviderOptions } from "@ai-sdk/provider";
import type { JsonObject, ProviderTrace } from "../contract/index.ts";

/** A copy that others may do with as they like; their types of JSON do not know `readonly`. */
export function mutable(value: JsonObject): JSONObject {
  return structuredClone(value) as JSONObject;
}

/** What a provider left with a part of a turn, as its package wants it back. */
export function optionsOf(trace: ProviderTrace): SharedV3ProviderOptions {
  return Object.fromEntries(Object.entries(trace).map(([name, data]) => [name, mutable(data)]));
}
