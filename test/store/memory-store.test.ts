import { memoryStore } from "../../src/store/index.ts";
import { describeStore } from "./conformance.ts";

describeStore("the memory store", async (manifest) => memoryStore(manifest));
