import type { Problem } from "../contract/index.ts";
import type { Spec } from "../functions/index.ts";
import { problemSource } from "./draw-problem.ts";
import type { Recipe } from "./recipe.ts";
import type { SuiteHeader } from "./schema.ts";
import { writeSuite } from "./write-suite.ts";

/** What to draw, and where to write it. */
export interface GenerateOptions {
  readonly recipe: Recipe;
  readonly seed: string;
  readonly folder: string;
  readonly sealSeed: boolean;
  /** Version of this package. */
  readonly findbench: string;
  /** Told how many problems were written, after each one. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Draws every problem of a recipe and writes the suite; the same recipe and seed give the same bytes. */
export function generateSuite(options: GenerateOptions): Promise<SuiteHeader> {
  const { recipe, seed, folder, sealSeed, findbench } = options;
  const origin = { name: recipe.name, recipe, seed, sealSeed, findbench };
  return writeSuite(folder, origin, drawn(options));
}

function* drawn({ recipe, seed, onProgress, signal }: GenerateOptions): Iterable<Problem<Spec>> {
  const source = problemSource(recipe, seed);
  for (let position = 0; position < source.count; position += 1) {
    signal.throwIfAborted();
    yield source.problem(position);
    onProgress?.(position + 1, source.count);
  }
}
