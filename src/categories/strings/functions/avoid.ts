import type { StringKind } from "./atom-of.ts";
import { stringKinds } from "./operations.ts";

/** Operations that give number words, of which their results say little. */
const counters: readonly StringKind[] = [
  "spell-digits",
  "length",
  "digit-indexes",
  "letter-indexes",
  "count-vowels",
  "count-consonants",
  "count-uppercase",
  "count-lowercase",
  "count-letter",
  "count-substring",
  "find-letter",
];
const ordinals: readonly StringKind[] = ["first-ordinal", "last-ordinal", "middle-ordinal"];
const strips: readonly StringKind[] = ["strip", "strip-left", "strip-right"];
/** What leaves the length, the digits and the places of letters as they are. */
const unseen: readonly StringKind[] = [...strips, "lowercase", "remove-digits"];
const shiftsOfOne: readonly StringKind[] = ["shift-any-up", "shift-any-down"];
const vowelReplacements: readonly StringKind[] = stringKinds.filter((kind) =>
  kind.startsWith("replace-vowels-"),
);

const indexes: readonly StringKind[] = [
  "spell-digits",
  "length",
  "digit-indexes",
  "letter-indexes",
];
const singles: readonly StringKind[] = ["first-character", "last-character", "middle-character"];
const counts: readonly StringKind[] = counters.filter((kind) => kind.startsWith("count-"));

/** What may stand inside of an outer operation but should not, since its work would be lost. */
const avoided: ReadonlyMap<StringKind, readonly StringKind[]> = new Map([
  ...each(indexes, [...counters, ...ordinals, ...unseen, ...shiftsOfOne]),
  ...each([...singles, ...counts], [...counters, ...unseen, ...shiftsOfOne]),
  ...each(vowelReplacements, [...vowelReplacements, "reverse-vowels", "count-vowels"]),
  ...each(strips, [...strips, "remove-whitespace"]),
  ...each(["lowercase"], ["uppercase", "keep-uppercase", "count-uppercase"]),
  ...each(["uppercase"], ["lowercase", "count-lowercase"]),
  ...each(["remove-digits"], ["spell-digits", "digit-indexes"]),
]);

/** Whether the work of an operation would be lost when the outer one follows it. */
export function isAvoidedBefore(outer: StringKind, kind: StringKind): boolean {
  return avoided.get(outer)?.includes(kind) === true;
}

function each(
  outers: readonly StringKind[],
  inners: readonly StringKind[],
): readonly (readonly [StringKind, readonly StringKind[]])[] {
  return outers.map((outer) => [outer, inners]);
}
