import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Imported } from "../src/categories/common/index.ts";
import { releasedParts } from "../src/official/index.ts";
import { outputsOf } from "../src/categories/strings/tests/outputs-of.ts";
import { asStrings } from "../test/support/kinds-of-problem.ts";

interface Explanation {
  readonly expr_simplest: unknown;
}

/** Checks the import of the released string functions with the expressions that stand in for them. */
export async function checkReleasedStrings(
  data: string,
  check: (passed: boolean, text: string) => void,
): Promise<void> {
  const file = join(data, "strings-explanations.json");
  const explained = JSON.parse(await readFile(file, "utf8")) as readonly Explanation[];
  const wanted = explained.filter((each) => each.expr_simplest !== null).length;
  const { problems, leftOut } = await importStrings(data, file);
  check(
    problems.length === wanted && leftOut.length === explained.length - wanted,
    `strings: ${problems.length} of ${wanted} expressions imported, ${leftOut.length} left out`,
  );
  const bare = await importStrings(data, null);
  check(
    bare.problems.length === 0 && bare.leftOut.length === explained.length,
    `strings without expressions: ${bare.leftOut.length} of ${explained.length} left out`,
  );
  let [pairs, ambiguous, hard] = [0, 0, 0];
  for (const problem of problems) {
    const { spec, tests } = asStrings(problem).truth;
    const rightOf = ({ options: all, correct }: (typeof tests.triplets)[number]): boolean =>
      all.every((pair, i) => outputsOf(spec, pair.input).includes(pair.output) === (i === correct));
    pairs += tests.pairs.filter(({ input, output }) =>
      outputsOf(spec, input).includes(output),
    ).length;
    ambiguous += tests.triplets.filter((triplet) => !rightOf(triplet)).length;
    hard += tests.hardTriplets.filter(rightOf).length;
  }
  check(pairs === 10 * wanted, `strings: ${pairs} of ${10 * wanted} published pairs reproduced`);
  check(hard === 10 * wanted, `strings: ${hard} of ${10 * wanted} hard unit tests unambiguous`);
  check(true, `strings: ${ambiguous} of ${10 * wanted} published unit tests ambiguous, flagged`);
}

async function importStrings(data: string, expressions: string | null): Promise<Imported> {
  const parts = await releasedParts(data);
  const strings = parts.find(({ category }) => category === "strings");
  if (strings === undefined) throw new Error(`Expected string functions in ${data}; got none`);
  return strings.released.import({
    folder: strings.folder,
    seed: "0",
    expressions,
    approximate: () => Promise.reject(new Error("Expected no network to train; got one")),
    signal: new AbortController().signal,
  });
}
