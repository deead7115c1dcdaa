import type { RequestImage } from "./recorded-request.ts";

/** Characters that are shown of each side, and of those how many before the difference. */
const [SHOWN, BEFORE] = [120, 30];

/** The first thing in which a request differs from the recorded one, in a few words. */
export function requestDifference(recorded: RequestImage, asked: RequestImage): string {
  const names = Object.keys({ ...recorded.settings, ...asked.settings }).toSorted();
  const name = names.find((key) => recorded.settings[key] !== asked.settings[key]);
  if (name !== undefined) return told(`\`${name}\``, recorded.settings[name], asked.settings[name]);
  const longest = Math.max(recorded.messages.length, asked.messages.length);
  for (let index = 0; index < longest; index += 1) {
    const [was, is] = [recorded.messages[index], asked.messages[index]];
    if (was !== is) return told(`message ${index + 1}`, was, is);
  }
  return "the same request with another hash: the record was changed";
}

function told(what: string, was: string | undefined, is: string | undefined): string {
  const from = Math.max(0, firstDifference(was ?? "", is ?? "") - BEFORE);
  return `${what} was ${excerpt(was, from)} and is ${excerpt(is, from)}`;
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && index < b.length && a[index] === b[index]) index += 1;
  return index;
}

function excerpt(text: string | undefined, from: number): string {
  if (text === undefined) return "absent";
  const to = from + SHOWN;
  const [start, end] = [from > 0 ? "…" : "", text.length > to ? "…" : ""];
  return `«${start}${text.slice(from, to)}${end}»`;
}
