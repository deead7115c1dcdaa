import type { Outcome } from "../../src/contract/index.ts";
import { itemKey, lastOutcomes } from "../../src/summaries/index.ts";
import { openRunFolder } from "../../src/store/index.ts";

/** A run's outcomes as runs are compared: last try of each item, sorted, without times and attempts. */
export async function comparable(folder: string): Promise<readonly Partial<Outcome>[]> {
  const { store } = await openRunFolder(folder, { forWriting: false });
  const outcomes = await lastOutcomes(store.outcomes());
  await store.close();
  return outcomes
    .toSorted((a, b) => (itemKey(a.item) < itemKey(b.item) ? -1 : 1))
    .map(({ at: _at, attempt: _attempt, milliseconds: _milliseconds, ...rest }) => rest);
}
