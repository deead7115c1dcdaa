import type { Law } from "../../categories/numeric/index.ts";
import type { Reading } from "./laboratory.ts";

/** A law that agrees with readings as exactly as arithmetic allows. */
export interface Candidate {
  readonly law: Law;
  /** Laws of the same form that agree with the same readings. */
  readonly rivals: readonly Law[];
  /** The readings that it does not agree with, by ascending x; they lie in one stretch. */
  readonly misses: readonly Reading[];
  /** Description length of the law and of the readings that it misses, in bits. */
  readonly bits: number;
}
