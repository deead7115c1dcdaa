// Writes the released numeric answers of GPT-4 as JSON lines for `--interpreter answers:FILE`:
// `FIND_DATA=<folder> npx tsx scripts/released-answers.ts > gpt-4.jsonl`.
//
// Where a function was answered twice, the answer that stands last is kept. The release has two
// notebooks, one after the other: an overview of a few functions (f00000, f00002 and f00004 among
// them), and one over all approximated functions. So all that is kept on these comes from the second.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { argv, env, exit, stderr, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const recordSchema = z.object({
  id: z.string(),
  category: z.string(),
  setting: z.string(),
  raw: z.string(),
  description: z.string(),
  domain: z.string().nullable(),
  code: z.string().nullable(),
  flags: z.array(z.string()),
});

/** A released answer as it was extracted from its notebook. */
export type ReleasedAnswer = z.infer<typeof recordSchema>;

/** The folder that FIND_DATA names; ends the process where it names none. */
export function releasedData(): string {
  const folder = env["FIND_DATA"];
  if (folder !== undefined && folder !== "") return folder;
  stderr.write("Expected FIND_DATA to name a folder with released FIND data; it is not set\n");
  exit(2);
}

/** All released answers, in the order of the release. */
export async function readReleasedAnswers(folder: string): Promise<readonly ReleasedAnswer[]> {
  const file = join(folder, "gpt4-interpretations.json");
  return z.array(recordSchema).parse(JSON.parse(await readFile(file, "utf8")));
}

/** One numeric answer to each function, by its released name; of two the one that stands there. */
export function numericAnswers(
  records: readonly ReleasedAnswer[],
  kept: "first" | "last",
): ReadonlyMap<string, ReleasedAnswer> {
  const numeric = records.filter(({ category }) => category === "numeric");
  const inOrder = kept === "last" ? numeric : numeric.toReversed();
  const byId = new Map(inOrder.map((record) => [record.id, record]));
  return new Map([...byId].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Answers as JSON lines that `--interpreter answers:FILE` reads. */
export function answerLines(answers: ReadonlyMap<string, ReleasedAnswer>): string {
  return [...answers]
    .map(([officialId, { description, code, domain, raw }]) => {
      const stated = Object.entries({ code, domain }).filter(([, text]) => text !== null);
      return { officialId, description, ...Object.fromEntries(stated), raw };
    })
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  stdout.write(answerLines(numericAnswers(await readReleasedAnswers(releasedData()), "last")));
}
