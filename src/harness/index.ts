export { server } from "./draw-source.ts";
export type { InputColumns } from "./draw-source.ts";
export { openProbe } from "./open-probe.ts";
