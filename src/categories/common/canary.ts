import { identifier } from "../../core/index.ts";

/** A text that no model should be able to complete; each truth of a suite carries it. */
export function canaryOf(name: string, seed: string): string {
  return `findbench canary ${identifier(`canary/${name}/${seed}`)}`;
}
