export { isAboutTexts, requireNumbers } from "./kinds-of-problem.ts";
export { openProbe } from "./open-probe.ts";
