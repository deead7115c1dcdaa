import type { Item, Outcome, Score } from "../contract/index.ts";

/** A text that is the same for the same item, and differs for different ones. */
export function itemKey(item: Item): string {
  const { suite, problem, interpreter, configuration, epoch } = item;
  return JSON.stringify([suite, problem, interpreter, configuration, epoch]);
}

/**
 * One outcome per item, a later line replacing an earlier one, in the order of first appearance.
 * Details of unscored figures are dropped and equal texts shared, so that a long run fits in memory.
 */
export async function lastOutcomes(
  outcomes: AsyncIterable<Outcome> | Iterable<Outcome>,
): Promise<Outcome[]> {
  const last = new Map<string, Outcome>();
  const slim = slimmer();
  for await (const outcome of outcomes) last.set(itemKey(outcome.item), slim(outcome));
  return [...last.values()];
}

function slimmer(): (outcome: Outcome) => Outcome {
  const texts = new Map<string, string>();
  const share = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  const tagLists = new Map<string, readonly string[]>();
  const shareTags = (tags: readonly string[]): readonly string[] => {
    const key = JSON.stringify(tags);
    const known = tagLists.get(key);
    if (known === undefined) tagLists.set(key, tags);
    return known ?? tags;
  };
  return (outcome) => ({
    ...outcome,
    item: {
      ...outcome.item,
      suite: share(outcome.item.suite),
      problem: share(outcome.item.problem),
      interpreter: share(outcome.item.interpreter),
      configuration: share(outcome.item.configuration),
    },
    ...(outcome.tags === undefined ? {} : { tags: shareTags(outcome.tags) }),
    scores: Object.fromEntries(
      Object.entries(outcome.scores).map(([metric, score]) => [
        share(metric),
        slimScore(score, share),
      ]),
    ),
  });
}

/** Without its detail. */
function slimScore(score: Score, share: (text: string) => string): Score {
  const scorer = score.scorer === undefined ? {} : { scorer: share(score.scorer) };
  switch (score.kind) {
    case "scored":
      return { kind: "scored", value: score.value, ...scorer };
    case "unscored":
      return { kind: "unscored", reason: score.reason, ...scorer };
  }
}
