export { shippedVectors } from "./shipped-vectors.ts";
export { middleOf, nearness } from "./word-vectors.ts";
export type { WordVectors } from "./word-vectors.ts";
