import type { FactRelation, Facts } from "./facts.ts";
import { keyOf } from "./key-of.ts";

/** Factor that makes a quantity one of the base unit, by the unit's name in lower case. */
const units: ReadonlyMap<string, number> = new Map([
  ...(["km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"] as const).map(
    (name) => [name, 1000] as const,
  ),
  ...(["m", "meter", "meters", "metre", "metres"] as const).map((name) => [name, 1] as const),
  ...(["cm", "centimeter", "centimeters", "centimetre", "centimetres"] as const).map(
    (name) => [name, 0.01] as const,
  ),
  ...(["mi", "mile", "miles"] as const).map((name) => [name, 1609.344] as const),
  ...(["ft", "foot", "feet"] as const).map((name) => [name, 0.3048] as const),
]);

const QUANTITY =
  /^(?:about|approximately|approx\.?|around|roughly|ca\.?|~|≈)?\s*(?<number>[+-]?(?:\d{1,3}(?:[ ,\u00a0]\d{3})+|\d+)?(?:\.\d+)?)\s*(?<unit>\p{L}+\.?)?$/iu;

/**
 * Whether a string is one of the right answers: by any of their wordings, in any spelling; a number
 * within the relation's tolerance, in its unit, without one or in another of the same kind. Where
 * several answers are right, so is a list of them.
 */
export function isRight(
  relation: Pick<FactRelation, "kind" | "unit" | "tolerance">,
  answers: readonly string[],
  given: string,
  facts: Pick<Facts, "wordingsOf">,
): boolean {
  if (relation.kind === "number")
    return answers.some((answer) => isSameQuantity(relation, Number(answer), given));
  const keys = new Set(
    answers.flatMap((answer) => [answer, ...facts.wordingsOf(answer)]).map(keyOf),
  );
  if (keys.has(keyOf(given))) return true;
  const parts = given.split(/[,;/&]|\band\b/u).filter((part) => keyOf(part) !== "");
  return answers.length > 1 && parts.length > 1 && parts.every((part) => keys.has(keyOf(part)));
}

function isSameQuantity(
  { unit, tolerance }: Pick<FactRelation, "unit" | "tolerance">,
  right: number,
  given: string,
): boolean {
  const value = quantityIn(given.trim(), unit);
  if (value === null) return false;
  // A trace of rounding is no error: 1.1 · 3 is not 3.3.
  const allowed = (tolerance ?? 0) * Math.abs(right) + 1e-9 * Math.abs(right);
  return Math.abs(value - right) <= allowed;
}

/** A quantity in a relation's unit; `null` for anything else. */
function quantityIn(text: string, unit: string | null): number | null {
  const { number = "", unit: stated } = QUANTITY.exec(text)?.groups ?? {};
  if (number === "" || !/\d/u.test(number)) return null;
  const value = Number(number.replaceAll(/[ ,\u00a0]/gu, ""));
  if (stated === undefined) return value;
  const [own, other] = [unit ?? "", stated.replace(/\.$/u, "")].map((name) =>
    units.get(name.toLowerCase()),
  );
  return own === undefined || other === undefined ? null : (value * other) / own;
}
