import type { Problem, Spec } from "./problem.ts";

/** How a network is to be trained for a problem. */
export interface TrainingTask {
  readonly law: Spec;
  readonly domain: { readonly from: number; readonly to: number };
  readonly settings: TrainingSettings;
  readonly seed: string;
}

/** The shape of a network and the course of its training. */
export interface TrainingSettings {
  /** Units of each hidden layer, 1 to 1024. */
  readonly width: number;
  /** Hidden layers. */
  readonly depth: 1 | 2;
  /** Step size of Adam, above 0 and at most 1. */
  readonly learningRate: number;
  /** Steps, each over all points; 1 to 10,000,000. */
  readonly epochs: number;
  /** Training points, evenly spaced over the domain with both ends; 2 to 1,000,000. */
  readonly points: number;
}

/** What drawing problems may need beside chance; handed in, since it takes threads and time. */
export interface DrawServices {
  /** Trains a network; gives it as a function of its own. */
  approximate(task: TrainingTask): Promise<Spec>;
}

/** A problem whose drawing is decided, and may take a service to be finished. */
export interface Draft {
  finish(services: DrawServices): Problem | Promise<Problem>;
}
