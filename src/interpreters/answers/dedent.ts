/** Takes off the white space that every line begins with, and the empty lines at both ends. */
export function dedent(text: string): string {
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  let shared = /^[ \t]*/u.exec(filled[0] ?? "")?.[0] ?? "";
  for (const line of filled) {
    while (!line.startsWith(shared)) shared = shared.slice(0, -1);
    if (shared === "") break;
  }
  const start = lines.findIndex((line) => line.trim() !== "");
  const end = lines.findLastIndex((line) => line.trim() !== "");
  return lines
    .slice(Math.max(0, start), end + 1)
    .map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line.trimStart()))
    .join("\n");
}
