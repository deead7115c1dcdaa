import type { Document, DocumentPart } from "./document.ts";
import type { Cell, Column, Row, Section } from "./section.ts";

const HEAD = [
  "run",
  "category",
  "section",
  "name",
  "role",
  "group",
  "column",
  "metric",
  "subset",
  "statistic",
  "problems",
  "n",
  "value",
  "low",
  "high",
];

/** A document's figures as CSV (RFC 4180), one a line, nothing rounded: what a data frame is read from. */
export function renderCsv({ parts }: Document): string {
  const lines = parts.flatMap((one) =>
    one.sections.flatMap((section) => section.rows.flatMap((row) => linesOf(one, section, row))),
  );
  return `${[HEAD, ...lines].map((line) => line.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function linesOf({ path }: DocumentPart, section: Section, row: Row): string[][] {
  return section.columns.map((column, index) => {
    const [run = "", category = ""] = path;
    const { name, role, group } = row;
    return [
      run,
      category,
      section.name,
      name,
      role,
      group ?? "",
      ...columnFields(column),
      ...cellFields(row.cells[index]),
    ];
  });
}

function columnFields({ head, metric, subset, statistic, problems }: Column): string[] {
  return [head.join(" "), metric ?? "", subset ?? "", statistic ?? "", `${problems ?? ""}`];
}

/** n, value and both ends. */
function cellFields(cell: Cell | undefined): string[] {
  switch (cell?.kind) {
    case "figure": {
      if (cell.estimate === null) return ["0", "", "", ""];
      const { n, value, low, high } = cell.estimate;
      return [n, value, low, high].map(String);
    }
    case "number":
      return ["", `${cell.value ?? ""}`, "", ""];
    case "text":
      return ["", cell.text, "", ""];
    case undefined:
      return ["", "", "", ""];
  }
}

function quoted(field: string): string {
  return /[",\r\n]/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
