/** Columns on the left that the labels of entries stand in. */
const GUTTER = 14;
const INDENT = 2;
/** Columns that text is given even where the terminal is too narrow for them. */
const NARROWEST = 20;
/** A line of text that is wider is hard to read. */
const WIDEST = 100;

/** Columns that the text of an entry may take on a terminal of this width. */
export function roomBesideLabels(width: number): number {
  return Math.max(NARROWEST, Math.min(width, WIDEST) - GUTTER);
}

/** Lines under a label on their left; a label that is too long has a line of its own. */
export function entry(label: string, lines: readonly string[]): string[] {
  const head = " ".repeat(INDENT) + label;
  const blank = " ".repeat(GUTTER);
  const [first = "", ...rest] = lines.map(harmless);
  const others = rest.map((line) => (line === "" ? "" : blank + line));
  return head.length < GUTTER
    ? [(head.padEnd(GUTTER) + first).trimEnd(), ...others]
    : [head, blank + first, ...others];
}

/** What a terminal would take for a command is shown as a mark: models write what they like. */
function harmless(line: string): string {
  return line.replaceAll(/(?!\t)\p{Cc}/gu, "\u{FFFD}");
}

/** Text as paragraphs, broken at spaces; only a word that is longer than the room sticks out. */
export function wrapped(text: string, room: number): string[] {
  return text.split("\n").flatMap((line) => filled(line.split(/\s+/u).filter(Boolean), " ", room));
}

/** Items in lines, with commas between them; an item is never broken. */
export function listed(items: readonly string[], room: number): string[] {
  return filled(
    items.map((item, i) => (i === items.length - 1 ? item : `${item},`)),
    " ",
    room,
  );
}

function filled(parts: readonly string[], between: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line !== "" && line.length + between.length + part.length > room) {
      lines.push(line);
      line = part;
    } else line = line === "" ? part : line + between + part;
  }
  return [...lines, line];
}
