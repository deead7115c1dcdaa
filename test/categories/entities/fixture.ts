import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readLexicon } from "../../../src/categories/entities/shipped/shipped-lexicon.ts";
import { unitOf } from "../../../src/categories/entities/opening/unit.ts";
import type { Unit } from "../../../src/categories/entities/opening/unit.ts";
import type { EntitySpec } from "../../../src/categories/entities/index.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** Six concepts, for tests. */
export const lexicon = readLexicon(join(here, "../../fixtures/concepts"));

/** A unit of the six concepts. */
export function specOf(concepts: readonly string[], rest: Partial<EntitySpec> = {}): EntitySpec {
  const backend = { name: "lexicon", version: lexicon.version } as const;
  return { kind: "entity", concepts, backend, ...rest };
}

/** How such a unit answers. */
export function unit(concepts: readonly string[], rest: Partial<EntitySpec> = {}): Unit {
  return unitOf(specOf(concepts, rest), lexicon);
}
