import type { Approximate } from "../../src/categories/numeric/index.ts";
import { trainNetwork } from "../../src/training/index.ts";

/** Trains by the task's own settings but for a handful of epochs: a network at once, if a poor one. */
export const quickNetwork: Approximate = (task) =>
  Promise.resolve(
    trainNetwork({ ...task, settings: { ...task.settings, epochs: 20, points: 200 } }),
  );
