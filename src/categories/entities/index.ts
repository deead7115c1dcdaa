export { describeEntity } from "./functions/describe.ts";
export { parseEntitySpec } from "./functions/schema.ts";
export type { EntityException, EntitySpec, Join, WordCondition } from "./functions/spec.ts";
export { entityBriefing } from "./problem.ts";
export type { EntityProblem, EntityTests, WordTriplet } from "./problem.ts";
