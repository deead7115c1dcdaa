export type {
  Category,
  Group,
  Imported,
  OpenOptions,
  OwnFunction,
  OwnFunctions,
  Place,
  Released,
  Section,
} from "./common/index.ts";
export { categories, categoryNames, categoryOf } from "./registry.ts";
export { isFunctionFault, replayOf, SUITE_NAME } from "./common/index.ts";
export type { Replay } from "./common/index.ts";
