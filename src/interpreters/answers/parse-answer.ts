import type { Code, Language } from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { dedent } from "./dedent.ts";
import { longestProgram } from "./longest-program.ts";
import { outline } from "./outline.ts";
import type { Block, Outline, Tag } from "./outline.ts";
import { codeReader } from "./read-code.ts";
import type { CodeReader, Reading } from "./read-code.ts";

/** The parts of a free-text answer. */
export interface ParsedAnswer {
  /** What stands under the last `[DESCRIPTION]`, or before the first heading where there is none. */
  readonly description: string;
  /** What stands under the last `[DOMAIN]`; `null` where there is none. */
  readonly domain: string | null;
  readonly code: Code | null;
  /** What stands before the last `[DESCRIPTION]`. */
  readonly preamble: string;
  /** What was passed over or put right, one sentence each; empty for a well-formed answer. */
  readonly remarks: readonly string[];
}

/** How an answer is read. */
export interface AnswerOptions {
  /** With how many arguments its function is called; 1 where not given. */
  readonly arity?: number;
  /** What decides what is Python. */
  readonly python: PythonSyntax;
}

/** Longer answers are read up to here; no model writes as much. */
const MOST_READ = 1_048_576;

/** Characters of an answer that are parsed as code, all tries together. */
const MOST_PARSED = 131_072;

/** Blocks and sections that are tried as code, from the last. */
const MOST_TRIED = 64;

/**
 * Reads a model's answer: `[DESCRIPTION]`, `[DOMAIN]` and `[CODE]` in any spelling, code in a fence
 * or not, and whatever else it says around them. Takes any text and runs none of it.
 */
export async function parseAnswer(
  raw: string,
  { arity = 1, python }: AnswerOptions,
): Promise<ParsedAnswer> {
  const text = raw.slice(0, MOST_READ).replaceAll(/\r\n?/gu, "\n");
  const whole = outline(text);
  const last = whole.tags.findLast(({ name }) => name === "description");
  const start = last?.from ?? 0;
  const end = whole.commands.find((command) => command >= start) ?? text.length;
  const parts = upTo(end, whole);
  const reader = codeReader(arity, MOST_PARSED, python);
  const found = await findCode(text, parts, { start, end }, reader);
  const section = sectionsOf(text, parts, { start, end }, found.block);
  const domainTag = parts.tags.findLast(({ name }) => name === "domain");
  const domain = domainTag === undefined ? "" : section(domainTag.to);
  return {
    description: section(last?.to ?? 0),
    domain: domain === "" ? null : domain,
    code: found.code,
    preamble: last === undefined ? "" : text.slice(0, start).trim(),
    remarks: [
      ...(raw.length > MOST_READ ? ["It is too long; only its beginning was read."] : []),
      ...(last === undefined && parts.tags.length > 0 ? ["It has no [DESCRIPTION]."] : []),
      ...(end < text.length ? ["It goes on experimenting; that part was cut off."] : []),
      ...found.remarks,
    ],
  };
}

/** The part of a text that holds the answer. */
interface Span {
  /** Where the last `[DESCRIPTION]` begins. */
  readonly start: number;
  readonly end: number;
}

function upTo(end: number, { tags, blocks }: Outline): Outline {
  return {
    tags: tags.filter(({ from }) => from < end),
    blocks: blocks.filter(({ from }) => from < end),
    commands: [],
  };
}

/** Gives the words from an offset up to whatever comes next. */
function sectionsOf(
  text: string,
  { tags }: Outline,
  { start, end }: Span,
  block: Block | null,
): (from: number) => string {
  // Without a heading of its own, the code itself ends the words before it.
  const hasHeading = tags.some(({ name, from }) => name === "code" && from >= start);
  const stops = [...tags.map(({ from }) => from), ...(hasHeading || !block ? [] : [block.from])];
  return (from) => {
    const next = stops.filter((stop) => stop >= from).reduce((a, b) => Math.min(a, b), end);
    return text.slice(from, next).trim();
  };
}

/** The code of an answer, the block that it stood in, and what there is to say of it. */
interface Found {
  readonly code: Code | null;
  readonly block: Block | null;
  readonly remarks: readonly string[];
}

/** A place where code may stand. */
interface Place {
  readonly block: Block | null;
  /** What was put right if the code is taken from here. */
  readonly remark: string | null;
  read(): Promise<Reading>;
}

async function findCode(
  text: string,
  parts: Outline,
  { start, end }: Span,
  reader: CodeReader,
): Promise<Found> {
  const isLate = ({ from }: { readonly from: number }): boolean => from >= start;
  const blocks = parts.blocks.map((block) => placeOfBlock(block, reader));
  const open = parts.tags
    .filter(({ name }) => name === "code")
    .map((tag) => ({ from: tag.from, ...placeBehind(tag, text, parts, end, reader) }));
  // Most likely last; what precedes the last [DESCRIPTION] only stands in for what is missing.
  const places: readonly Place[] = [
    ...open.filter((place) => !isLate(place)),
    ...blocks.filter((place) => !isLate(place.block)),
    ...open.filter(isLate),
    ...blocks.filter((place) => isLate(place.block)),
  ];
  const reasons: string[] = [];
  for (const place of places.slice(-MOST_TRIED).toReversed()) {
    const reading = await place.read();
    if (reading.kind === "code") {
      const remarks = place.remark === null ? [] : [place.remark];
      return { code: reading.code, block: place.block, remarks };
    }
    reasons.push(reading.reason);
  }
  const remark = reasons[0] === undefined ? "It has no code." : `Code was refused: ${reasons[0]}.`;
  return { code: null, block: null, remarks: [remark] };
}

function placeOfBlock(block: Block, reader: CodeReader): Place & { readonly block: Block } {
  const languages = languagesOf(block.info);
  return block.closed
    ? { block, remark: null, read: () => reader.read(dedent(block.source), languages) }
    : {
        block,
        remark: "The fence around its code is not closed.",
        read: () => longestProgram(block.source, languages, reader),
      };
}

/** The text behind a `[CODE]` up to whatever comes next. */
function placeBehind(
  tag: Tag,
  text: string,
  { tags, blocks }: Outline,
  end: number,
  reader: CodeReader,
): Place {
  const isBehind = ({ from }: { readonly from: number }): boolean => from >= tag.to;
  const read = (): Promise<Reading> => {
    const nextTag = tags.find(isBehind)?.from ?? end;
    const nextBlock = blocks.find(isBehind)?.from ?? end;
    const section = text.slice(tag.to, Math.min(end, nextTag, nextBlock));
    // Code on the line of the heading is as far to the right as the heading itself.
    const lineStart = text.lastIndexOf("\n", tag.from) + 1;
    const margin = /^[ \t]*/u.exec(text.slice(lineStart, tag.to))?.[0] ?? "";
    const code = /^[ \t]*\n/u.test(section) ? section : `${margin}${section.trimStart()}`;
    return longestProgram(code, languagesOf(""), reader);
  };
  return { block: null, remark: "There is no fence around its code.", read };
}

function languagesOf(info: string): readonly Language[] {
  if (info.startsWith("py")) return ["python"];
  if (/^(?:javascript|js|jsx|mjs)$/u.test(info)) return ["javascript"];
  return ["python", "javascript"];
}
