import type { Definition } from "./definitions.ts";

/** The function of a program to call, or why there is none. */
export type Entry =
  | { readonly kind: "found"; readonly name: string }
  | { readonly kind: "missing"; readonly reason: string };

/**
 * The top-level function that no other mentions, the last where there are several, if it can be
 * called with so many arguments; names tell nothing.
 */
export function entryOf(definitions: readonly Definition[], arity: number): Entry {
  if (definitions.length === 0) return { kind: "missing", reason: "it defines no function" };
  // A later definition of the same name replaces the earlier one.
  const standing = [...new Map(definitions.map((one) => [one.name, one])).values()];
  const mentioned = mentionedByOthers(standing);
  const free = standing.filter(({ name }) => !mentioned.has(name));
  const candidates = free.length === 0 ? standing : free;
  const entry = candidates.findLast(({ fewest, most }) => fewest <= arity && arity <= most);
  if (entry !== undefined) return { kind: "found", name: entry.name };
  const names = candidates.map(({ name }) => `\`${name}\``).join(", ");
  return { kind: "missing", reason: `${names} cannot be called with ${plural(arity)}` };
}

/** The names that functions mention, each beside its own. */
export function mentionedByOthers(definitions: readonly Definition[]): ReadonlySet<string> {
  const mentioned = new Set<string>();
  for (const { name, mentions } of definitions)
    for (const other of mentions) if (other !== name) mentioned.add(other);
  return mentioned;
}

function plural(count: number): string {
  return count === 1 ? "1 argument" : `${count} arguments`;
}
