import { numericSectionSchema } from "../../src/categories/numeric/drawing/numeric-section.ts";
import type { NumericSection } from "../../src/categories/numeric/drawing/numeric-section.ts";
import { stringSectionSchema } from "../../src/categories/strings/drawing/string-section.ts";
import type { StringSection } from "../../src/categories/strings/drawing/string-section.ts";
import type { Recipe } from "../../src/suite/index.ts";

/** The numeric section of a recipe that has one. */
export function numericSection(recipe: Recipe): NumericSection {
  return numericSectionSchema.parse(recipe["numeric"]);
}

/** The section of strings of a recipe that has one. */
export function stringSection(recipe: Recipe): StringSection {
  return stringSectionSchema.parse(recipe["strings"]);
}

/** The groups of a section; none where it is missing. */
export function groupsIn(section: unknown): readonly { readonly count: number }[] {
  return typeof section === "object" && section !== null && "groups" in section
    ? (section.groups as readonly { readonly count: number }[])
    : [];
}
