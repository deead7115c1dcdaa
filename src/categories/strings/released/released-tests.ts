import { join } from "node:path";
import * as z from "zod";
import type { Json } from "../../../contract/index.ts";
import type { TextPair, Triplet } from "../problem.ts";
import { BenchError } from "../../../core/index.ts";
import { parsedAs, readReleasedJson } from "../../common/index.ts";

/** One released string function: its published tests, and what was said about it. */
export interface ReleasedStrings {
  readonly id: string;
  /** The true pair of each unit test: the published test of code. */
  readonly pairs: readonly TextPair[];
  readonly triplets: readonly Triplet[];
  readonly metadata: { readonly [key: string]: Json };
}

const three = z.tuple([z.string(), z.string(), z.string()]);
const name = z.string().regex(/^f\d{5}$/u);

const testSchema = z
  .looseObject({
    name,
    /** Per unit test three inputs and their outputs. */
    test_vec: z.array(z.tuple([three, three])).min(1),
    /** Which of the three is the function's own; 1-based. */
    correct_inx: z.array(z.int().min(1).max(3)),
  })
  .refine(({ test_vec, correct_inx }) => test_vec.length === correct_inx.length, {
    path: ["correct_inx"],
    error: "as many entries as test_vec",
  });

const descriptionSchema = z.looseObject({ name });

/**
 * Every released string function with its published tests, and with its record in `test_data.json`
 * where that is there. Throws `bad-data` or `data-missing`.
 */
export async function readReleasedStrings(dataFolder: string): Promise<readonly ReleasedStrings[]> {
  const testsFile = join(dataFolder, "strings", "unit_test_data.json");
  const records = parsedAs(z.array(z.json()), await readReleasedJson(testsFile), testsFile);
  const said = await readSaid(join(dataFolder, "strings", "test_data.json"));
  const seen = new Set<string>();
  return records.map((record, i) => {
    const tests = parsedAs(testSchema, record, `${testsFile}, record ${i}`);
    if (seen.has(tests.name)) throw twice(tests.name, testsFile);
    seen.add(tests.name);
    const triplets = tests.test_vec.map((columns, at) => tripletOf(columns, tests.correct_inx[at]));
    return {
      id: tests.name,
      triplets,
      pairs: triplets.map(({ options, correct }) => options[correct]),
      metadata: said.get(tests.name) ?? { name: tests.name },
    };
  });
}

async function readSaid(
  file: string,
): Promise<ReadonlyMap<string, { readonly [key: string]: Json }>> {
  const records = parsedAs(z.array(z.json()), await readReleasedJson(file), file);
  return new Map(
    records.map((record, i) => {
      const { name: id } = parsedAs(descriptionSchema, record, `${file}, record ${i}`);
      return [id, parsedAs(z.record(z.string(), z.json()), record, file)];
    }),
  );
}

type Three = z.infer<typeof three>;

function tripletOf(
  [inputs, outputs]: readonly [Three, Three],
  correct: number | undefined,
): Triplet {
  const pairAt = (i: 0 | 1 | 2): TextPair => ({ input: [inputs[i]], output: outputs[i] });
  return {
    options: [pairAt(0), pairAt(1), pairAt(2)],
    correct: correct === 1 ? 0 : correct === 2 ? 1 : 2,
  };
}

function twice(id: string, file: string): BenchError {
  return new BenchError(
    "bad-data",
    `Expected every function of \`${file}\` once; got ${id} twice; take a copy that is whole`,
  );
}
