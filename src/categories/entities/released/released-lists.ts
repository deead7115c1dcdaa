import { join } from "node:path";
import * as z from "zod";
import type { Json } from "../../../contract/index.ts";
import { parsedAs, readReleasedJson } from "../../common/index.ts";
import type { WordTriplet } from "../problem.ts";

/** The folder of the released entities within the released data, and its files. */
export const ENTITIES = "neurons_entities";
/** The file of unit tests. */
export const UNIT_TESTS = "unit_test_data.json";

/** One released entity: its concepts, the words that were given away, its unit tests. */
export interface ReleasedEntity {
  readonly id: string;
  readonly concepts: readonly string[];
  readonly initial: readonly string[];
  /** `null` where the folder has none for it. */
  readonly triplets: readonly WordTriplet[] | null;
  readonly metadata: { readonly [key: string]: Json };
}

const name = z.string().regex(/^f\d{5}$/u);

const listSchema = z.array(
  z.looseObject({
    dir: name,
    concept1: z.string().min(1),
    concept2: z.string().nullable(),
    initial: z.array(z.string()),
  }),
);

const testsSchema = z.array(
  z
    .looseObject({
      name,
      test_vec: z.array(z.tuple([z.string(), z.string(), z.string()])).min(1),
      /** Which of the three activates it; 1-based. */
      correct_inx: z.array(z.int().min(1).max(3)),
    })
    .refine(({ test_vec, correct_inx }) => test_vec.length === correct_inx.length, {
      path: ["correct_inx"],
      error: "as many entries as test_vec",
    }),
);

/** Every released entity, in the order of its list. Throws `bad-data` or `data-missing`. */
export async function readReleasedEntities(dataFolder: string): Promise<readonly ReleasedEntity[]> {
  const file = (part: string): string => join(dataFolder, ENTITIES, part);
  const list = parsedAs(listSchema, await readReleasedJson(file("data.json")), file("data.json"));
  const tests = parsedAs(testsSchema, await readReleasedJson(file(UNIT_TESTS)), file(UNIT_TESTS));
  const byName = new Map(tests.map((each) => [each.name, each]));
  return list.map(({ dir, concept1, concept2, initial }) => {
    const own = byName.get(dir);
    const triplets = own?.test_vec.map((options, i): WordTriplet => {
      const correct = own.correct_inx[i];
      return { options, correct: correct === 1 ? 0 : correct === 2 ? 1 : 2 };
    });
    return {
      id: dir,
      concepts: [concept1, ...(concept2 === null ? [] : [concept2])],
      initial,
      triplets: triplets ?? null,
      metadata: { dir, concept1, concept2, initial },
    };
  });
}
