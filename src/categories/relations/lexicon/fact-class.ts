import { keyOf } from "./key-of.ts";
import { badFacts, parseTable } from "./parse-table.ts";

/** A member of a class of inputs, such as France, with what is known of it. */
export interface Member {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Whether another member of the class has the same name: neither is in any test. */
  readonly isAmbiguous: boolean;
  /** The right values of an attribute, the canonical one first; none where it is not known. */
  values(attribute: string): readonly string[];
}

/** A class of inputs, such as countries. */
export interface FactClass {
  readonly id: string;
  readonly attributes: readonly string[];
  readonly members: readonly Member[];
  /** The member that an input names, by its name or an alias; `null` for anything else. */
  find(input: string): Member | null;
}

/** Characters beyond which nothing is a name. */
const LONGEST_NAME = 200;
/** Spellings that are remembered, so that an input asked again is not taken apart again. */
const MOST_REMEMBERED = 20_000;

/** Reads the table of a class. Throws `bad-data` with the line. */
export function readClass(id: string, text: string): FactClass {
  const { columns, rows } = parseTable(text, `${id}.tsv`, ["name", "aliases"]);
  const attributes = columns.filter((column) => column !== "name" && column !== "aliases");
  const byKey = new Map<string, Member>();
  const names = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row.cell("name"));
    names.set(key, (names.get(key) ?? 0) + 1);
  }
  const members = rows.map((row) => {
    const lists = new Map(attributes.map((attribute) => [attribute, row.list(attribute)]));
    const member: Member = {
      name: row.cell("name"),
      aliases: row.list("aliases"),
      isAmbiguous: (names.get(keyOf(row.cell("name"))) ?? 0) > 1,
      values: (attribute) => lists.get(attribute) ?? [],
    };
    enter(member, row.place, names, byKey);
    return member;
  });
  return { id, attributes, members, find: finder(byKey) };
}

/**
 * Enters a member under its name and its aliases. What names several members, as some cities share a
 * name, is the first of them; a name goes before any alias.
 */
function enter(
  member: Member,
  place: string,
  names: ReadonlyMap<string, number>,
  byKey: Map<string, Member>,
): void {
  const key = keyOf(member.name);
  if (key === "") throw badFacts(place, "a name", member.name);
  if (!byKey.has(key)) byKey.set(key, member);
  for (const alias of member.aliases) {
    const other = keyOf(alias);
    if (other === "") throw badFacts(place, "aliases with letters or digits", alias);
    if (!names.has(other) && !byKey.has(other)) byKey.set(other, member);
  }
}

function finder(byKey: ReadonlyMap<string, Member>): FactClass["find"] {
  const remembered = new Map<string, Member | null>();
  return (input) => {
    const known = remembered.get(input);
    if (known !== undefined) return known;
    if (input.length > LONGEST_NAME) return null;
    const found = byKey.get(keyOf(input)) ?? null;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(input, found);
    return found;
  };
}
