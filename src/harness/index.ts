export { blackBox } from "./black-box.ts";
export { server } from "./draw-source.ts";
export type { InputColumns } from "./draw-source.ts";
export { isFunctionFault } from "./function-fault.ts";
export { intervalsOf } from "./intervals-of.ts";
export { isAboutTexts, requireNumbers } from "./kinds-of-problem.ts";
export { openProbe } from "./open-probe.ts";
export { replayOf } from "./replay.ts";
export type { Replay } from "./replay.ts";
