export type { Durability } from "./durability.ts";
export { readManifest } from "./manifest-file.ts";
export { memoryModelRecords } from "./memory-model-records.ts";
export { memoryStore } from "./memory-store.ts";
export { modelRecordSchema } from "./model-record-schema.ts";
export { openModelRecords } from "./model-records-file.ts";
export { outcomeSchema } from "./outcome-schema.ts";
export { runEventSchema } from "./run-event-schema.ts";
export { openStore } from "./open-store.ts";

export { createRunFolder, openRunFolder } from "./run-folder.ts";
export { runManifestSchema } from "./run-manifest-schema.ts";
