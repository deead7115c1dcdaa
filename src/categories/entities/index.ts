export { parseEntitySpec } from "./functions/schema.ts";
export type { EntityException, EntitySpec, Join } from "./functions/spec.ts";
export type { EntityProblem } from "./problem.ts";
