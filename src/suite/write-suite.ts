import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson, sha256Hex } from "../core/index.ts";
import type { Problem } from "../contract/index.ts";
import { canaryOf } from "../categories/index.ts";
import { withDraft } from "./draft-folder.ts";
import { lineFile } from "./line-file.ts";
import type { LineFile } from "./line-file.ts";
import type { Recipe } from "./recipe.ts";
import type { SuiteHeader } from "./schema.ts";

/** What tags of degenerate problems begin with. */
const DEGENERATE = "degenerate:";

type Problems = Iterable<Problem> | AsyncIterable<Problem>;

/** What a suite is made of beside its problems. */
export interface SuiteOrigin {
  readonly name: string;
  readonly recipe: Recipe | null;
  readonly seed: string;
  /** Keep the seed out of the suite, so that its problems cannot be drawn again by a reader. */
  readonly sealSeed: boolean;
  /** Version of this package. */
  readonly findbench: string;
}

/**
 * Writes a suite folder, problem by problem, in bounded memory; the folder appears whole or not at
 * all. Throws `folder-not-empty` where something else is there, `disk-full`, `bad-argument` where no
 * folder can be made, or whatever `problems` throws.
 */
export function writeSuite(
  folder: string,
  origin: SuiteOrigin,
  problems: Problems,
): Promise<SuiteHeader> {
  return withDraft(folder, async (draft) => {
    const header = await writeData(draft, origin, problems);
    const text = `${JSON.stringify(header, null, 2)}\n`;
    await writeFile(join(draft, "suite.json"), text, { flush: true });
    return header;
  });
}

async function writeData(
  draft: string,
  origin: SuiteOrigin,
  problems: Problems,
): Promise<SuiteHeader> {
  const open = await lineFile(join(draft, "problems.jsonl"));
  try {
    const sealed = await lineFile(join(draft, "truths.jsonl"));
    try {
      const counts = await writeLines(open, sealed, problems);
      const files = {
        "problems.jsonl": await open.finish(),
        "truths.jsonl": await sealed.finish(),
      };
      return headerOf(origin, counts, files);
    } finally {
      await sealed.close();
    }
  } finally {
    await open.close();
  }
}

async function writeLines(
  open: LineFile,
  sealed: LineFile,
  problems: Problems,
): Promise<SuiteHeader["counts"]> {
  const [categories, rejected, degenerate] = [counter(), counter(), counter()];
  let count = 0;
  for await (const { truth, ...problem } of problems) {
    await open.write(JSON.stringify(problem));
    await sealed.write(JSON.stringify(truth));
    count += 1;
    categories.add(problem.category, 1);
    for (const tag of truth.tags) {
      if (tag.startsWith(DEGENERATE)) degenerate.add(tag.slice(DEGENERATE.length), 1);
    }
    if (truth.provenance.source === "recipe") {
      for (const [reason, n] of Object.entries(truth.provenance.rejected)) rejected.add(reason, n);
    }
  }
  return {
    problems: count,
    categories: categories.counts,
    rejected: rejected.counts,
    degenerate: degenerate.counts,
  };
}

function headerOf(
  { name, recipe, seed, sealSeed, findbench }: SuiteOrigin,
  counts: SuiteHeader["counts"],
  files: SuiteHeader["files"],
): SuiteHeader {
  const header: Omit<SuiteHeader, "hash"> = {
    format: "findbench-suite",
    version: 1,
    name,
    recipe,
    seed: sealSeed ? { kind: "sealed", sha256: sha256Hex(seed) } : { kind: "open", value: seed },
    findbench,
    counts,
    canary: `${canaryOf(name, seed)}: benchmark data must never appear in training corpora`,
    files,
  };
  return { ...header, hash: suiteHash(header) };
}

interface Counter {
  readonly counts: { readonly [name: string]: number };
  add(name: string, count: number): void;
}

function counter(): Counter {
  const counts: Record<string, number> = {};
  return {
    counts,
    add: (name, count) => {
      counts[name] = (counts[name] ?? 0) + count;
    },
  };
}

/** The hash of a suite: of its whole header but the version that wrote it, digests of files included. */
export function suiteHash(header: Omit<SuiteHeader, "hash"> & { readonly hash?: string }): string {
  const { findbench: _writer, hash: _hash, ...identity } = header;
  return sha256Hex(canonicalJson(identity));
}
