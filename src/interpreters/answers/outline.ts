/** A heading of an answer, such as `[CODE]:`; offsets are in UTF-16 code units of the text. */
export interface Tag {
  readonly name: (typeof names)[number];
  readonly from: number;
  /** Where the section begins: behind the tag, its colon and its decoration. */
  readonly to: number;
}

/** A fenced block of code. */
export interface Block {
  /** The language that the opening fence names, in lower case; empty where it names none. */
  readonly info: string;
  readonly source: string;
  /** Where the opening fence begins. */
  readonly from: number;
  /** Behind the closing fence. */
  readonly to: number;
  /** False where a new block, a heading or the end of the text came instead of a closing fence. */
  readonly closed: boolean;
}

/** The landmarks of a free-text answer, each list in the order of the text. */
export interface Outline {
  readonly tags: readonly Tag[];
  readonly blocks: readonly Block[];
  /** Offsets outside blocks at which the answer goes on experimenting. */
  readonly commands: readonly number[];
}

const LANDMARK =
  /(?<tag>\[[ \t]{0,8}(?<name>description|domain|code|noise|confidence|concepts|join|relation|exceptions)(?<rest>[\w -]{0,32})\])(?<stars>\*{0,3})(?<colon>[ \t]{0,8}:)?(?:\*{1,3})?|(?<fence>`{3,}|(?<=^[ \t]{0,8})~{3,})|(?<command>COMMAND:|PYTHON\()/giu;

const names = [
  "description",
  "domain",
  "code",
  "noise",
  "confidence",
  "concepts",
  "join",
  "relation",
  "exceptions",
] as const;

/** What may stand before a heading on its line: white space and marks of Markdown. */
const DECORATION = /^[\s>#*_-]*$/u;
const MOST_DECORATION = 32;

const TAG_IN_BLOCK =
  /^[ \t]{0,8}\[(?:DESCRIPTION|DOMAIN|NOISE|CONFIDENCE|CONCEPTS|JOIN|RELATION|EXCEPTIONS|CODE\w{0,32})\][ \t]{0,8}:/u;

const KNOWN_INFO = /^(?:python\d?|py\d?|javascript|js|jsx|mjs|typescript|ts|text|txt|plaintext)$/iu;

interface Open {
  readonly info: string;
  readonly fence: string;
  readonly from: number;
  readonly lines: string[];
}

/** What was found so far, and the block that is open. */
interface Scan {
  readonly tags: Tag[];
  readonly blocks: Block[];
  readonly commands: number[];
  open: Open | null;
}

/** Finds headings, fenced blocks and commands in one pass over the lines of a text. */
export function outline(text: string): Outline {
  const scan: Scan = { tags: [], blocks: [], commands: [], open: null };
  let offset = 0;
  for (const line of text.split("\n")) {
    if (scan.open === null) readOutside(line, offset, scan);
    else readInside(line, offset, scan.open, scan);
    offset += line.length + 1;
  }
  if (scan.open !== null) close(scan.open, text.length, false, scan);
  const { tags, blocks, commands } = scan;
  return { tags, blocks, commands };
}

function close({ info, from, lines }: Open, to: number, closed: boolean, scan: Scan): void {
  scan.blocks.push({ info, from, to, closed, source: lines.join("\n") });
  scan.open = null;
}

/** Reads a line, or what is left of it, outside blocks. */
function readOutside(line: string, offset: number, scan: Scan): void {
  let after = 0;
  for (const match of line.matchAll(LANDMARK)) {
    const { index } = match;
    if (index < after) continue;
    const { tag, fence, command } = match.groups ?? {};
    const from = offset + index;
    if (tag !== undefined) {
      const startsLine = index <= MOST_DECORATION && DECORATION.test(line.slice(0, index));
      const name = nameOf(match.groups, startsLine);
      const to = from + match[0].length;
      if (name !== null) scan.tags.push({ name, from: startsLine ? offset : from, to });
    } else if (fence !== undefined) {
      const rest = line.slice(index + fence.length);
      const single = rest.indexOf(fence);
      scan.open = opening(fence, single < 0 ? rest : rest.slice(0, single), from);
      if (single < 0) return;
      after = index + 2 * fence.length + single;
      close(scan.open, offset + after, true, scan);
    } else if (command === command?.toUpperCase()) scan.commands.push(from);
  }
}

function readInside(line: string, offset: number, open: Open, scan: Scan): void {
  const end = endOfBlock(line, open.fence);
  switch (end.kind) {
    case "inside":
      open.lines.push(line);
      return;
    case "closed":
      if (end.before !== "") open.lines.push(end.before);
      close(open, offset + end.to, true, scan);
      readOutside(line.slice(end.to), offset + end.to, scan);
      return;
    case "interrupted":
      close(open, offset, false, scan);
      readOutside(line, offset, scan);
      return;
  }
}

/** The heading that a match is, if it stands at the start of a line or is followed by a colon. */
function nameOf(
  groups: Readonly<Record<string, string | undefined>> | undefined,
  startsLine: boolean,
): Tag["name"] | null {
  const { name = "", rest = "", colon } = groups ?? {};
  if (!startsLine && colon === undefined) return null;
  const known = names.find((one) => one === name.toLowerCase());
  if (known === undefined || known === "code") return known ?? null;
  return rest.trim() === "" ? known : null;
}

function opening(fence: string, rest: string, from: number): Open {
  const word = /^[\w+#.-]*/u.exec(rest)?.[0] ?? "";
  const behind = rest.slice(word.length);
  // "```def f(x): …" has its code on the line of the fence and names no language.
  const isInfo = behind.trim() === "" || KNOWN_INFO.test(word);
  const first = isInfo ? behind : rest;
  const lines = first.trim() === "" ? [] : [first.trimStart()];
  return { info: isInfo ? word.toLowerCase() : "", fence, from, lines };
}

type BlockEnd =
  | { readonly kind: "inside" }
  /** `before` is code in front of the fence; `to` is the column behind it. */
  | { readonly kind: "closed"; readonly before: string; readonly to: number }
  /** The line is not part of the block, which had no closing fence. */
  | { readonly kind: "interrupted" };

function endOfBlock(line: string, fence: string): BlockEnd {
  if (TAG_IN_BLOCK.test(line)) return { kind: "interrupted" };
  const start = line.length - line.trimStart().length;
  const trimmed = line.trimEnd();
  if (line.startsWith(fence, start)) {
    const mark = fence.charAt(0);
    let to = start + fence.length;
    while (line.charAt(to) === mark) to += 1;
    // A fence that names a language opens the next block.
    return /^\w/u.test(line.slice(to))
      ? { kind: "interrupted" }
      : { kind: "closed", before: "", to };
  }
  if (!trimmed.endsWith(fence)) return { kind: "inside" };
  return {
    kind: "closed",
    before: trimmed.slice(0, trimmed.length - fence.length),
    to: trimmed.length,
  };
}
