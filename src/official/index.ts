export { quirkMeanings } from "./quirks.ts";
export { releasedParts } from "./released-folder.ts";
export type { ReleasedPart } from "./released-folder.ts";
