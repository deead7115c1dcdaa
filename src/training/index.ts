export { trainNetwork, trainPlain } from "./train-network.ts";
export type { TrainOptions } from "./train-network.ts";
export { trainer } from "./trainer.ts";
export type { Trainer, TrainerOptions } from "./trainer.ts";
export type { TrainingTask } from "./training-task.ts";
