export { importNumeric, SUITE_NAME } from "./import-numeric.ts";
export type { Imported } from "./import-numeric.ts";
export { quirkMeanings } from "./quirks.ts";
