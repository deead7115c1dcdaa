export { importNumeric } from "./import-numeric.ts";
export type { Imported } from "./imported.ts";
export { quirkMeanings } from "./quirks.ts";
export { releasedCategories } from "./released-folder.ts";
export { importStrings } from "./strings/import-strings.ts";
export { SUITE_NAME } from "./suite-name.ts";
