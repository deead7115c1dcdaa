import { categories } from "../categories/index.ts";

/**
 * Adds a user's own file of concepts to what functions are made of, before anything is opened; gives
 * the versions of what each category has then. Throws `data-missing` or `bad-data`.
 */
export function useLexicon(path: string | undefined): ReadonlyMap<string, string> {
  if (path === undefined) return new Map();
  return new Map(
    categories.flatMap((category): [string, string][] => {
      const version = category.addKnowledge?.(path);
      return version === undefined ? [] : [[category.name, version]];
    }),
  );
}
