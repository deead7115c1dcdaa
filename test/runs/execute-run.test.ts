import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { BenchError } from "../../src/core/index.ts";
import type {
  Interpreter,
  MetricFamily,
  Outcome,
  RunEvent,
  RunManifest,
  RunStore,
} from "../../src/contract/index.ts";
import { generate } from "../../src/app/index.ts";
import { constant, lookup } from "../../src/interpreters/index.ts";
import { inProcessQueue } from "../../src/queue/index.ts";
import { executeRun, manifestOf, scoreAgain } from "../../src/runs/index.ts";
import type { RunParts, RunProgress } from "../../src/runs/index.ts";
import { javascriptSandbox } from "../../src/sandbox/index.ts";
import { itemKey, lastOutcomes } from "../../src/summaries/index.ts";
import { memoryStore } from "../../src/store/index.ts";
import { openSuite } from "../../src/suite/index.ts";
import type { Suite } from "../../src/suite/index.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";

const never = new AbortController().signal;
const COUNT = 12;

let suite: Suite;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "findbench-test-"));
  const out = join(folder, "suite");
  await generate(
    { recipe: "mini@1", seed: "runs", out, categories: null, count: COUNT, sealSeed: false },
    never,
  );
  suite = await openSuite(out);
  return () => rm(folder, { recursive: true, force: true });
});

function manifest(
  interpreters: readonly Interpreter[],
  epochs = 1,
  metrics: readonly MetricFamily[] = ["published"],
): RunManifest {
  const { header, path } = suite;
  const suites = [
    {
      name: header.name,
      path,
      hash: header.hash,
      problems: null,
      count: header.counts.problems,
      total: header.counts.problems,
    },
  ];
  const limits = { budget: 32, rounds: null, epochs };
  const plan = { seed: "1", suites, interpreters, ...limits, metrics, findbench: "0.0.0" };
  return manifestOf(plan, "2026-01-01T00:00:00.000Z");
}

async function execute(
  store: RunStore,
  interpreters: readonly Interpreter[],
  options: Partial<RunParts> = {},
  signal: AbortSignal = never,
): Promise<RunProgress> {
  const sandbox = javascriptSandbox();
  try {
    return await executeRun(
      {
        manifest: store.manifest,
        store,
        suites: [suite],
        interpreters,
        sandbox,
        queue: inProcessQueue({ concurrency: 3 }),
        clock: { now: () => 0 },
        retryErrors: false,
        timeLimit: 60_000,
        repairedBytes: 0,
        ...options,
      },
      signal,
    );
  } finally {
    await sandbox.close();
  }
}

async function outcomesOf(store: RunStore): Promise<readonly Outcome[]> {
  const outcomes = await lastOutcomes(store.outcomes());
  return outcomes.toSorted((a, b) => (itemKey(a.item) < itemKey(b.item) ? -1 : 1));
}

/** Ids of the suite's problems with a tag. */
async function tagged(tag: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { id, truth } of suite.problems()) if (truth.tags.includes(tag)) ids.add(id);
  return ids;
}

async function eventsOf(store: RunStore): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of store.events()) events.push(event);
  return events;
}

/** Fails on every problem whose id sorts into the first half, as long as `broken` holds. */
function fragile(broken: () => boolean): Interpreter {
  const inner = constant();
  return {
    id: "fragile",
    configuration: {},
    interpret: async (assignment, signal) => {
      const answers = await assignment.probe.ask([1], signal);
      if (broken() && answers[0]?.kind === "value" && Number(answers[0].value) > 0) {
        throw new Error("a bad day");
      }
      return inner.interpret(assignment, signal);
    },
  };
}

