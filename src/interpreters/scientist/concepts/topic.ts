import { BenchError } from "../../../core/index.ts";

/** A topic that a unit may respond to, as the probing vocabulary has it. */
export interface Topic {
  /** What it is called; the first is the usual name. */
  readonly names: readonly string[];
  /** Words about it, the most typical first. */
  readonly words: readonly string[];
}

/** The topics of a file: lines `NAME = OTHER NAME: WORD; WORD; …`. Throws `bad-data`. */
export function parseTopics(file: string, text: string): readonly Topic[] {
  const topics: Topic[] = [];
  const seen = new Set<string>();
  text.split("\n").forEach((raw, i) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    const colon = line.indexOf(": ");
    const names = items(line.slice(0, Math.max(0, colon)), "=");
    const words = items(line.slice(colon + 1), ";");
    const isNew = names.every((name) => !seen.has(name));
    if (colon < 0 || names.length === 0 || words.length === 0 || !isNew)
      throw new BenchError(
        "bad-data",
        `Expected \`NAME = OTHER NAME: WORD; WORD\`, each name once, in line ${i + 1} of \`${file}\`; got \`${line.slice(0, 80)}\`; correct the file`,
        { data: { file, line: i + 1 } },
      );
    names.forEach((name) => seen.add(name));
    topics.push({ names, words });
  });
  return topics;
}

function items(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
