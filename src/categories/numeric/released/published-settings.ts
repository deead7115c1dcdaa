import type { TrainingSettings } from "../../../contract/index.ts";

/** The settings of the released networks (https://arxiv.org/abs/2309.03886). */
export const publishedSettings: TrainingSettings = {
  width: 64,
  depth: 1,
  learningRate: 0.01,
  epochs: 10_000,
  points: 10_000,
};
