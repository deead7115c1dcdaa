import type { NumericGroup } from "../categories/numeric/index.ts";
import type { Recipe } from "./recipe.ts";
import type { StringGroup } from "../categories/strings/index.ts";

/** The recipe with other groups in its sections; a section without groups is left out. */
export function withSections(
  { numeric, strings, ...rest }: Recipe,
  groups: { readonly numeric: NumericGroup[]; readonly strings: StringGroup[] },
): Recipe {
  return {
    ...rest,
    ...(numeric === undefined || groups.numeric.length === 0
      ? {}
      : { numeric: { ...numeric, groups: groups.numeric } }),
    ...(strings === undefined || groups.strings.length === 0
      ? {}
      : { strings: { ...strings, groups: groups.strings } }),
  };
}
