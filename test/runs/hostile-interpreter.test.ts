import { describe, expect, it } from "vitest";
import type {
  Answer,
  Assignment,
  Interpretation,
  Interpreter,
  Json,
  Outcome,
  RunEvent,
  RunStore,
} from "../../src/contract/index.ts";
import { BenchError } from "../../src/core/index.ts";
import { constant } from "../../src/interpreters/index.ts";
import { testSetOf } from "../../src/evaluation/index.ts";
import { itemLog } from "../../src/runs/item-log.ts";
import { runItem } from "../../src/runs/run-item.ts";
import { javascriptSandbox } from "../../src/sandbox/index.ts";
import { memoryStore } from "../../src/store/index.ts";
import { manifest } from "../store/samples.ts";
import { problemOf } from "../support/problem-of.ts";

const never = new AbortController().signal;
const item = {
  suite: "0".repeat(64),
  problem: "p",
  interpreter: "odd",
  configuration: "0".repeat(16),
  epoch: 1,
};

type Interpret = Interpreter["interpret"];

async function run(
  interpret: Interpret,
  { timeLimit = 60_000, signal = never, store = memoryStore(manifest) } = {},
): Promise<{ outcome: Outcome; kinds: string[]; store: RunStore }> {
  const sandbox = javascriptSandbox();
  let now = 0;
  const clock = { now: () => (now += 10) };
  try {
    const problem = problemOf({ kind: "linear", slope: 2, intercept: 1 });
    const interpreter = { id: "odd", configuration: {}, interpret };
    const outcome = await runItem(
      {
        problem,
        epoch: 1,
        testSet: () => testSetOf({ problem, epoch: 1, metrics: ["published"], sandbox }, signal),
      },
      { kind: "contestant", interpreter },
      itemLog(store, clock, item, 1),
      { manifest, store, sandbox, clock, timeLimit },
      signal,
    );
    return { outcome, kinds: await kindsOf(store), store };
  } finally {
    await sandbox.close();
  }
}

async function kindsOf(store: RunStore): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { kind } of store.events()) kinds.push(kind);
  return kinds;
}

const honest: Interpret = (assignment, signal) => constant().interpret(assignment, signal);

/** Data that no type allows and any program can make. */
const odd = (value: unknown): Json => value as Json;

describe("an interpreter that does what cannot be recorded", () => {
  const unreadable = odd({
    get trap(): never {
      throw new Error("not to be read");
    },
  });

  it.each([
    ["NaN in a note", NaN],
    ["a note that cannot be read", unreadable],
  ])("%s: keeps the rest of the transcript, and has failed", async (_name, data) => {
    const { outcome, kinds } = await run(async (assignment, signal) => {
      await assignment.probe.ask([1, 2], signal);
      assignment.log({ topic: "a", text: "b", data });
      assignment.log({ topic: "a", text: "b" });
      return honest(assignment, signal);
    });
    expect(outcome).toMatchObject({ status: "failed", failure: { code: "bad-data" } });
    expect(kinds).toEqual([
      "problem-started",
      "queries-answered",
      "note-taken",
      "queries-answered",
      "interpretation-given",
      "problem-failed",
    ]);
  });

  it("then throws: the transcript stays, the failure is what it threw", async () => {
    const { outcome, kinds } = await run(async (assignment) => {
      await assignment.probe.ask([1]);
      assignment.log({ topic: "a", text: "b", data: NaN });
      throw new Error("a bad day");
    });
    expect(outcome.failure).toEqual({ code: "interpreter-threw", message: "a bad day" });
    expect(kinds).toEqual(["problem-started", "queries-answered", "problem-failed"]);
  });

  it("records what was said, not what became of it", async () => {
    const { outcome, store } = await run(async (assignment, signal) => {
      const data: Record<string, number> = { x: 1 };
      assignment.log({ topic: "a", text: "b", data });
      data["x"] = NaN;
      return honest(assignment, signal);
    });
    expect(outcome.status).toBe("scored");
    const notes: RunEvent[] = [];
    for await (const event of store.events()) if (event.kind === "note-taken") notes.push(event);
    expect(notes).toMatchObject([{ note: { data: { x: 1 } } }]);
  });

  it.each([
    ["a message that is a number", Object.assign(new Error("x"), { message: 5 }), "5"],
    [
      "an object without a text",
      Object.create(null) as object,
      "Something without a text was thrown",
    ],
    ["undefined", undefined, "undefined"],
    ["a long text", "x".repeat(9000), "x".repeat(2000)],
    ["a fault of the bench", new BenchError("bad-argument", "no"), "no"],
  ])("throws %s", async (_name, thrown, message) => {
    const { outcome } = await run(() => Promise.reject(thrown));
    expect(outcome.failure?.message).toBe(message);
  });

  it("gives something that is no interpretation", async () => {
    const { outcome } = await run(() => Promise.resolve(odd(null) as unknown as Interpretation));
    expect(outcome.failure?.code).toBe("bad-data");
  });
});

