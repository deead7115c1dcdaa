import { LONGEST_ANSWER } from "./limits.ts";

/** A block of a text that asks. */
export interface AskBlock {
  readonly from: number;
  readonly body: string;
}

const OPENING =
  /^[ \t]{0,8}(?:(?<fence>`{3,}|~{3,})[ \t]*ask\b[ \t]*(?<rest>.*)|ask:[ \t]*(?<line>(?:[["'(]|[-+]?\.?\d).*))$/iu;
const CLOSING = /^[ \t]{0,8}(?:`{3,}|~{3,})[ \t]*$/u;

/**
 * Blocks that ask, fenced or as a line `ask: …` of numbers or of quoted texts; one without an end
 * reaches to the text's.
 */
export function askBlocks(text: string): readonly AskBlock[] {
  const blocks: { readonly from: number; readonly lines: string[] }[] = [];
  let inside = false;
  let offset = 0;
  for (const line of text.slice(0, LONGEST_ANSWER).split("\n")) {
    const { fence, rest = "", line: single } = OPENING.exec(line)?.groups ?? {};
    if (inside && CLOSING.test(line)) inside = false;
    else if (fence !== undefined) {
      const inline = rest.replace(/[`~]{3,}[ \t]*$/u, "");
      blocks.push({ from: offset, lines: [inline] });
      inside = inline === rest;
    } else if (inside) blocks.at(-1)?.lines.push(line);
    else if (single !== undefined) blocks.push({ from: offset, lines: [single] });
    offset += line.length + 1;
  }
  return blocks.map(({ from, lines }) => ({ from, body: lines.join("\n") }));
}
