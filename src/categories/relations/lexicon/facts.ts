import { readClass } from "./fact-class.ts";
import type { FactClass } from "./fact-class.ts";
import { keyOf } from "./key-of.ts";
import { badFacts, parseTable } from "./parse-table.ts";
import type { TableRow } from "./parse-table.ts";

/** What a relation is: which property of which class of inputs. */
export interface FactRelation {
  readonly id: string;
  readonly source: "released" | "own";
  readonly class: string;
  readonly attribute: string;
  /** Such as `a country`. */
  readonly input: string;
  /** Such as `the capital of that country`. */
  readonly output: string;
  /** What kind of thing the answers are, such as `place`. */
  readonly kind: string;
  /** Of answers that are quantities; `null` for words. */
  readonly unit: string | null;
  /** How far a number may be from the right one, relative to it; `null` for words. */
  readonly tolerance: number | null;
}

/** Which members of a class are an exception. */
export interface FactException {
  readonly id: string;
  readonly class: string;
  /** An attribute of the class, or `name` for how the input itself is written. */
  readonly attribute: string;
  /** A value, or `starts:S`, `>1900`, `<1900`. */
  readonly value: string;
  /** Such as `the input country is in Asia`. */
  readonly phrase: string;
}

/** All facts: classes of inputs, relations over them, exceptions, and other words for the same. */
export interface Facts {
  readonly classes: ReadonlyMap<string, FactClass>;
  readonly relations: ReadonlyMap<string, FactRelation>;
  readonly exceptions: ReadonlyMap<string, FactException>;
  /** Other wordings of an answer, such as `USA` of `United States`. */
  wordingsOf(answer: string): readonly string[];
  /** Other names of a class, an attribute, a value or an exception, for reading what was stated. */
  synonymsOf(kind: SynonymKind, id: string): readonly string[];
}

const synonymKinds = ["class", "attribute", "value", "exception", "overlap"] as const;

/** What a synonym is a name of; an `overlap` names classes that share members with a class. */
export type SynonymKind = (typeof synonymKinds)[number];

/** Tables that are about others; every other table is of a class. */
const ABOUT = new Set(["relations.tsv", "exceptions.tsv", "aliases.tsv", "synonyms.tsv"]);

/** Texts of the tables of facts by their names, such as `country.tsv`. Throws `bad-data` with the line. */
export function parseFacts(tables: ReadonlyMap<string, string>): Facts {
  const text = (file: string): string => {
    const found = tables.get(file);
    if (found === undefined) throw badFacts(file, "a table", "none");
    return found;
  };
  const classes = new Map(
    [...tables]
      .filter(([file]) => !ABOUT.has(file))
      .map(([file, table]) => [file.replace(/\.tsv$/u, ""), table] as const)
      .map(([id, table]) => [id, readClass(id, table)] as const),
  );
  const wordings = wordingsIn(text("aliases.tsv"));
  const synonyms = synonymsIn(text("synonyms.tsv"));
  return {
    classes,
    relations: byId(relationsIn(text("relations.tsv"), classes), "relations.tsv"),
    exceptions: byId(exceptionsIn(text("exceptions.tsv"), classes), "exceptions.tsv"),
    wordingsOf: (answer) => wordings.get(keyOf(answer)) ?? [],
    synonymsOf: (kind, id) => synonyms.get(`${kind} ${keyOf(id)}`) ?? [],
  };
}

const RELATION_COLUMNS = [
  ..."id source class attribute kind unit tolerance".split(" "),
  "input phrase",
  "output phrase",
];

function relationsIn(text: string, classes: Facts["classes"]): readonly FactRelation[] {
  return parseTable(text, "relations.tsv", RELATION_COLUMNS).rows.map((row): FactRelation => {
    const source = row.cell("source");
    if (source !== "released" && source !== "own")
      throw badFacts(row.place, "a source, released or own", source);
    const unit = row.cell("unit");
    return {
      ...attributeOf(row, classes),
      source,
      input: filled(row, "input phrase"),
      output: filled(row, "output phrase"),
      kind: filled(row, "kind"),
      unit: unit === "" ? null : unit,
      tolerance: toleranceOf(row),
    };
  });
}

function toleranceOf(row: TableRow): number | null {
  const text = row.cell("tolerance");
  if (text === "") return null;
  const value = Number(text);
  if (value >= 0 && value < 1) return value;
  throw badFacts(row.place, "a relative tolerance from 0 to 1", text);
}

function exceptionsIn(text: string, classes: Facts["classes"]): readonly FactException[] {
  const columns = ["id", "class", "attribute", "value", "phrase"];
  return parseTable(text, "exceptions.tsv", columns).rows.map((row) => ({
    ...attributeOf(row, classes),
    value: filled(row, "value"),
    phrase: filled(row, "phrase"),
  }));
}

function attributeOf(
  row: TableRow,
  classes: Facts["classes"],
): { readonly id: string; readonly class: string; readonly attribute: string } {
  const name = row.cell("class");
  const attribute = row.cell("attribute");
  const found = classes.get(name);
  if (found === undefined)
    throw badFacts(row.place, `a class among ${[...classes.keys()].join(", ")}`, name);
  if (attribute !== "name" && !found.attributes.includes(attribute))
    throw badFacts(row.place, `a column of ${name}.tsv`, attribute);
  return { id: filled(row, "id"), class: name, attribute };
}

function filled(row: TableRow, column: string): string {
  const text = row.cell(column);
  if (text === "") throw badFacts(row.place, `a ${column}`, text);
  return text;
}

function byId<T extends { readonly id: string }>(
  rows: readonly T[],
  file: string,
): ReadonlyMap<string, T> {
  const all = new Map(rows.map((row) => [row.id, row]));
  const twice = rows.find((row) => all.get(row.id) !== row);
  if (twice !== undefined) throw badFacts(file, "every id once", twice.id);
  return all;
}

function wordingsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const { columns, rows } = parseTable(text, "aliases.tsv", []);
  const [answer = "", others = ""] = columns;
  return new Map(rows.map((row) => [keyOf(row.cell(answer)), row.list(others)]));
}

function synonymsIn(text: string): ReadonlyMap<string, readonly string[]> {
  const { rows } = parseTable(text, "synonyms.tsv", ["kind", "id", "names"]);
  return new Map(
    rows.map((row) => {
      const kind = row.cell("kind");
      if (!synonymKinds.some((known) => known === kind))
        throw badFacts(row.place, `a kind among ${synonymKinds.join(", ")}`, kind);
      return [`${kind} ${keyOf(row.cell("id"))}`, row.list("names")];
    }),
  );
}
