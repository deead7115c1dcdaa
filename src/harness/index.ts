export { openProbe } from "./open-probe.ts";
