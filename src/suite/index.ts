export { refuseOccupied } from "./draft-folder.ts";
export { drawNumericProblems, drawProblems, generateSuite } from "./generate-suite.ts";
export { openSuite } from "./open-suite.ts";
export type { Suite } from "./open-suite.ts";
export { parseBoundedJson } from "./parse-bounded-json.ts";
export { parseRecipe } from "./parse-recipe.ts";
export { recipeSchema } from "./recipe.ts";
export type { Recipe } from "./recipe.ts";
export { openProblemSchema, suiteHeaderSchema, truthSchema } from "./schema.ts";
export type { SuiteHeader } from "./schema.ts";
export { readTags } from "./read-tags.ts";
export type { SuiteTags } from "./read-tags.ts";

export { writeSuite } from "./write-suite.ts";
export { withCategories } from "./with-categories.ts";
export { withCount } from "./with-count.ts";
export { withoutNetworks } from "./without-networks.ts";
