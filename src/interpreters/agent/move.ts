import type { Input, Interpretation } from "../../contract/index.ts";

/** One thing that a model wants to be done. */
export type Move =
  | { readonly kind: "ask"; readonly inputs: readonly Input[] }
  | {
      readonly kind: "answer";
      readonly interpretation: Interpretation;
      /** What the answer lacks, to be said once before it is taken; `null` where it is whole. */
      readonly complaint: string | null;
    }
  /** It cannot be understood; nothing was asked. */
  | { readonly kind: "malformed"; readonly expected: string };
