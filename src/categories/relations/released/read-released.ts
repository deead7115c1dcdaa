import { join } from "node:path";
import * as z from "zod";
import type { Json } from "../../../contract/index.ts";
import { BenchError } from "../../../core/index.ts";
import { parsedAs, readReleasedJson } from "../../common/index.ts";
import type { RelationPair, RelationTriplet } from "../problem.ts";

/** One released relation: what it is, in words, and its published unit tests. */
export interface ReleasedRelation {
  readonly id: string;
  readonly input: string;
  readonly output: string;
  readonly exception: string | null;
  readonly initial: readonly string[];
  readonly triplets: readonly RelationTriplet[];
  /** Whether published answers have blanks at their ends, which are cut off here. */
  readonly hasBlanks: boolean;
  readonly metadata: { readonly [key: string]: Json };
}

const name = z.string().regex(/^f\d{5}$/u);
const three = z.tuple([z.string(), z.string(), z.string()]);

const relationSchema = z.looseObject({
  dir: name,
  concept1: z.string(),
  concept2: z.string(),
  /** As it is spelt there. */
  exeption: z.string().nullable(),
  initial: z.array(z.string()),
});

const testsSchema = z
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

/** Every released relation of a folder that has unit tests there. Throws `bad-data` or `data-missing`. */
export async function readReleasedRelations(folder: string): Promise<readonly ReleasedRelation[]> {
  const [dataFile, testsFile] = ["data.json", "unit_test_data.json"].map((file) =>
    join(folder, "neurons_relations", file),
  );
  if (dataFile === undefined || testsFile === undefined) return [];
  const rows = parsedAs(z.array(relationSchema), await readReleasedJson(dataFile), dataFile);
  const tests = parsedAs(z.array(testsSchema), await readReleasedJson(testsFile), testsFile);
  const byId = new Map(rows.map((row) => [row.dir, row]));
  const seen = new Set<string>();
  return tests.map((test) => {
    const row = byId.get(test.name);
    if (row === undefined || seen.has(test.name))
      throw new BenchError(
        "bad-data",
        `Expected each function of \`${testsFile}\` once, and in \`${dataFile}\`; got ${test.name}; take a copy that is whole`,
      );
    seen.add(test.name);
    return {
      id: test.name,
      input: row.concept1,
      output: row.concept2,
      exception: row.exeption?.trim() ?? null,
      initial: row.initial.map((word) => word.trim()),
      triplets: test.test_vec.map((columns, i) => tripletOf(columns, test.correct_inx[i])),
      hasBlanks: test.test_vec.some(([, outputs]) => outputs.some((text) => text !== text.trim())),
      metadata: parsedAs(z.record(z.string(), z.json()), row, dataFile),
    };
  });
}

type Three = z.infer<typeof three>;

function tripletOf(
  [inputs, outputs]: readonly [Three, Three],
  correct: number | undefined,
): RelationTriplet {
  const pairAt = (i: 0 | 1 | 2): RelationPair => {
    const output = outputs[i].trim();
    return {
      input: inputs[i].trim().replaceAll("_", " "),
      output: output.toLowerCase() === "undefined" ? null : output,
    };
  };
  return {
    options: [pairAt(0), pairAt(1), pairAt(2)],
    correct: correct === 1 ? 0 : correct === 2 ? 1 : 2,
  };
}
