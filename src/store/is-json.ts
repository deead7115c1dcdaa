import type { Json } from "../contract/index.ts";

const DEEPEST = 200;

/** Whether a value survives being written as JSON: no NaN, no `undefined`, no class, no cycle. */
export function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth > DEEPEST) return false;
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return (Array.isArray(value) || isPlain(value)) && parts.every((part) => isJson(part, depth + 1));
}

/** Whether a value is a JSON object, keys and all. */
export function isJsonObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === "object" && !Array.isArray(value) && value !== null && isJson(value);
}

/** Objects of another realm count as plain: their prototype is a root as well. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
