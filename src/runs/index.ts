export { countAnswered } from "./count-answered.ts";
export { countPrograms } from "./count-programs.ts";
export { executeRun } from "./execute-run.ts";
export type { RunParts, RunProgress } from "./execute-run.ts";

export { manifestOf } from "./plan.ts";

export { requireSameRun } from "./require-same-run.ts";
export { scoreAgain } from "./score-again.ts";
export type { ScoredAgain } from "./score-again.ts";
