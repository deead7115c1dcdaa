import type { DrawServices } from "../../src/contract/index.ts";
import type { TrainingTask } from "../../src/training/index.ts";
import { trainNetwork } from "../../src/training/index.ts";

const quick = {
  approximate: (task: TrainingTask) =>
    Promise.resolve(
      trainNetwork({ ...task, settings: { ...task.settings, epochs: 20, points: 200 } }),
    ),
};

/** Trains by the task's own settings but for a handful of epochs: a network at once, if a poor one. */
export const quickNetwork: DrawServices["approximate"] = (quick as DrawServices).approximate;
