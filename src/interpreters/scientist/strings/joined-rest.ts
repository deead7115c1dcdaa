import type { Outcome } from "./outcome.ts";

/**
 * What the other of two joined texts was, if the one on this side was `own` and they gave `whole`;
 * `null` where they cannot have.
 */
export function restOf(
  how: "concatenate" | "interleave",
  side: "left" | "right",
  own: string,
  whole: string,
): Outcome {
  if (how === "interleave") return interleavedRest(side, own, whole);
  if (side === "left") return whole.startsWith(own) ? whole.slice(own.length) : null;
  return whole.endsWith(own) ? whole.slice(0, whole.length - own.length) : null;
}

function interleavedRest(side: "left" | "right", own: string, whole: string): Outcome {
  const length = whole.length - own.length;
  if (length < 0) return null;
  let rest = "";
  let at = 0;
  for (let i = 0; i < Math.max(own.length, length); i += 1) {
    const isOwn = i < own.length;
    const isOther = i < length;
    const ownAt = side === "right" && isOther ? at + 1 : at;
    if (isOwn && whole[ownAt] !== own[i]) return null;
    if (isOther) rest += whole[side === "right" || !isOwn ? at : at + 1] ?? "";
    at += (isOwn ? 1 : 0) + (isOther ? 1 : 0);
  }
  return rest;
}
