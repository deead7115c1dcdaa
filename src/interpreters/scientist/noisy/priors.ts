import { ln } from "../../../core/index.ts";

/** How common simple laws are among all; the rest are composed of two. */
const SIMPLE = 0.85;
/** Families that a simple law is of, all equally likely. */
const FAMILIES = 16;

/** ln of the probability of one member of a family of so many, before anything was asked. */
export function simplePrior(members: number): number {
  return ln(SIMPLE / FAMILIES / members);
}

/** ln of the probability of one member of a kind of composition that is so common among them. */
export function composedPrior(share: number, members: number): number {
  return ln(((1 - SIMPLE) * share) / members);
}