describe("a run", () => {
  it("scores every item once, with its own reference rows", async () => {
    const interpreters = [constant(), lookup()];
    const store = memoryStore(manifest(interpreters));
    const progress = await execute(store, interpreters);
    const rows = COUNT * 4;
    expect(progress).toEqual({ done: rows, total: rows, failed: 0, fresh: rows, failures: [] });
    const outcomes = await outcomesOf(store);
    expect(outcomes).toHaveLength(rows);
    for (const outcome of outcomes) {
      expect(outcome.status).toBe("scored");
      expect(Object.keys(outcome.scores)).toEqual(["nmse", "nmse<0.1"]);
      expect(outcome.usage.queries).toBe(outcome.role === "contestant" ? 32 : 0);
    }
    const kinds = (await eventsOf(store)).map(({ kind }) => kind);
    expect(kinds.at(0)).toBe("run-started");
    expect(kinds.at(-1)).toBe("run-finished");
    expect(kinds.filter((kind) => kind === "queries-answered")).toHaveLength(COUNT * 2);
    const ids = (await eventsOf(store)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives the oracle a perfect score wherever there is no chance in the answers", async () => {
    const store = memoryStore(manifest([]));
    await execute(store, []);
    const plain = await tagged("plain");
    const oracle = (await outcomesOf(store)).filter(
      ({ item }) => item.interpreter === "oracle" && plain.has(item.problem),
    );
    expect(oracle.length).toBeGreaterThan(3);
    for (const { scores } of oracle)
      expect(scores["nmse"]).toMatchObject({ kind: "scored", value: 0 });
  });

  it("gives chance the same answers whatever part of the suite is run", async () => {
    const whole = memoryStore(manifest([]));
    await execute(whole, []);
    const chances = (await outcomesOf(whole)).filter(({ item }) => item.interpreter === "chance");
    const { suites, ...rest } = manifest([]);
    for (const { item, scores } of chances.slice(0, 4)) {
      const only = suites.map((one) => ({ ...one, problems: [item.problem], count: 1 }));
      const plan = { ...rest, suites: only, interpreters: [] };
      const store = memoryStore(manifestOf(plan, "2026-01-01T00:00:00.000Z"));
      await execute(store, []);
      const alone = (await outcomesOf(store)).filter(({ role }) => role === "reference");
      expect(alone.map(({ item: { interpreter } }) => interpreter)).toEqual(["chance", "oracle"]);
      expect(alone[0]?.scores).toEqual(scores);
    }
  });

  it("ends with a fault where the suite has fewer problems than the plan", async () => {
    const whole = manifest([constant()]);
    const store = memoryStore({ ...whole, items: whole.items + 1 });
    await expect(execute(store, [constant()])).rejects.toMatchObject({ code: "run-differs" });
  });

  it("is the same whatever the concurrency, and again", async () => {
    const interpreters = [constant(), lookup()];
    const all = await Promise.all(
      [1, 2, 8].map(async (concurrency) => {
        const store = memoryStore(manifest(interpreters, 2));
        await execute(store, interpreters, { queue: inProcessQueue({ concurrency }) });
        return outcomesOf(store);
      }),
    );
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
  });

  it("repeats with fresh noise in each epoch", async () => {
    const store = memoryStore(manifest([constant()], 3));
    await execute(store, [constant()]);
    const ids = await tagged("noised");
    const noised = (await outcomesOf(store)).filter(
      ({ item }) => item.interpreter === "constant" && ids.has(item.problem),
    );
    const [first] = noised;
    const same = noised.filter(({ item }) => item.problem === first?.item.problem);
    expect(same.map(({ item }) => item.epoch)).toEqual([1, 2, 3]);
    expect(new Set(same.map(({ scores }) => JSON.stringify(scores["nmse"]))).size).toBe(3);
  });
});

describe("an interruption", () => {
  it("stops taking work, and the same record goes on to an equal run", async () => {
    const interpreters = [constant(), lookup()];
    const alone = memoryStore(manifest(interpreters));
    await execute(alone, interpreters);
    const store = memoryStore(manifest(interpreters));
    const interruption = new AbortController();
    const stopped = execute(
      store,
      interpreters,
      {
        onProgress: ({ fresh }) => {
          if (fresh === 7) interruption.abort(new BenchError("interrupted", "stop"));
        },
      },
      interruption.signal,
    );
    await expect(stopped).rejects.toMatchObject({ code: "interrupted" });
    const before = (await outcomesOf(store)).length;
    expect(before).toBeGreaterThanOrEqual(7);
    expect(before).toBeLessThan(COUNT * 4);
    const progress = await execute(store, interpreters);
    expect(progress.fresh).toBe(COUNT * 4 - before);
    const plain = (outcomes: readonly Outcome[]): unknown =>
      outcomes.map((outcome) => ({ ...outcome, attempt: 1 }));
    expect(plain(await outcomesOf(store))).toEqual(plain(await outcomesOf(alone)));
  });
});

async function* noEvents(): AsyncGenerator<RunEvent> {
  // As an events.jsonl that was deleted.
}

describe("a failing interpreter", () => {
  it("never ends a run, is recorded, and is tried again only on request", async () => {
    let broken = true;
    const interpreters = [fragile(() => broken), constant()];
    const store = memoryStore(manifest(interpreters));
    const { failed, done, total } = await execute(store, interpreters);
    expect(failed).toBeGreaterThan(0);
    expect(failed).toBeLessThan(COUNT);
    expect(done).toBe(total);
    const outcomes = await outcomesOf(store);
    const failures = outcomes.filter(({ status }) => status === "failed");
    expect(failures).toHaveLength(failed);
    for (const { failure, scores, usage } of failures) {
      expect(failure).toEqual({ code: "interpreter-threw", message: "a bad day" });
      expect(scores).toEqual({});
      expect(usage.queries).toBe(1);
    }
    expect((await execute(store, interpreters)).fresh).toBe(0);
    broken = false;
    const retried = await execute(store, interpreters, { retryErrors: true });
    expect(retried).toMatchObject({ fresh: failed, failed: 0, done: total });
    const after = await outcomesOf(store);
    expect(after.filter(({ attempt }) => attempt === 2)).toHaveLength(failed);
    expect(after.every(({ status }) => status === "scored")).toBe(true);
  });
});

async function again(
  store: RunStore,
  options: Partial<Parameters<typeof scoreAgain>[0]> = {},
): ReturnType<typeof scoreAgain> {
  const sandbox = javascriptSandbox();
  try {
    return await scoreAgain(
      {
        manifest: store.manifest,
        store,
        suites: [suite],
        sandbox,
        clock: { now: () => 0 },
        queue: inProcessQueue({ concurrency: 3 }),
        metrics: store.manifest.metrics,
        ...options,
      },
      never,
    );
  } finally {
    await sandbox.close();
  }
}

describe("scoring again", () => {
  it("adds the metrics that were left out, and the whole equals a run with all of them", async () => {
    const interpreters = [constant(), lookup()];
    const whole = memoryStore(manifest(interpreters, 1, ["published", "sound"]));
    await execute(whole, interpreters);
    const store = memoryStore(manifest(interpreters));
    await execute(store, interpreters);
    for (const { scorers } of await outcomesOf(store)) expect(scorers).toHaveLength(1);
    await again(store, { metrics: ["sound"] });
    expect(await outcomesOf(store)).toEqual(await outcomesOf(whole));
    expect(store.manifest.id).not.toBe(whole.manifest.id);
  });

  it("refuses another suite", async () => {
    const store = memoryStore(manifest([constant()]));
    await execute(store, [constant()]);
    const header = { ...suite.header, hash: "0".repeat(64) };
    for (const suites of [[], [{ ...suite, header }]]) {
      await expect(again(store, { suites })).rejects.toMatchObject({ code: "hash-mismatch" });
    }
  });

  it("names items whose answer is gone, and records nothing for them", async () => {
    const interpreters = [constant()];
    const store = memoryStore(manifest(interpreters));
    await execute(store, interpreters);
    const before = await outcomesOf(store);
    const without = { ...store, events: () => noEvents() };
    const { scored, withoutAnswer } = await again(without);
    expect(scored).toBe(COUNT * 2);
    expect(new Set(withoutAnswer.map(({ interpreter }) => interpreter))).toEqual(
      new Set(["constant"]),
    );
    expect(withoutAnswer).toHaveLength(COUNT);
    expect(await outcomesOf(store)).toEqual(before);
  });

  it("gives the same scores without asking anything", async () => {
    const interpreters = [constant(), lookup()];
    const store = memoryStore(manifest(interpreters));
    await execute(store, interpreters);
    const before = await outcomesOf(store);
    const questions = (await eventsOf(store)).filter(({ kind }) => kind === "queries-answered");
    expect(await again(store)).toEqual({ scored: COUNT * 4, kept: [], withoutAnswer: [] });
    expect(await outcomesOf(store)).toEqual(before);
    const after = await eventsOf(store);
    expect(after.filter(({ kind }) => kind === "queries-answered")).toEqual(questions);
    const ids = after.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a manifest", () => {
  it("has an id that only what is run decides, in whatever order", () => {
    const one = manifest([constant(), lookup()]);
    expect(manifest([constant(), lookup()]).id).toBe(one.id);
    expect(manifest([lookup(), constant()]).id).toBe(one.id);
    expect(manifest([constant(), lookup()], 1, ["published", "sound"]).id).not.toBe(one.id);
    expect(manifest([constant()]).id).not.toBe(one.id);
    expect(manifest([constant(), lookup()], 2).id).not.toBe(one.id);
  });

  it("says the same whatever findbench made it", () => {
    const { suites } = manifest([]);
    const limits = { budget: 1, rounds: null, epochs: 1, metrics: ["sound"] as const };
    const plan = { seed: "1", suites, interpreters: [constant()], ...limits };
    const [one, two] = ["1.0.0", "2.0.0"].map((findbench) =>
      manifestOf({ ...plan, findbench }, "2026-01-01T00:00:00.000Z"),
    );
    expect(one?.id).toBe(two?.id);
  });

  it.each(["oracle", "chance", "constant"])("refuses a second row named %s", (id) => {
    const rows = [constant(), { ...lookup(), id }];
    expect(() => manifest(rows)).toThrow(expect.objectContaining({ code: "bad-argument" }));
  });

  it("refuses the same suite twice", () => {
    const { suites } = manifest([]);
    const limits = { budget: 1, rounds: null, epochs: 1, metrics: ["sound"] as const };
    const plan = { seed: "1", interpreters: [], ...limits, findbench: "0.0.0" };
    expect(() => manifestOf({ ...plan, suites: [...suites, ...suites] }, "")).toThrow(
      expect.objectContaining({ code: "bad-argument" }),
    );
  });
});
