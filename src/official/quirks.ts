import { categories } from "../categories/index.ts";

/** Known oddities of released functions: the code that a problem carries → what it means. */
export const quirkMeanings: ReadonlyMap<string, string> = new Map(
  categories.flatMap(({ released }) => Object.entries(released?.quirks ?? {})),
);
