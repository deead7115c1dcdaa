export { executeRun } from "./execute-run.ts";
export type { RunParts, RunProgress } from "./execute-run.ts";
export { manifestOf } from "./plan.ts";
export { scoreAgain } from "./score-again.ts";
