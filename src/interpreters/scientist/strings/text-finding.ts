import type { StringLaw, StringSpec } from "../../../categories/strings/index.ts";
import type { Standing } from "../finding.ts";
import type { TextReading } from "./outcome.ts";

/** Another function that the answers allow, and its share of the probability. */
export interface Rival {
  readonly spec: StringSpec;
  readonly share: number;
}

/** What an investigation of a string function came to. */
export type TextFinding =
  | {
      readonly kind: "spec";
      readonly spec: StringSpec;
      readonly standing: Exclude<Standing, "approximation">;
      /** Probability, 0 to 1, that this is the function. */
      readonly confidence: number;
      /** Functions that behave otherwise and are still possible, the likeliest first. */
      readonly rivals: readonly Rival[];
    }
  /** No law explains everything: what was seen, and the law that explains most, if any does. */
  | {
      readonly kind: "seen";
      readonly law: StringLaw | null;
      readonly readings: readonly TextReading[];
    };
