import type { FactFunction } from "../lexicon/fact-function.ts";
import type { Member } from "../lexicon/fact-class.ts";
import type { Facts } from "../lexicon/facts.ts";

/** What the tests of a relation are drawn from: members that nobody was told of. */
export interface TestSource {
  readonly function: FactFunction;
  readonly facts: Facts;
  readonly answered: readonly Member[];
  readonly excepted: readonly Member[];
}
