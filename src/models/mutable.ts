import type { JSONObject, SharedV3ProviderOptions } from "@ai-sdk/provider";
import type { JsonObject, ProviderTrace } from "../contract/index.ts";

const copies = new WeakMap<JsonObject, JSONObject>();

/** A copy for others, whose types of JSON do not know `readonly`; the same object has one copy. */
export function mutable(value: JsonObject): JSONObject {
  const copy = copies.get(value) ?? (structuredClone(value) as JSONObject);
  copies.set(value, copy);
  return copy;
}

/** What a provider left with a part of a turn, as its package wants it back. */
export function optionsOf(trace: ProviderTrace): SharedV3ProviderOptions {
  return Object.fromEntries(Object.entries(trace).map(([name, data]) => [name, mutable(data)]));
}
