import type { Chance } from "../../../core/index.ts";
import type { FactFunction } from "../lexicon/fact-function.ts";
import type { Member } from "../lexicon/fact-class.ts";
import type { Facts } from "../lexicon/facts.ts";

/** A member of another class than a relation is about. */
export interface Outsider {
  readonly class: string;
  readonly member: Member;
}

/**
 * Members of other classes, which nobody takes for inputs of the relation: the classes one after the
 * other, each in an order of its own. Classes that may share members with its own are left out.
 */
export function outsiders(
  { relation, inputs }: FactFunction,
  facts: Facts,
  chance: Chance,
): readonly Outsider[] {
  const near = new Set([relation.class, ...facts.synonymsOf("overlap", relation.class)]);
  const columns = chance
    .fork("classes")
    .shuffled([...facts.classes.values()].filter(({ id }) => !near.has(id)))
    .map(({ id, members }) =>
      chance
        .fork("members", id)
        .shuffled(members)
        .filter(({ name }) => inputs.find(name) === null)
        .map((member): Outsider => ({ class: id, member })),
    );
  const longest = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: longest }, (_, row) =>
    columns.flatMap((column) => column[row] ?? []),
  ).flat();
}
