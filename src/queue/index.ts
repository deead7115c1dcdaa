export { inProcessQueue } from "./in-process-queue.ts";
