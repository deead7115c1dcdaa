import { readFile } from "node:fs/promises";
import type * as z from "zod";
import { BenchError, fileFaultOf, parseBoundedJson } from "../../core/index.ts";

/** The JSON of a released file. Throws `data-missing`, `bad-argument` or `bad-data`. */
export async function readReleasedJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    const fault = fileFaultOf(cause);
    if (fault === null) throw cause;
    throw fault.kind === "missing"
      ? new BenchError(
          "data-missing",
          `Expected the released file \`${file}\`; got none; give the whole released folder`,
          { cause },
        )
      : new BenchError(
          "bad-argument",
          `Expected to read the released file \`${file}\`; got ${fault.system}; change who may read it`,
          { cause },
        );
  });
  const json = parseBoundedJson(text);
  switch (json.kind) {
    case "json":
      return json.value;
    case "too-deep":
      throw new BenchError(
        "bad-data",
        `Expected JSON in \`${file}\` that nests as the released does; got more levels; take a copy that is whole`,
      );
    case "broken":
      throw new BenchError(
        "bad-data",
        `Expected JSON in \`${file}\`; got text that is cut off or foreign; take a copy that is whole`,
        { cause: json.cause },
      );
  }
}

/** Released data as a schema has them. Throws `bad-data` with the place of what does not fit. */
export function parsedAs<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new BenchError(
    "bad-data",
    `Expected released FIND data in \`${where}\`; got «${issue?.message ?? "something else"}» at ${issue?.path.join(".") || "its top level"}; take a copy that is whole`,
  );
}
