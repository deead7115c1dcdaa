import type { Output } from "../contract/index.ts";

/** The output that is a number. */
export function numberOutput(value: number): Output {
  return Number.isFinite(value) ? { kind: "value", value } : { kind: "undefined" };
}

/** The output that is no number, as the prelude tells it. */
export function otherOutput(told: string): Output {
  const colon = told.indexOf(":");
  const rest = told.slice(colon + 1);
  switch (told.slice(0, Math.max(colon, 0))) {
    case "text":
      return { kind: "value", value: String(JSON.parse(rest)) };
    case "complex":
      return complexOutput(rest);
    case "invalid":
      return { kind: "invalid", got: rest };
  }
  return { kind: "undefined" };
}

function complexOutput(parts: string): Output {
  const [re = NaN, im = NaN] = parts.split(",").map(Number);
  if (im === 0) return numberOutput(re);
  return Number.isFinite(re) && Number.isFinite(im)
    ? { kind: "value", value: { re, im } }
    : { kind: "undefined" };
}
