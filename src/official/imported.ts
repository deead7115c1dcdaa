import type { Problem } from "../contract/index.ts";

/** What an import made of a released folder. */
export interface Imported<S> {
  /** In an order that tells nothing about the kind. */
  readonly problems: readonly Problem<S>[];
  /** Released functions that were left out, and why. */
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
}
