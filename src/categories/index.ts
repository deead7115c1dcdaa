export type {
  Disagreement,
  Imported,
  OpenOptions,
  OwnFunctions,
  Place,
  Released,
  Replay,
  Section,
} from "./common/index.ts";
export {
  canaryOf,
  disagreementIn,
  distinctIds,
  inTestOrder,
  isFunctionFault,
  replayOf,
  SUITE_NAME,
} from "./common/index.ts";
export { categories, categoryNames, categoryOf } from "./registry.ts";
