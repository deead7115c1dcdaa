import type { Shown } from "../../app/index.ts";
import type { Provenance } from "../../contract/index.ts";
import { entry, listed, roomBesideLabels, wrapped } from "./entry.ts";
import { sourceLines } from "./render-interpretation.ts";
import { renderItem } from "./render-item.ts";

/** A problem and what each interpreter did with it, as a text to read from top to bottom. */
export function renderShown(
  { problem, formula, quirks, items }: Shown,
  width: number,
  full = false,
): string {
  const { truth } = problem;
  const room = roomBesideLabels(width);
  const origin = originOf(truth.provenance);
  return [
    ...entry("Problem", wrapped(`${problem.id}, ${problem.category}, ${origin}`, room)),
    ...entry("Tags", listed(truth.tags, room)),
    ...entry("Truth", [
      ...wrapped(truth.description, room),
      ...(formula.isProgram ? sourceLines(formula.text, room, full) : wrapped(formula.text, room)),
    ]),
    ...quirks.flatMap((quirk) => entry("Quirk", wrapped(quirk, room))),
    ...items.flatMap((item) => ["", ...renderItem(item, width, full)]),
  ].join("\n");
}

function originOf(provenance: Provenance): string {
  switch (provenance.source) {
    case "recipe":
      return `recipe ${provenance.recipe}`;
    case "find":
      return `released as ${provenance.officialId} (${provenance.servedBy})`;
    case "file":
      return `file ${provenance.name}`;
  }
}
