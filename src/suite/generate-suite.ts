import { BenchError } from "../core/index.ts";
import type { DrawServices, Draft, Problem } from "../contract/index.ts";
import { problemSource } from "./problem-source.ts";
import type { ProblemSource } from "./problem-source.ts";
import type { Recipe } from "./recipe.ts";
import type { SuiteHeader } from "./schema.ts";
import { writeSuite } from "./write-suite.ts";

/** Problems that may wait for their networks while others are trained. */
const AHEAD = 16;

/** What to draw, and where to write it. */
export interface GenerateOptions extends DrawServices {
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
  return writeSuite(folder, origin, drawProblems(options));
}

type DrawOptions = Pick<
  GenerateOptions,
  "recipe" | "seed" | "approximate" | "signal" | "onProgress"
>;

/** The problems of a recipe in the suite's order; networks are trained a few problems ahead. */
export function drawProblems(options: DrawOptions): AsyncIterable<Problem> {
  return inOrder(problemSource(options.recipe, options.seed), options);
}

async function* inOrder(source: ProblemSource, options: DrawOptions): AsyncIterable<Problem> {
  const { signal, onProgress } = options;
  const waiting: Promise<Problem>[] = [];
  let position = 0;
  for (let done = 0; done < source.count; done += 1) {
    while (position < source.count && waiting.length < AHEAD) {
      const finished = finish(source.draft(position), options);
      finished.catch(() => undefined); // Told when its turn comes.
      waiting.push(finished);
      position += 1;
    }
    signal.throwIfAborted();
    const next = waiting.shift();
    if (next === undefined)
      throw new BenchError(
        "internal",
        "Expected a problem in work; got none; report this with the recipe and the seed",
      );
    yield await next;
    onProgress?.(done + 1, source.count);
  }
}

async function finish(draft: Draft, services: DrawServices): Promise<Problem> {
  return draft.finish(services);
}
