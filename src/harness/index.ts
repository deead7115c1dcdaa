export { server } from "./draw-source.ts";
export { openProbe } from "./open-probe.ts";
