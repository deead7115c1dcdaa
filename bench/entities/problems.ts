import { drawEntitiesFrom } from "../../src/categories/entities/drawing/draw-entities.ts";
import type { EntityGroup } from "../../src/categories/entities/drawing/entity-section.ts";
import type { EntityProblem } from "../../src/categories/entities/index.ts";
import type { Lexicon } from "../../src/categories/entities/lexicon/lexicon.ts";
import { asEntities } from "../../test/support/kinds-of-problem.ts";

type Law = Pick<EntityGroup, "law" | "noise" | "exception" | "approximation">;

const single = { structure: "single" } as const;
const joinedBy = (join: "or" | "and" | "and-not"): Law => ({
  law: { structure: "composed", joins: { [join]: 1 } },
});

/** The kinds of units that are measured. */
export const kinds = {
  single: { law: single },
  or: joinedBy("or"),
  and: joinedBy("and"),
  "and-not": joinedBy("and-not"),
  silent: { law: single, exception: { kinds: { silent: 1 } } },
  fires: { law: single, exception: { kinds: { fires: 1 } } },
  noised: {
    law: single,
    noise: { distributions: { normal: 1, uniform: 1 }, scale: [0.02, 0.15] },
  },
  approximated: { law: single, approximation: { strength: 0.15 } },
} as const satisfies { readonly [kind: string]: Law };

/** A kind of units that is measured. */
export type Kind = keyof typeof kinds;

/** What is drawn. */
export interface DrawOptions {
  readonly kind: Kind;
  readonly seed: string;
  readonly count: number;
  readonly hints: boolean;
}

/** Units of one kind, with ten words given away of which two or three activate them, or none. */
export async function drawUnits(
  lexicon: Lexicon,
  { kind, seed, count, hints }: DrawOptions,
): Promise<readonly EntityProblem[]> {
  const law: Law = kinds[kind];
  const group: EntityGroup = {
    count,
    ...law,
    ...(hints ? { hints: { words: 10, positives: [2, 3] } } : {}),
  };
  const section = {
    description: "units to measure the scientist on",
    groups: [group],
    tests: { triplets: 4, hidden: 40 },
  };
  const drawing = drawEntitiesFrom(lexicon, { recipe: "bench", budget: null, section, seed });
  const drafts = Array.from({ length: count }, (_, index) =>
    drawing.draft({ group, index, key: `${kind}/${index}` }),
  );
  const services = { approximate: () => Promise.reject(new Error("No unit is a network")) };
  const problems: EntityProblem[] = [];
  for (const draft of drafts) problems.push(asEntities(await draft.finish(services)));
  return problems;
}
