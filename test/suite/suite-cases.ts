import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate, loadRecipe } from "../../src/app/index.ts";
import type { Problem } from "../../src/contract/index.ts";
import { canonicalJson, sha256Hex } from "../../src/core/index.ts";
import { drawProblems, withCategories, withoutNetworks } from "../../src/suite/index.ts";
import type { Recipe, SuiteHeader } from "../../src/suite/index.ts";
import { quickNetwork } from "../support/quick-network.ts";

export const never: AbortSignal = new AbortController().signal;

/** A suite of the shipped recipe `paper`, a few problems without networks. */
export async function smallSuite(folder: string): Promise<SuiteHeader> {
  const recipe = withCategories(withoutNetworks(await loadRecipe("paper@1")), ["numeric"]);
  const file = `${folder}.recipe.json`;
  await writeFile(file, JSON.stringify(recipe));
  return generate(
    { recipe: file, seed: "1", out: folder, categories: null, count: 6, sealSeed: false },
    never,
  );
}

/** The first problems of a recipe; networks are quickly made. */
export async function drawn(
  recipe: Recipe,
  seed: string,
  count = Infinity,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const options = { recipe, seed, approximate: quickNetwork, signal: never };
  for await (const problem of drawProblems(options)) {
    problems.push(problem);
    if (problems.length === count) break;
  }
  return problems;
}

/** Changes a suite's files and makes its digests fit, as whoever forges a suite would. */
export async function forge(
  folder: string,
  change: (parts: { open: string[]; sealed: string[]; header: SuiteHeader }) => void,
): Promise<void> {
  const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");
  const linesOf = async (name: string): Promise<string[]> => (await read(name)).trim().split("\n");
  const parts = {
    open: await linesOf("problems.jsonl"),
    sealed: await linesOf("truths.jsonl"),
    header: JSON.parse(await read("suite.json")) as SuiteHeader,
  };
  change(parts);
  const texts = {
    "problems.jsonl": `${parts.open.join("\n")}\n`,
    "truths.jsonl": `${parts.sealed.join("\n")}\n`,
  };
  const fileOf = (text: string) => ({ bytes: Buffer.byteLength(text), sha256: sha256Hex(text) });
  const files = {
    "problems.jsonl": fileOf(texts["problems.jsonl"]),
    "truths.jsonl": fileOf(texts["truths.jsonl"]),
  };
  const { hash: _hash, ...header } = { ...parts.header, files };
  const { findbench: _findbench, ...identity } = header;
  const hash = sha256Hex(canonicalJson(identity));
  await writeFile(join(folder, "problems.jsonl"), texts["problems.jsonl"]);
  await writeFile(join(folder, "truths.jsonl"), texts["truths.jsonl"]);
  await writeFile(join(folder, "suite.json"), JSON.stringify({ ...header, hash }));
}
