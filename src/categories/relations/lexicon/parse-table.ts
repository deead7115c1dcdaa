import { BenchError } from "../../../core/index.ts";

/** A row of a table: its cells by column, none of them with blanks at its ends. */
export interface TableRow {
  /** Where it stands, such as `country.tsv:12`, for messages. */
  readonly place: string;
  cell(column: string): string;
  /** The parts of a cell that `|` separates, each once; none for an empty cell. */
  list(column: string): readonly string[];
}

/** A table of facts. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/**
 * The table that a text holds: lines of cells between tabs, the first one names the columns; lines
 * that begin with `#` and empty ones are left out. `name` is the file's, for messages. Throws
 * `bad-data` with the line.
 */
export function parseTable(text: string, name: string, required: readonly string[]): Table {
  const lines = text.split(/\r?\n/u).map((line, i) => ({ line, place: `${name}:${i + 1}` }));
  const [head, ...body] = lines.filter(({ line }) => line.trim() !== "" && !line.startsWith("#"));
  const columns = head?.line.split("\t").map((cell) => cell.trim()) ?? [];
  const lacking = required.find((column) => !columns.includes(column));
  if (lacking !== undefined || new Set(columns).size !== columns.length)
    throw badFacts(
      head?.place ?? name,
      `columns, each once, with ${lacking ?? "names of their own"} among them`,
      columns.length === 0 ? "an empty table" : columns.join(", "),
    );
  return { columns, rows: body.map(({ line, place }) => rowOf(line.split("\t"), place, columns)) };
}

function rowOf(cells: readonly string[], place: string, columns: readonly string[]): TableRow {
  if (cells.length !== columns.length)
    throw badFacts(place, `${columns.length} cells between tabs`, String(cells.length));
  const cell = (column: string): string => cells[columns.indexOf(column)]?.trim() ?? "";
  return {
    place,
    cell,
    list: (column) => {
      const parts = cell(column)
        .split("|")
        .map((part) => part.trim());
      if (parts.length === 1 && parts[0] === "") return [];
      if (parts.includes("") || new Set(parts).size !== parts.length)
        throw badFacts(place, `parts of their own between | in ${column}`, cell(column));
      return parts;
    },
  };
}

/** The fault of facts that are not as they should be, with the place of what is wrong. */
export function badFacts(place: string, expected: string, got: string): BenchError {
  return new BenchError(
    "bad-data",
    `Expected ${expected} at \`${place}\`; got ${JSON.stringify(got)}; correct this line`,
    { data: { place } },
  );
}
