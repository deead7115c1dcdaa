import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Truth } from "../../../src/contract/index.ts";
import { lexiconFor } from "../../../src/categories/entities/opening/lexicon-for.ts";
import { addLexicon } from "../../../src/categories/entities/shipped/own-lexicon.ts";
import { entities } from "../../../src/categories/entities/sealed.ts";
import { findbench } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { specOf } from "./fixture.ts";

const list = (letter: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${letter}${"abcdefghijklmnopqrst"[i]}`).join("; ");

/** A concept of made-up words, whose core words begin with a letter of their own. */
const conceptWith = (letter: string): string =>
  [
    "concept: glorbing",
    "aliases: the art of glorbing",
    "source: own",
    "siblings: tennis",
    `core: ${list(`glorbx${letter}`, 20)}`,
    `associated: ${list("zwimp", 18)}`,
    `sibling: ${list("quorx", 10)}`,
  ].join("\n");

async function fileWith(letter: string): Promise<string> {
  const file = join(await temporaryFolder(), "own.txt");
  await writeFile(file, conceptWith(letter));
  return file;
}

it("adds concepts to those that are shipped, under a version of their own", async () => {
  const version = addLexicon(await fileWith("i"));
  const spec = { ...specOf(["glorbing"]), backend: { name: "lexicon", version } } as const;
  const lexicon = lexiconFor(spec);
  expect(lexicon.conceptOf("tennis")).not.toBeNull();
  expect(lexicon.conceptOf("The Art of Glorbing")?.name).toBe("glorbing");
  expect(addLexicon(await fileWith("o"))).not.toBe(version);
  expect(entities.parseSpec(spec)).toEqual(spec);
});

it("is what a suite is drawn from, which says so", async () => {
  const folder = await temporaryFolder();
  const out = join(folder, "suite");
  const size = ["--recipe", "neurons", "--categories", "entities", "--count", "1", "--seed", "1"];
  const file = await fileWith("u");
  const made = ["generate", ...size, "--out", out, "--lexicon", file];
  expect(await findbench(...made)).toMatchObject({ code: 0 });
  const { spec } = JSON.parse(await readFile(join(out, "truths.jsonl"), "utf8")) as Truth;
  expect(spec).toMatchObject({ backend: { name: "lexicon", version: addLexicon(file) } });
});

it("is refused where a file is at fault, or another than the suite was made with", async () => {
  const file = join(await temporaryFolder(), "own.txt");
  await writeFile(file, "concept: a\nsource: mine\n");
  expect(() => addLexicon(file)).toThrow("in line 1 of `own.txt`; got `mine`");
  await writeFile(file, "# nothing\n");
  expect(() => addLexicon(file)).toThrow("Expected concepts in");
  expect(() => addLexicon(join(file, "no"))).toThrow("Expected a file of concepts at");
  const unknown = { ...specOf(["tennis"]), backend: { name: "lexicon", version: "0".repeat(16) } };
  expect(() => lexiconFor(unknown as ReturnType<typeof specOf>)).toThrow(
    "give the same file with --lexicon",
  );
});
