import type { Item, Outcome, RunEvent, RunManifest } from "../../src/contract/index.ts";

const at = "2026-01-02T03:04:05.678Z";

/** A piece of work like many. */
const item: Item = {
  suite: "0123456789abcdef".repeat(4),
  problem: "p-1",
  interpreter: "lookup",
  configuration: "0123456789abcdef",
  epoch: 1,
};

/** A run like many. */
export const manifest: RunManifest = {
  format: "findbench-run",
  version: 1,
  id: "run-1",
  findbench: "0.1.0",
  createdAt: at,
  seed: "a seed",
  suites: [{ name: "mini", path: "mini", hash: item.suite, problems: null, count: 60, total: 60 }],
  interpreters: [
    { id: "lookup", configuration: { points: 64 }, hash: item.configuration, role: "contestant" },
  ],
  budget: 256,
  rounds: null,
  epochs: 1,
  metrics: ["published", "sound"],
  items: 60,
};

/** The numbered note among many; its text makes the line longer. */
export function numberedNote(number: number, text = ""): RunEvent {
  return {
    version: 1,
    id: `note/${number}`,
    at,
    kind: "note-taken",
    item,
    attempt: 1,
    note: { topic: "number", text, data: number },
  };
}

/** The numbered outcome among many. */
export function numberedOutcome(number: number): Outcome {
  return {
    version: 1,
    item: { ...item, problem: `p-${number}` },
    attempt: 1,
    category: "numeric",
    role: "contestant",
    tags: ["simple"],
    status: "scored",
    failure: null,
    scores: { nmse: { kind: "scored", value: number / 8 } },
    scorers: ["numeric-published/1"],
    usage: { queries: 64, rounds: 1 },
    confidence: null,
    abstained: false,
    milliseconds: 12.5,
    at,
  };
}

/** Everything that a stream gives, in order. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of stream) all.push(one);
  return all;
}
