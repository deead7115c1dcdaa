export type { Durability } from "./durability.ts";
export { readManifest } from "./manifest-file.ts";
export { memoryStore } from "./memory-store.ts";
export { outcomeSchema } from "./outcome-schema.ts";
export { runEventSchema } from "./run-event-schema.ts";
export { createRunFolder, openRunFolder } from "./run-folder.ts";
export { runManifestSchema } from "./run-manifest-schema.ts";
