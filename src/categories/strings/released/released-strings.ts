import { basename } from "node:path";
import { chanceFrom, identifier, sha256Hex } from "../../../core/index.ts";
import { arityOfText } from "../functions/inspect.ts";
import { describeText } from "../functions/describe-text.ts";
import { sampleChain } from "../functions/sample.ts";
import type { StringSpec } from "../functions/spec.ts";
import { canaryOf } from "../../common/index.ts";
import { hardTriplet } from "../tests/hard-triplet.ts";
import { outputsOf } from "../tests/outputs-of.ts";
import { stringTags } from "../drawing/string-tags.ts";
import type { Imported, ImportParts, Released } from "../../common/index.ts";
import { stringBriefing } from "../problem.ts";
import type { StringProblem, TextPair } from "../problem.ts";
import { stringQuirkMeanings } from "./quirks.ts";
import { RELEASED_BUDGET, SUITE_NAME } from "../../common/index.ts";
import { readExpressions } from "./read-expressions.ts";
import type { StandIn } from "./read-expressions.ts";
import { readReleasedStrings } from "./released-tests.ts";
import type { ReleasedStrings } from "./released-tests.ts";
import { stringQuirks } from "./string-quirks.ts";

/** Hidden test inputs per problem. */
const HIDDEN = 300;

/**
 * The released string functions, with their published tests. Their code was not released: one
 * that no expression stands in for, or whose expression does not reproduce its published pairs, is
 * left out. Throws `data-missing` or `bad-data`.
 */
async function importStrings(options: ImportParts): Promise<Imported> {
  const { folder, expressions } = options;
  const released = await readReleasedStrings(folder);
  const standIns = expressions === null ? null : await readExpressions(expressions);
  const problems: StringProblem[] = [];
  const leftOut: { readonly id: string; readonly reason: string }[] = [];
  for (const each of released) {
    const standIn = standIns?.get(each.id);
    if (standIn !== undefined && reproduces(standIn.law, each.pairs)) {
      problems.push(problemOf(each, standIn, options));
    } else {
      const name = { id: `strings/${each.id}` };
      leftOut.push({ ...name, reason: reasonFor(standIns !== null, standIn !== undefined) });
    }
  }
  return { problems: problems.toSorted((a, b) => (a.id < b.id ? -1 : 1)), leftOut };
}

function reasonFor(hasExpressions: boolean, hasOwn: boolean): string {
  if (!hasExpressions) return "its code was not released; --expressions FILE gives stand-ins";
  return hasOwn
    ? "its expression does not reproduce the published pairs"
    : "its code was not released, and no expression stands in for it";
}

function reproduces(law: StringSpec, pairs: readonly TextPair[]): boolean {
  return (
    arityOfText(law) === 1 &&
    pairs.every(({ input, output }) => outputsOf(law, input).includes(output))
  );
}

function problemOf(
  released: ReleasedStrings,
  standIn: StandIn,
  { seed, expressions }: ImportParts,
): StringProblem {
  const spec = standIn.law;
  const name = `find/strings/${released.id}/${seed}`;
  const id = identifier(name);
  const { pairs, triplets } = released;
  const chance = chanceFrom(seed).fork("find", "strings", released.id);
  return {
    id,
    category: "strings",
    briefing: stringBriefing(RELEASED_BUDGET),
    truth: {
      id,
      seed: sha256Hex(name).slice(0, 32),
      spec,
      description: describeText(spec),
      tags: stringTags(spec),
      tests: {
        kind: "strings",
        pairs,
        triplets,
        hardTriplets: pairs.map((pair, i) =>
          hardTriplet(spec, pair, (other) => sampleChain(other, 2), chance.fork("hard-triplet", i)),
        ),
        hidden: HIDDEN,
      },
      quirks: stringQuirks(released, standIn).toSorted(),
      provenance: {
        source: "find",
        officialId: released.id,
        servedBy: basename(expressions ?? ""),
        metadata: released.metadata,
      },
      canary: canaryOf(SUITE_NAME, seed),
    },
  };
}

/** The released string functions. */
export const releasedStrings: Released = {
  mark: ["strings", "unit_test_data.json"],
  quirks: stringQuirkMeanings,
  import: importStrings,
};
