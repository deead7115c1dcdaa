import type { Draws } from "../../../core/index.ts";
import type { Language } from "../../../contract/index.ts";
import type { Reading, StringAtom } from "./spec.ts";

/** Why there is no answer. */
export interface NoText {
  readonly kind: "undefined";
  readonly reason: string;
}

/** What an operation gives for one text. */
export type TextResult = string | NoText;

/** Everything that an operation on texts means: how it is drawn, computed, told and written as code. */
export interface StringOperation<A extends StringAtom> {
  readonly kind: A["kind"];
  /** Its name in the released catalogue; `null` where it is not of it. */
  readonly released: string | null;
  /** Draws parameters as released; the reading is taken over where there is more than one. */
  sample(draws: Draws, reading: Reading): A;
  /**
   * What it gives for a text; characters are code points, letters and digits are Python's notions.
   * For an operation that draws at random: one entry for each thing that it may draw, all as likely
   * as each other; otherwise one entry.
   */
  outcomes(atom: A, text: string): readonly TextResult[];
  /** One of the outcomes, drawn; only operations that draw at random have it. */
  draw?(atom: A, text: string, draws: Draws): TextResult;
  /** A verb phrase in English with every parameter, such as `reverses the text`. */
  describe(atom: A): string;
  /** The body of a function of `s` in this language that returns the same; it may use helpers. */
  render(atom: A, language: Language): string;
}
