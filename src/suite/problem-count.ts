interface Counted {
  readonly groups: readonly { readonly count: number }[];
}

/** How many problems a recipe has in all. */
export function problemCount(recipe: {
  readonly numeric?: Counted;
  readonly strings?: Counted;
}): number {
  const groups = [...(recipe.numeric?.groups ?? []), ...(recipe.strings?.groups ?? [])];
  return groups.reduce((sum, { count }) => sum + count, 0);
}
