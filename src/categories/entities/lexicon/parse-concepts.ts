import { BenchError } from "../../../core/index.ts";
import type { Concept, Grade } from "./concept.ts";
import { PERCENT, wordKey } from "./word-key.ts";

/** The text of a file, with the name that errors tell it by. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** Fewest words of each grade, and in all. */
const LEAST: { readonly [grade in Grade]: number } = { core: 15, associated: 15, sibling: 10 };
const LEAST_WORDS = 40;

const GRADES = ["core", "associated", "sibling"] as const satisfies readonly Grade[];
const FIELDS = ["concept", "aliases", "source", "siblings", "pattern", ...GRADES] as const;
type Field = (typeof FIELDS)[number];

/** A line of a block: its field, what stands behind the colon, and its number. */
interface Line {
  readonly field: Field;
  readonly value: string;
  readonly number: number;
}

/**
 * The concepts of a file: blocks of `field: value` lines with blank lines between them; `#` begins a
 * comment. Throws `bad-data` with the file, the line and what was expected.
 */
export function parseConcepts({ file, text }: NamedText): readonly Concept[] {
  const blocks: Line[][] = [];
  let open: Line[] | null = null;
  text.split("\n").forEach((raw, i) => {
    const line = raw.trim();
    if (line.startsWith("#")) return;
    if (line === "") {
      open = null;
      return;
    }
    if (open === null) blocks.push((open = []));
    open.push(lineOf(line, { file, number: i + 1 }));
  });
  return blocks.map((block) => conceptOf(block, file));
}

interface LinePlace {
  readonly file: string;
  readonly number: number;
}

function lineOf(line: string, place: LinePlace): Line {
  const colon = line.indexOf(":");
  const name = line.slice(0, Math.max(0, colon)).trim();
  const field = FIELDS.find((each) => each === name);
  if (field === undefined)
    throw lexiconFault(place, `a line \`FIELD: …\` with one of ${FIELDS.join(", ")}`, line);
  return { field, value: line.slice(colon + 1).trim(), number: place.number };
}

function conceptOf(block: readonly Line[], file: string): Concept {
  const [first] = block;
  const at = (number: number): LinePlace => ({ file, number });
  const start = at(first?.number ?? 1);
  const lines = new Map<Field, Line>();
  for (const line of block) {
    if (lines.has(line.field))
      throw lexiconFault(at(line.number), `one line \`${line.field}\` in a block`, "a second");
    lines.set(line.field, line);
  }
  if (first?.field !== "concept" || first.value === "")
    throw lexiconFault(
      start,
      "a block that begins with `concept: NAME`",
      first?.field ?? "nothing",
    );
  const items = (field: Field): readonly string[] =>
    (lines.get(field)?.value ?? "")
      .split(";")
      .map((item) => item.trim())
      .filter((item) => item !== "");
  const source = lines.get("source")?.value;
  if (source !== "released" && source !== "own")
    throw lexiconFault(start, `\`source: released\` or \`source: own\` for ${first.value}`, source);
  const pattern = lines.get("pattern");
  if (pattern !== undefined && pattern.value !== "percentage")
    throw lexiconFault(at(pattern.number), "`pattern: percentage`", pattern.value);
  // All percentages have one key.
  const patterned = pattern === undefined ? [] : [PERCENT];
  const words = {
    core: [...items("core"), ...patterned],
    associated: items("associated"),
    sibling: items("sibling"),
  };
  for (const grade of GRADES)
    if (words[grade].length < LEAST[grade])
      throw lexiconFault(
        at(lines.get(grade)?.number ?? start.number),
        `at least ${LEAST[grade]} words at \`${grade}\` of ${first.value}`,
        String(words[grade].length),
      );
  requireDistinct(words, (grade) => at(lines.get(grade)?.number ?? start.number));
  return {
    name: first.value,
    aliases: items("aliases"),
    source,
    siblings: items("siblings"),
    words,
  };
}

/** A word has one grade in a concept, however it is written. */
function requireDistinct(words: Concept["words"], placeOf: (grade: Grade) => LinePlace): void {
  const seen = new Map<string, readonly [word: string, grade: Grade]>();
  for (const grade of GRADES)
    for (const word of words[grade]) {
      const key = wordKey(word);
      if (key === "") throw lexiconFault(placeOf(grade), "words with letters or digits", word);
      const [before, other] = seen.get(key) ?? [word, grade];
      if (other !== grade)
        throw lexiconFault(
          placeOf(grade),
          "each word under one grade of a concept",
          `${before} under ${other} and ${word} under ${grade}`,
        );
      seen.set(key, [word, grade]);
    }
  if (seen.size < LEAST_WORDS)
    throw lexiconFault(
      placeOf("core"),
      `at least ${LEAST_WORDS} words a concept`,
      String(seen.size),
    );
}

/** Common words that are about no concept: one a line. Throws `bad-data`. */
export function parseNeutral({ file, text }: NamedText): readonly string[] {
  return text.split("\n").flatMap((raw, i) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return [];
    if (line.includes(";") || wordKey(line) === "")
      throw lexiconFault({ file, number: i + 1 }, "one word a line", line);
    return [line];
  });
}

/** The error for what stands at a place of a lexicon's file. */
function lexiconFault({ file, number }: LinePlace, expected: string, got = "nothing"): BenchError {
  return new BenchError(
    "bad-data",
    `Expected ${expected} in line ${number} of \`${file}\`; got \`${got.slice(0, 80)}\`; correct the file`,
    { data: { file, line: number } },
  );
}
