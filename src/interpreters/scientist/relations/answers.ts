import { nameKey, nameWords } from "./name-key.ts";
import type { FactSources } from "./sources.ts";

/** How far a number may be from the one that is known, as a share. */
const NEAR = 0.1;

/** A number that a string says; `null` for anything else. */
export function numberIn(text: string): number | null {
  const bare = text.trim().replaceAll(",", "");
  return /^-?\d+(?:\.\d+)?$/u.test(bare) ? Number(bare) : null;
}

/** How well an answer agrees with the values that are known, from 0 to 1. */
export function agreement(sources: FactSources, known: readonly string[], answer: string): number {
  return Math.max(0, ...known.map((value) => likeness(sources, value, answer)));
}

function likeness(sources: FactSources, known: string, answer: string): number {
  const [a, b] = [numberIn(known), numberIn(answer)];
  if (a !== null && b !== null) return Math.abs(a - b) <= NEAR * Math.abs(a) ? 1 : 0;
  if (a !== null || b !== null) return 0;
  const [one, other] = [known, answer].map((text) => sources.meaning(nameKey(text)));
  if (one === other) return 1;
  if (partsOf(answer).some((part) => sources.meaning(part) === one)) return 0.9;
  const [own, given] = [known, answer].map(nameWords);
  if (own === undefined || given === undefined) return 0;
  const [shorter, longer] = own.length <= given.length ? [own, given] : [given, own];
  // A surname is enough of a name, and «peso» of a Cuban peso.
  const end = longer.slice(longer.length - shorter.length);
  return shorter.length > 0 && shorter.every((word, i) => end[i] === word) ? 0.9 : 0;
}

/** What an answer means: as a whole, and the parts of a list. */
export function meaningsOf(sources: FactSources, answer: string): readonly string[] {
  return [nameKey(answer), ...partsOf(answer)].map((key) => sources.meaning(key));
}

/** The keys of the parts of an answer that is a list. */
function partsOf(answer: string): readonly string[] {
  const parts = answer.split(/,|\/|;|\band\b/u).map(nameKey);
  return parts.length < 2 ? [] : parts;
}

/** Whether an answer is of a kind, such as `country`, `year` or `number 1 10`. */
export function isOfKind(sources: FactSources, kind: string, answer: string): boolean {
  const value = numberIn(answer);
  if (kind.startsWith("number ")) {
    const [, from = NaN, to = NaN] = kind.split(" ").map(Number);
    return value !== null && value >= from && value <= to;
  }
  switch (kind) {
    case "year":
      return value !== null && Number.isInteger(value) && value >= 1000 && value <= 2030;
    case "whole":
      return value !== null && Number.isInteger(value);
    case "code":
      return /^\.?[A-Za-z]{2,3}$/u.test(answer);
    case "phrase":
      return /\p{L}{2}/u.test(answer);
    case "person":
      return isPerson(sources, answer);
    default:
      return classesOfAnswer(sources, answer).some((id) => id === kind);
  }
}

function classesOfAnswer(sources: FactSources, answer: string): readonly string[] {
  const key = nameKey(answer);
  const direct = sources.classesOf.get(key) ?? sources.classesOf.get(sources.meaning(key)) ?? [];
  if (direct.length > 0) return direct.flatMap(({ id, within }) => [id, ...within]);
  return partsOf(answer).flatMap((part) => (sources.classesOf.get(part) ?? []).map(({ id }) => id));
}

/** A name that is known as a person's, or that begins with a first name, or looks like one. */
function isPerson(sources: FactSources, answer: string): boolean {
  const ids = classesOfAnswer(sources, answer);
  if (ids.some((id) => sources.byId.get(id)?.isPersons === true)) return true;
  if (ids.length > 0) return false;
  return /^(?:\p{Lu}[\p{L}'’.-]*|de|da|di|von|van|der|del|al|the|and|&)(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|di|von|van|der|del|al|and|&)){1,4}$/u.test(
    answer,
  );
}
