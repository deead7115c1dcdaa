import { textWidth } from "./text-table.ts";

/** How a figure and its interval are written, from roomy to tight. */
export type Layout = "line" | "stacked" | "tight";

const LAYOUTS: readonly Layout[] = ["line", "stacked", "tight"];

/**
 * A table of `count` columns in the first layout that fits the width; where none does, in the
 * tightest one with its columns in several tables.
 */
export function fitColumns(
  count: number,
  width: number,
  render: (columns: readonly number[], layout: Layout) => string,
): string {
  const columns = Array.from({ length: count }, (_, index) => index);
  for (const layout of LAYOUTS) {
    const table = render(columns, layout);
    if (textWidth(table) <= width) return table;
  }
  const blocks: number[][] = [];
  for (const column of columns) {
    const wider = [...(blocks.at(-1) ?? []), column];
    if (blocks.length > 0 && textWidth(render(wider, "tight")) <= width)
      blocks[blocks.length - 1] = wider;
    else blocks.push([column]);
  }
  return blocks.map((block) => render(block, "tight")).join("\n\n");
}
