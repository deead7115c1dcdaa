/** A Markdown table: the first column to the left, the others to the right. */
export function renderMarkdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const rule = head.map((_, index) => (index === 0 ? ":---" : "---:"));
  return [head, rule, ...rows].map(line).join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(" | ")} |`;
}

/** What would end a cell or mark up its text, made plain. */
function escaped(cell: string): string {
  return cell.replaceAll(/[\\|*_<`]/g, "\\$&").replaceAll("\n", " ");
}
