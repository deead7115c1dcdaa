export { openProbe } from "./open-probe.ts";
export type { ProbeOptions } from "./probe-options.ts";
