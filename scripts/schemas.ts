import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { fromMethodSchema, toMethodSchema } from "../src/exec/index.ts";
import {
  modelRecordSchema,
  outcomeSchema,
  runEventSchema,
  runManifestSchema,
} from "../src/store/index.ts";
import {
  openProblemSchema,
  recipeSchema,
  suiteHeaderSchema,
  truthSchema,
} from "../src/suite/index.ts";

// Writes the JSON Schemas of what findbench reads and writes: `npx tsx scripts/schemas.ts`.

const VERSION = 1;

/** Every published schema by its name; title and description stand in the schema itself. */
const published: Readonly<Record<string, z.ZodType>> = {
  "run-event": runEventSchema,
  "model-record": modelRecordSchema,
  outcome: outcomeSchema,
  "run-manifest": runManifestSchema,
  recipe: recipeSchema,
  suite: suiteHeaderSchema,
  problem: openProblemSchema,
  truth: truthSchema,
  "exec-from-method": fromMethodSchema,
  "exec-to-method": toMethodSchema,
};

/** The folder that the published schemas are in. */
export const schemaFolder = new URL("../schemas/", import.meta.url);

/** The text of every published schema (JSON Schema, draft 2020-12), by its file's name. */
export function renderSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(published).map(([name, schema]) => [
      `${name}.schema.json`,
      renderSchema(name, schema),
    ]),
  );
}

function renderSchema(name: string, schema: z.ZodType): string {
  const { $schema, title, description, ...rest } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    // What may be read: fields that are not known are allowed.
    io: "input",
    // The only custom types stand for any JSON.
    unrepresentable: ({ zodSchema }) => (zodSchema._zod.def.type === "custom" ? {} : "throw"),
  });
  const $id = `urn:findbench:schema:${name}:${VERSION}`;
  const document = { $schema, $id, title, description, ...rest };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

async function writeSchemas(): Promise<void> {
  await mkdir(schemaFolder, { recursive: true });
  for (const [file, text] of renderSchemas()) await writeFile(new URL(file, schemaFolder), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSchemas();
