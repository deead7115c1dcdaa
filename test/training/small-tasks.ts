import type { Law } from "../../src/categories/numeric/index.ts";
import type { TrainingSettings } from "../../src/contract/index.ts";
import type { TrainingTask } from "../../src/training/index.ts";

/** Settings that take some milliseconds. */
const small: TrainingSettings = {
  width: 8,
  depth: 1,
  learningRate: 0.02,
  epochs: 1000,
  points: 200,
};

export const bend: Law = { kind: "absolute", slope: 2, offset: -3 };

/** A task of a few milliseconds. */
export function smallTask(
  law: Law = bend,
  settings: Partial<TrainingSettings> = {},
  seed = "small",
): TrainingTask {
  return { law, domain: { from: -10, to: 10 }, settings: { ...small, ...settings }, seed };
}
