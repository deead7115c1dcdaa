import { expect, it } from "vitest";
import type {
  Answer,
  Interpreter,
  Item,
  Outcome,
  Output,
  Problem,
  RunStore,
  Sandbox,
} from "../../src/contract/index.ts";
import { constant } from "../../src/interpreters/index.ts";
import { testSetOf } from "../../src/evaluation/index.ts";
import { itemLog } from "../../src/runs/item-log.ts";
import { runItem } from "../../src/runs/run-item.ts";
import { memoryStore } from "../../src/store/index.ts";
import { manifest } from "../store/samples.ts";
import { problemOf } from "../support/problem-of.ts";

const never = new AbortController().signal;
const clock = { now: () => 0 };
const item: Item = {
  suite: "0".repeat(64),
  problem: "p",
  interpreter: "asking",
  configuration: "0".repeat(16),
  epoch: 1,
};

/** A sandbox whose programs give a value above `start`, another one each time, for so many batches. */
function counting(start: number, batches = Infinity): Sandbox {
  let next = start;
  let left = batches;
  const value = (): Output => ({ kind: "value", value: (next += 1) });
  return {
    languages: ["javascript"],
    run: async ({ inputs }) => {
      left -= 1;
      return left < 0 ? { kind: "timed-out" } : { kind: "ran", outputs: inputs.map(value) };
    },
    close: async () => undefined,
  };
}

function work(
  interpret: Interpreter["interpret"],
  sandbox: Sandbox,
  store: RunStore,
  attempt = 1,
): Promise<Outcome> {
  const source = "const f = (x) => x;";
  const base = problemOf({ kind: "constant", value: 0 });
  const spec = { kind: "external", language: "javascript", source, entry: "f" } as const;
  const problem: Problem = { ...base, truth: { ...base.truth, spec } };
  const task = {
    problem,
    epoch: 1,
    testSet: () => testSetOf({ problem, epoch: 1, metrics: ["published"], sandbox }, never),
  };
  const interpreter = { id: "asking", configuration: {}, interpret };
  return runItem(
    task,
    { kind: "contestant", interpreter },
    itemLog(store, clock, item, attempt),
    { manifest, store, sandbox, clock, timeLimit: 60_000 },
    never,
  );
}

it("an item that is tried again is told what is on record, whatever its function says by now", async () => {
  const told: (readonly Answer[])[] = [];
  const asking: Interpreter["interpret"] = async (assignment, signal) => {
    told.push(await assignment.probe.ask([1, 2, 1], signal));
    told.push(await assignment.probe.ask([1], signal));
    return constant().interpret(assignment, signal);
  };
  const store = memoryStore(manifest);
  await work(asking, counting(0), store, 1);
  await work(asking, counting(1_000_000), store, 2);
  await work(asking, counting(2_000_000), store, 3);
  expect(told).toHaveLength(6);
  expect(told.slice(2, 4)).toEqual(told.slice(0, 2));
  expect(told.slice(4, 6)).toEqual(told.slice(0, 2));
  const values = told.slice(0, 2).flat();
  expect(new Set(values.map((answer) => JSON.stringify(answer))).size).toBe(4);
});

it("an item whose function failed has failed, whatever its interpreter makes of it", async () => {
  const store = memoryStore(manifest);
  let refused: readonly Answer[] = [];
  const stubborn: Interpreter["interpret"] = async (assignment, signal) => {
    const fault: unknown = await assignment.probe.ask([1], signal).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: "function-failed" });
    refused = await assignment.probe.ask([2], signal);
    return constant().interpret(assignment, signal);
  };
  const outcome = await work(stubborn, counting(0, 1), store);
  expect(outcome).toMatchObject({ status: "failed", failure: { code: "function-failed" } });
  expect(refused.map(({ kind }) => kind)).toEqual(["refused"]);
});
