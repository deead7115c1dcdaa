import type { Category, Outcome, RunManifest } from "../contract/index.ts";

/** The part of a run that is about one category. */
export interface CategoryView {
  readonly category: Category;
  /** The manifest with the counts of this category's problems, as far as they are known by now. */
  readonly manifest: RunManifest;
  readonly outcomes: readonly Outcome[];
}

const CATEGORIES: readonly Category[] = ["numeric", "strings"];

/** The parts of a run by category, those without outcomes left out; the whole where there is one. */
export function categoryViews(
  manifest: RunManifest,
  outcomes: readonly Outcome[],
): readonly CategoryView[] {
  const present = CATEGORIES.filter((category) =>
    outcomes.some((outcome) => outcome.category === category),
  );
  if (present.length <= 1) return [{ category: present[0] ?? "numeric", manifest, outcomes }];
  return present.map((category) => {
    const own = outcomes.filter((outcome) => outcome.category === category);
    return { category, manifest: narrowed(manifest, own), outcomes: own };
  });
}

function narrowed(manifest: RunManifest, own: readonly Outcome[]): RunManifest {
  const suites = manifest.suites.map((suite) => {
    const ids = own.filter(({ item }) => item.suite === suite.hash);
    return { ...suite, count: new Set(ids.map(({ item }) => item.problem)).size };
  });
  return { ...manifest, suites };
}
