export { answerOf } from "./answer-of.ts";
export { backendIdentity, modelBackends } from "./model-backends.ts";
export type { ConverseAsBackend } from "./model-backends.ts";
export { tryWay, wayOf } from "./try-way.ts";
