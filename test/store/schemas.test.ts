import { readdir, readFile } from "node:fs/promises";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { renderSchemas, schemaFolder } from "../../scripts/schemas.ts";
import {
  modelRecordSchema,
  outcomeSchema,
  runEventSchema,
  runManifestSchema,
} from "../../src/store/index.ts";
import { anyEventOf, anyManifest, anyOutcome } from "./arbitraries.ts";
import { anyRecordOf } from "./model-arbitraries.ts";
import { matching } from "./matching.ts";

describe("published schemas", () => {
  it("are what the code says (npx tsx scripts/schemas.ts writes them)", async () => {
    const rendered = renderSchemas();
    expect(await readdir(schemaFolder)).toEqual([...rendered.keys()].toSorted());
    for (const [file, text] of rendered)
      expect(await readFile(new URL(file, schemaFolder), "utf8")).toBe(text);
  });

  it("say who they are, and what each is for", () => {
    for (const [file, text] of renderSchemas())
      expect(JSON.parse(text)).toMatchObject({
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $id: `urn:findbench:schema:${file.replace(".schema.json", "")}:1`,
        title: matching(/^findbench /),
        description: matching(/\.$/),
      });
  });
});

const kinds = [
  ...Object.entries(anyEventOf).map(
    ([kind, records]) => ["run-event", kind, runEventSchema, records] as const,
  ),
  ...Object.entries(anyRecordOf).map(
    ([kind, records]) => ["model-record", kind, modelRecordSchema, records] as const,
  ),
  ["outcome", "outcome", outcomeSchema, anyOutcome] as const,
  ["run-manifest", "manifest", runManifestSchema, anyManifest] as const,
];

describe.each(kinds)("%s: %s", (file, _, schema, records) => {
  const published = z.fromJSONSchema(publishedSchema(file));
  const anyRecord: fc.Arbitrary<object> = records;

  it("is accepted by the code's schema and by the published one, and survives JSON", () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const text = JSON.stringify(record);
        expect(schema.parse(JSON.parse(text))).toEqual(record);
        expect(published.safeParse(JSON.parse(text)).error).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it("is refused by both when a field is missing", () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), (record, nth) => {
        // Tags stand in older records only.
        const fields = Object.entries(record).filter(([field]) => field !== "tags");
        const rest = Object.fromEntries(fields.toSpliced(nth % fields.length, 1));
        expect(schema.safeParse(rest).success).toBe(false);
        expect(published.safeParse(rest).success).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

function publishedSchema(name: string) {
  return JSON.parse(
    renderSchemas().get(`${name}.schema.json`) ?? "",
  ) as z.core.JSONSchema.JSONSchema;
}
