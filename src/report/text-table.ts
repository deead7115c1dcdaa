import CliTable from "cli-table3";

/** What a table shows; a cell may have several lines. */
export interface TextTable {
  readonly head: readonly string[];
  /** Groups of rows, with a rule between them. */
  readonly sections: readonly (readonly (readonly string[])[])[];
  /** How each column stands. */
  readonly alignments: readonly ("left" | "right")[];
}

const RULED = { mid: "─", "left-mid": "", "mid-mid": "", "right-mid": "", middle: "" };
const BARE = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left"];
const FRAMELESS = Object.fromEntries(
  [...BARE, "bottom-right", "left", "right"].map((c) => [c, ""]),
);

/** The table as text without a frame: rules under the head and between sections only. */
export function renderTable({ head, sections, alignments }: TextTable): string {
  const table = new CliTable({
    chars: { ...FRAMELESS, ...RULED },
    colAligns: [...alignments],
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
  });
  table.push([...head], ...sections.flat().map((row) => [...row]));
  const kept = new Set([0]);
  sections.reduce((rows, section) => {
    kept.add(rows);
    return rows + section.length;
  }, 0);
  const lines = keepRules(table.toString().split("\n"), kept);
  // The padding of the last column is no part of the table's width.
  const width = textWidth(lines.filter((line) => !RULE.test(line)).join("\n"));
  return lines.map((line) => (RULE.test(line) ? line.slice(0, width) : line)).join("\n");
}

const RULE = /^─+$/;

/** The lines without those rules whose number, counted from 0, is not kept. */
function keepRules(lines: readonly string[], kept: ReadonlySet<number>): string[] {
  let rules = -1;
  return lines
    .filter((line) => {
      if (!RULE.test(line)) return true;
      rules += 1;
      return kept.has(rules);
    })
    .map((line) => line.trimEnd());
}

const ESCAPE = String.fromCharCode(27);
const STYLE = new RegExp(`${ESCAPE}\\[\\d+m`, "g");

/** The width of the widest line, in characters, styles not counted. */
export function textWidth(text: string): number {
  return Math.max(0, ...text.split("\n").map((line) => line.replaceAll(STYLE, "").length));
}

/** Text broken at spaces, never before a % sign, into lines of at most `width` characters, later ones indented. */
export function wrapped(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  for (const word of text.split(/ (?!%)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(last === undefined ? word : indent + word);
  }
  return lines.join("\n");
}
