import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** The SHA-256 of a text's UTF-8 bytes, as 32 bytes. */
export function sha256Bytes(text: string): Uint8Array {
  return sha256(utf8ToBytes(text));
}

/** The SHA-256 of a text's UTF-8 bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256Bytes(text));
}

/** JSON with object keys in one order at every depth, so that equal data has one text. */
export function canonicalJson(value: unknown): string {
  // Built by hand, since `JSON.stringify` takes five times as long when it has to ask for each key.
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((part) => textOf(part) ?? "null").join(",")}]`;
  const fields: string[] = [];
  for (const key of keysOf(value)) {
    const text = textOf(Reflect.get(value, key));
    if (text !== undefined) fields.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${fields.join(",")}}`;
}

/** Names that are whole numbers, such as "10", come first in every object, by their size. */
function keysOf(value: object): readonly string[] {
  const keys = Object.keys(value).toSorted();
  const hasNumber = keys.some((key) => /^\d/.test(key));
  return hasNumber ? Object.keys(Object.fromEntries(keys.map((key) => [key, 0]))) : keys;
}

/** `undefined` for what JSON leaves out. */
function textOf(part: unknown): string | undefined {
  return canonicalJson(part);
}
