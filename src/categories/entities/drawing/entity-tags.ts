import type { EntitySpec } from "../functions/spec.ts";

/** The groups that a unit is reported in, sorted. */
export function entityTags(spec: EntitySpec, initial: readonly string[]): readonly string[] {
  const { join, noise, exception, approximation } = spec;
  const complications = [
    ...(noise === undefined ? [] : ["noised"]),
    ...(exception === undefined ? [] : ["excepted", `exception:${exception.kind}`]),
    ...(approximation === undefined ? [] : ["approximated"]),
  ];
  return [
    ...(join === undefined ? ["single"] : ["composed", `join:${join}`]),
    ...(complications.length === 0 ? ["plain"] : complications),
    ...(initial.length === 0 ? [] : ["initial-words"]),
  ].toSorted();
}
