import type { Chance } from "../../core/index.ts";
import type { Laboratory } from "./laboratory.ts";

/** A black box under investigation, and what is known before the first question. */
export interface Inquiry {
  readonly lab: Laboratory;
  /** The stretch that the function is about; both ends finite. */
  readonly domain: { readonly from: number; readonly to: number };
  readonly chance: Chance;
  /** Whether a table of values is no answer: then the best symbolic approximation is given. */
  readonly symbolic: boolean;
}
