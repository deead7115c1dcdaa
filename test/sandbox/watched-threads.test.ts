import { existsSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { Pool } from "../../src/core/index.ts";
import type { Job } from "../../src/sandbox/job.ts";
import { runOrRepeatAlone } from "../../src/sandbox/lost-worker.ts";
import { Thread } from "../../src/sandbox/thread.ts";
import { closed } from "../core/hand-pool.ts";
import { ran } from "./support.ts";

const started: Thread[] = [];
const threads = (heapMegabytes: (nth: number) => number | undefined = () => undefined) =>
  new Pool({
    size: 2,
    start: () => {
      const thread = new Thread(heapMegabytes(started.length));
      started.push(thread);
      return thread;
    },
    closedError: () => closed,
  });
afterAll(() => Promise.all(started.map((thread) => thread.kill(undefined))));

const job = (source: string, more: Partial<Job> = {}): Job => ({
  source,
  entry: "f",
  inputs: [1],
  alone: [],
  again: [],
  seed: "seed",
  memory: 64 * 2 ** 20,
  work: 100,
  ...more,
});
const FAR = { processor: 1e9, wall: 1e9 };

describe.runIf(existsSync("/proc/thread-self/schedstat"))("the processor's time", () => {
  it("ends a single operation that no step counts, in whatever part it comes", async () => {
    const pool = threads();
    const hanging = [
      "const f = () => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)",
      "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)",
      "const b = 3n ** 300000n; const f = () => { for (;;) b * b }",
    ];
    for (const source of hanging)
      expect(
        await pool.use((thread) =>
          thread.run(job(source, { alone: [0] }), { ...FAR, processor: 300 }, undefined),
        ),
      ).toEqual({ kind: "timed-out" });
  });
});

describe("a program whose thread is lost", () => {
  // Each text stays in the thread's own heap until all are handed over.
  const heavy = "const f = (x) => String(x).padEnd(1000000, '\\u1234')";
  const inputs = Array.from({ length: 48 }, (_, index) => index);

  it("has crashed where it is lost alone as well, and the next one runs", async () => {
    const pool = threads(() => 64);
    const lost = await runOrRepeatAlone(pool, (thread) =>
      thread.run(job(heavy, { inputs, alone: inputs }), FAR, undefined),
    );
    expect(lost).toEqual({ kind: "crashed", message: expect.stringContaining("memory") });
    const next = await pool.use((thread) => thread.run(job("const f = (x) => x"), FAR, undefined));
    expect(next).toEqual(ran(1));
  });

  it("is repeated once, in a new thread", async () => {
    const before = started.length;
    const pool = threads((nth) => (nth === before ? 64 : undefined));
    const outcome = await runOrRepeatAlone(pool, (thread) =>
      thread.run(job(heavy, { inputs, alone: inputs }), FAR, undefined),
    );
    expect(outcome).toMatchObject({ kind: "ran" });
    expect(started).toHaveLength(before + 2);
  });
});
