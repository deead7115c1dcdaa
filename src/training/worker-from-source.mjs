// Loads worker.ts where the package runs from its sources; a build has worker.js instead.
// On Node 20 tsx does not reach worker threads by itself, so that they ask for it.
import { tsImport } from "tsx/esm/api";

await tsImport("./worker.ts", import.meta.url);
