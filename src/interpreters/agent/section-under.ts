import { outline } from "../answers/outline.ts";
import type { Tag } from "../answers/outline.ts";

/** What stands under the last heading of a name, up to whatever comes next; empty if there is none. */
export function sectionUnder(text: string, name: Tag["name"]): string {
  const { tags, blocks, commands } = outline(text);
  const tag = tags.findLast((one) => one.name === name);
  if (tag === undefined) return "";
  const stops = [...[...tags, ...blocks].map(({ from }) => from), ...commands];
  const end = stops.filter((stop) => stop >= tag.to).reduce((a, b) => Math.min(a, b), text.length);
  return text.slice(tag.to, end).trim();
}
