export { shippedVectors } from "./shipped-vectors.ts";
export { nearness } from "./word-vectors.ts";
export type { WordVectors } from "./word-vectors.ts";
