import { BenchError } from "../../../core/index.ts";
import { nameKey } from "./name-key.ts";
import type { ExceptionForm, Property, Thing, ThingClass } from "./thing-class.ts";

/** A file of the sources, by its name, for messages. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

interface Line {
  readonly place: string;
  /** What stands before the first colon of a line that has a known one; empty for a row. */
  readonly head: string;
  readonly cells: readonly string[];
}

const HEADS = new Set([
  "class",
  "input",
  "within",
  "persons",
  "output",
  "exception",
  "columns",
  "more",
  "kind",
  "property",
  "same",
]);

function linesOf({ file, text }: SourceFile): readonly Line[] {
  return text.split(/\r?\n/u).flatMap((line, i): Line[] => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const colon = line.indexOf(":");
    const named = colon > 0 && HEADS.has(line.slice(0, colon));
    const rest = named ? line.slice(colon + 1) : line;
    return [
      {
        place: `${file}:${i + 1}`,
        head: named ? line.slice(0, colon) : "",
        cells: rest.split(";").map((cell) => cell.trim()),
      },
    ];
  });
}

/** A class of things with facts. Throws `bad-data` with the line. */
export function parseThings(source: SourceFile): ThingClass {
  const lines = linesOf(source);
  const all = (head: string): readonly string[] =>
    lines.filter((line) => line.head === head).flatMap(({ cells }) => cells);
  const [id = "", input = ""] = [all("class")[0], all("input")[0]];
  const columns = all("columns");
  if (id === "" || input === "" || columns[0] !== "name")
    throw bad(source.file, "lines class, input and columns, the first column name", id);
  const pair = (text: string): readonly [attribute: string, phrase: string] => {
    const [attribute = "", phrase = ""] = text.split(" = ").map((part) => part.trim());
    if (phrase === "" || !columns.includes(attribute))
      throw bad(source.file, "an attribute among the columns, =, and a phrase", text);
    return [attribute, phrase];
  };
  const rows = lines.filter(({ head }) => head === "");
  const things = [
    ...rows.map((row) => thingOf(row, columns)),
    ...all("more").map((name) => thingNamed(name, new Map())),
  ];
  return classOf({
    id,
    input,
    hasFacts: true,
    within: all("within").flatMap((text) => text.split(" ")),
    isPersons: all("persons").includes("yes"),
    things,
    properties: all("output").map((text): Property => {
      const [attribute, output] = pair(text);
      return { attribute, output, kinds: [] };
    }),
    exceptions: all("exception").map((text): ExceptionForm => {
      const [attribute, phrase] = pair(text);
      return { attribute, phrase };
    }),
  });
}

function thingOf({ cells, place }: Line, columns: readonly string[]): Thing {
  const filled = cells.length > columns.length ? cells.filter((_, i) => i < columns.length) : cells;
  if (cells.some((cell, i) => i >= columns.length && cell !== ""))
    throw bad(place, `at most ${columns.length} cells`, String(cells.length));
  const values = new Map(
    columns.flatMap((column, i): [string, readonly string[]][] => {
      const cell = filled[i] ?? "";
      return i === 0 || cell === "" ? [] : [[column, cell.split("|")]];
    }),
  );
  return thingNamed(filled[0] ?? "", values);
}

function thingNamed(name: string, values: ReadonlyMap<string, readonly string[]>): Thing {
  return { name, key: nameKey(name), values: (attribute) => values.get(attribute) ?? NONE };
}

const NONE: readonly string[] = [];

function classOf(parts: Omit<ThingClass, "byKey">): ThingClass {
  const byKey = new Map<string, Thing>();
  for (const thing of parts.things) if (!byKey.has(thing.key)) byKey.set(thing.key, thing);
  return { ...parts, things: [...byKey.values()], byKey };
}

/** Kinds of things of which there are names only. Throws `bad-data` with the line. */
export function parseKinds(source: SourceFile): readonly ThingClass[] {
  return linesOf(source).map(({ head, cells, place }) => {
    const [id = "", input = "", ...names] = cells;
    if (head !== "kind" || names.length < 3)
      throw bad(place, "kind, a phrase and three names at least", head);
    const wider = names.find((name) => name.startsWith("within: "));
    const within = wider === undefined ? [] : wider.slice("within: ".length).split(" ");
    return classOf({
      id,
      input,
      hasFacts: false,
      within,
      isPersons: within.includes("person"),
      things: names.filter((name) => name !== wider).map((name) => thingNamed(name, new Map())),
      properties: [],
      exceptions: [],
    });
  });
}

/** Properties that are likely for a class and a kind of answer, by the class. Throws `bad-data`. */
export function parseProperties(source: SourceFile): ReadonlyMap<string, readonly Property[]> {
  const found = new Map<string, Property[]>();
  for (const { head, cells, place } of linesOf(source)) {
    const [id = "", kinds = "", output = ""] = cells;
    if (head !== "property" || output === "")
      throw bad(place, "property: a class; kinds of answers; a property", cells.join("; "));
    const isNumber = kinds.startsWith("number ");
    const property = { attribute: null, output, kinds: isNumber ? [kinds] : kinds.split(" ") };
    found.set(id, [...(found.get(id) ?? []), property]);
  }
  return found;
}

/** Groups of wordings that mean the same. */
export function parseWordings(source: SourceFile): readonly (readonly string[])[] {
  return linesOf(source).map(({ cells }) => cells.map(nameKey));
}

function bad(place: string, expected: string, got: string): BenchError {
  return new BenchError(
    "bad-data",
    `Expected ${expected} at \`${place}\`; got ${JSON.stringify(got)}; correct this line`,
    { data: { place } },
  );
}