describe("an interpreter that does not end", () => {
  it("has failed when its time is over, whatever it does later is refused", async () => {
    let late: Promise<readonly Answer[]> | undefined;
    let seen: Assignment | undefined;
    const store = memoryStore(manifest);
    const { outcome } = await run(
      async (assignment, signal) => {
        seen = assignment;
        await assignment.probe.ask([1]);
        return new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            late = Promise.resolve().then(() => assignment.probe.ask([2]));
            setTimeout(() => reject(new Error("too late")), 5);
          });
        });
      },
      { timeLimit: 30, store },
    );
    expect(outcome).toMatchObject({
      status: "failed",
      failure: { code: "interpreter-timed-out" },
      usage: { queries: 1, rounds: 1 },
    });
    const before = await kindsOf(store);
    expect(await late).toMatchObject([{ kind: "refused" }]);
    seen?.log({ topic: "late", text: "too late" });
    expect(seen?.probe.usage()).toEqual({ queries: 1, rounds: 1 });
    expect(await kindsOf(store)).toEqual(before);
  });

  it("does not hold an interruption", async () => {
    const interruption = new AbortController();
    const stopped = run(
      () => {
        interruption.abort(new BenchError("interrupted", "stop"));
        return new Promise(() => undefined);
      },
      { signal: interruption.signal },
    );
    await expect(stopped).rejects.toMatchObject({ code: "interrupted" });
  });

  it("asks nothing after its answer", async () => {
    let probe: Assignment["probe"] | undefined;
    const { outcome, store } = await run((assignment, signal) => {
      probe = assignment.probe;
      return honest(assignment, signal);
    });
    const before = await kindsOf(store);
    expect(await probe?.ask([1, 2])).toMatchObject([{ kind: "refused" }, { kind: "refused" }]);
    expect(probe?.usage()).toEqual(outcome.usage);
    expect(await kindsOf(store)).toEqual(before);
  });
});

describe("what an item leaves", () => {
  it("a question is on record before its answer is handed out", async () => {
    const store = memoryStore(manifest);
    const seen: string[][] = [];
    await run(
      async (assignment, signal) => {
        seen.push(await kindsOf(store));
        await assignment.probe.ask([1]);
        seen.push(await kindsOf(store));
        return honest(assignment, signal);
      },
      { store },
    );
    expect(seen).toEqual([["problem-started"], ["problem-started", "queries-answered"]]);
  });

  it("the time of the interpreter alone", async () => {
    // The clock goes 10 on at each look, of which the interpreter's call and answer are two.
    const { outcome } = await run(({ clock }) => {
      clock.now();
      clock.now();
      return Promise.reject(new Error("done"));
    });
    expect(outcome.milliseconds).toBe(30);
  });

  it("no way to close the sandbox that all share", async () => {
    const { outcome } = await run((assignment, signal) => {
      expect(assignment.sandbox).not.toHaveProperty("close");
      return honest(assignment, signal);
    });
    expect(outcome.status).toBe("scored");
  });
});
