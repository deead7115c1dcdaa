import { canonicalJson } from "../core/index.ts";

const texts = new WeakMap<object, string>();
const quotedTexts = new WeakMap<object, string>();

/**
 * The canonical JSON of a message or a tool. A conversation sends all of its messages again with each
 * call, so that each text is made once; its object is frozen, since a change would not be seen.
 */
export function canonicalText(part: object): string {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = canonicalJson(frozen(part));
  texts.set(part, text);
  return text;
}

/** The same as a string of JSON, quotes and all. */
export function quotedText(part: object): string {
  const known = quotedTexts.get(part);
  if (known !== undefined) return known;
  const quoted = JSON.stringify(canonicalText(part));
  quotedTexts.set(part, quoted);
  return quoted;
}

function frozen(part: object): object {
  const inside: readonly unknown[] = Object.values(part);
  for (const inner of inside) if (typeof inner === "object" && inner !== null) frozen(inner);
  return Object.freeze(part);
}
