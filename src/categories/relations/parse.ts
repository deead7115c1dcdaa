import * as z from "zod";
import { BenchError } from "../../core/index.ts";
import { modelBackendSchema } from "../common/index.ts";
import type { RelationSpec } from "./problem.ts";

const name = z.string().regex(/^[a-z0-9-]{1,64}$/u);

const version = z.string().regex(/^[0-9a-f]{16}$/u);

/** The JSON of a relation; whether the facts have it is found out when it is opened. */
export const relationSpecSchema: z.ZodType<RelationSpec> = z.strictObject({
  kind: z.literal("relation"),
  relation: name,
  exception: name.nullable(),
  noise: z.number().positive().max(0.5).exactOptional(),
  backend: z.discriminatedUnion("name", [
    z.strictObject({ name: z.literal("lexicon"), version }),
    modelBackendSchema(["text"], version),
  ]),
});

/** Reads a relation. Throws `bad-parameter`. */
export function parseRelationSpec(value: unknown): RelationSpec {
  const parsed = relationSpecSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BenchError(
    "bad-parameter",
    `Expected a relation as its schema has it; got «${issue?.message ?? "something else"}» at \`${issue?.path.join(".") ?? ""}\`; correct this parameter`,
  );
}
