import * as z from "zod";
import { fromReleased } from "../functions/released.ts";
import type { StringLaw } from "../functions/spec.ts";
import { parsedAs, readReleasedJson } from "../../common/index.ts";

/** What stands in for a function whose code was not released. */
export interface StandIn {
  readonly law: StringLaw;
  /** Whether other expressions reproduce its published pairs as well. */
  readonly isOneOfSeveral: boolean;
}

const schema = z.array(
  z.looseObject({
    id: z.string().regex(/^f\d{5}$/u),
    /** The outermost operation first; `null` where none reproduces the published pairs. */
    expr_simplest: z
      .array(z.tuple([z.string(), z.array(z.json())]))
      .min(1)
      .nullable(),
    n_distinct_name_explanations: z.int().nonnegative().nullish(),
  }),
);

/**
 * The expressions of a file, by function. The released data were made with a count of consonants
 * that leaves the small a out, unlike the released code. Throws `bad-data` or `data-missing`.
 */
export async function readExpressions(file: string): Promise<ReadonlyMap<string, StandIn>> {
  const records = parsedAs(schema, await readReleasedJson(file), file);
  return new Map(
    records.flatMap(({ id, expr_simplest, n_distinct_name_explanations }) => {
      if (expr_simplest === null) return [];
      const law = fromReleased(expr_simplest, { consonants: "sound" });
      return [[id, { law, isOneOfSeveral: (n_distinct_name_explanations ?? 1) > 1 }] as const];
    }),
  );
}
