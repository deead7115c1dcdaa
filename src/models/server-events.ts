import { StringDecoder } from "node:string_decoder";
import { parseJson } from "../core/index.ts";

/** What was heard of a reply's body besides its events. */
export interface Remainder {
  /** Lines that belong to no event: a whole page or document in place of a stream. */
  readonly text: string;
  /** Lines of data that were no JSON. */
  readonly unreadable: number;
}

/** How much is kept of a body that is no stream of events. */
const LONGEST_PAGE = 32 * 1024 * 1024;

/**
 * Reads a stream of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)
 * piece by piece and hands on the JSON of each, and `[DONE]` as `null`. Takes time by the length of what
 * comes, however it is cut; lines of data without a blank line between them are told apart where each is
 * JSON by itself, and lines without `data:` where a server sends one JSON a line.
 */
export function serverEvents(onEvent: (data: unknown) => void): {
  add(bytes: Buffer): void;
  end(): Remainder;
} {
  const decoder = new StringDecoder("utf8");
  let begun: string[] = [];
  let data: string[] = [];
  const page: string[] = [];
  let pageLength = 0;
  let unreadable = 0;
  let heard = 0;
  let wasCarriage = false;
  const END = /[\r\n]/gu;
  const hand = (text: string): boolean => {
    const line = text.trim();
    if (line === "") return true;
    if (line === "[DONE]") {
      onEvent(null);
      return true;
    }
    const parsed = parseJson(line);
    if (parsed.kind !== "json") return false;
    heard += 1;
    onEvent(parsed.value);
    return true;
  };
  const dispatch = (): void => {
    const lines = data;
    data = [];
    if (lines.length === 0 || (lines.length > 1 && hand(lines.join("\n")))) return;
    for (const line of lines) if (!hand(line)) unreadable += 1;
  };
  const take = (line: string): void => {
    if (line === "") return dispatch();
    if (line.startsWith("data:")) {
      data.push(line.slice(line.startsWith("data: ") ? 6 : 5));
      return;
    }
    if (/^(?:event|id|retry)?:/u.test(line)) return;
    dispatch();
    pageLength += line.length;
    if (heard === 0 && pageLength <= LONGEST_PAGE) page.push(line);
  };
  return {
    add: (bytes) => {
      const text = decoder.write(bytes);
      let from = wasCarriage && text.startsWith("\n") ? 1 : 0;
      if (text !== "") wasCarriage = text.endsWith("\r");
      END.lastIndex = from;
      for (let end = END.exec(text); end !== null; end = END.exec(text)) {
        const at = end.index;
        const rest = text.slice(from, at);
        from = at + 1;
        if (begun.length === 0) take(rest);
        else {
          const line = [...begun, rest].join("");
          begun = [];
          take(line);
        }
        // One end of a line, though two characters.
        if (text[at] === "\r" && text[from] === "\n") from += 1;
        END.lastIndex = from;
      }
      if (from < text.length) begun.push(text.slice(from));
    },
    end: () => {
      const last = [...begun, decoder.end()].join("");
      if (last !== "") take(last);
      dispatch();
      const text = page.join("\n");
      if (heard > 0 || text.trim() === "") return { text, unreadable };
      if (!hand(text)) for (const line of page) hand(line);
      return { text, unreadable };
    },
  };
}
