import { execFile } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { trainer, trainNetwork } from "../../src/training/index.ts";
import type { Trainer, TrainerOptions, TrainingTask } from "../../src/training/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { transpiledParts } from "../support/transpile.ts";
import { bend, smallTask } from "./small-tasks.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Some tasks of either depth. */
const tasks = Array.from({ length: 6 }, (_, i) =>
  smallTask(bend, { depth: i % 2 === 0 ? 1 : 2, epochs: 100 + i }, `seed ${i}`),
);

/** Far more work than a test can wait for. */
const endless = smallTask(bend, { epochs: 10_000_000, depth: 2 });

/** A trainer that ends with its test, and all that it says on progress. */
function listening(options: Partial<TrainerOptions> = {}) {
  const heard: (readonly [TrainingTask, number])[] = [];
  const onProgress = (task: TrainingTask, epochs: number): void => void heard.push([task, epochs]);
  const it = trainer({ threads: 1, onProgress, ...options });
  onTestFinished(() => it.close());
  return { heard, trainer: it };
}

/** Resolves when the trainer first says something. */
function firstWord(): { readonly onProgress: () => void; readonly said: Promise<void> } {
  let onProgress = (): void => undefined;
  const said = new Promise<void>((resolve) => {
    onProgress = resolve;
  });
  return { onProgress: () => onProgress(), said };
}

const trainAll = (it: Trainer) => Promise.all(tasks.map((task) => it.train(task)));

describe("networks from threads", () => {
  it.each([1, 2, 3])("are bit by bit those of the main thread, with %i", async (threads) => {
    const networks = await trainAll(listening({ threads }).trainer);
    expect(networks).toEqual(tasks.map((task) => trainNetwork(task)));
  });

  it("come with progress", async () => {
    const { heard, trainer } = listening({ threads: 2 });
    await trainAll(trainer);
    for (const task of tasks) {
      const epochs = heard.filter(([of]) => of === task).map(([, done]) => done);
      expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
      expect(epochs.at(-1)).toBe(task.settings.epochs);
    }
  });

  it("are refused as in the main thread, and others come all the same", async () => {
    const { trainer } = listening();
    const nowhere = smallTask({ kind: "logarithm", scale: 1, base: 2, offset: 0 });
    const refused = trainer.train({ ...nowhere, domain: { from: -2, to: -1 } });
    const senseless = trainer.train(smallTask(bend, { width: 0 }));
    const huge = trainer.train(smallTask({ kind: "constant", value: 1e308 }));
    const fine = trainer.train(smallTask());
    const bad = expect.objectContaining({ code: "bad-parameter" });
    expect(await Promise.allSettled([refused, senseless, huge, fine])).toEqual([
      { status: "rejected", reason: bad },
      { status: "rejected", reason: bad },
      { status: "rejected", reason: bad },
      { status: "fulfilled", value: trainNetwork(smallTask()) },
    ]);
  });

  it.each([0, 1.5, NaN])("need a number of threads; %d is none", (threads) =>
    expect(() => trainer({ threads })).toThrow(expect.objectContaining({ code: "bad-argument" })),
  );
});

describe("a signal", () => {
  it("ends what is in work and what waits, and nothing else", async () => {
    const { onProgress, said } = firstWord();
    const { trainer } = listening({ onProgress });
    const [stop, reason] = [new AbortController(), new Error("enough")];
    const working = trainer.train(endless, stop.signal);
    const waiting = trainer.train(smallTask(), stop.signal);
    const next = trainer.train(smallTask());
    await said;
    stop.abort(reason);
    const rejected = { status: "rejected", reason };
    expect(await Promise.allSettled([working, waiting])).toEqual([rejected, rejected]);
    expect(await next).toEqual(trainNetwork(smallTask()));
    await expect(trainer.train(smallTask(), stop.signal)).rejects.toBe(reason);
  });
});

describe("closing", () => {
  it("rejects what is in work, what waits and what comes later", async () => {
    const { onProgress, said } = firstWord();
    const { trainer } = listening({ onProgress });
    const pending = Promise.allSettled([trainer.train(endless), trainer.train(endless)]);
    await said;
    await trainer.close();
    const closed = expect.objectContaining({ code: "interrupted" });
    expect(await pending).toEqual([1, 2].map(() => ({ status: "rejected", reason: closed })));
    await expect(trainer.train(smallTask())).rejects.toEqual(closed);
  });
});

describe("a cache folder", () => {
  /** A trainer that tells whether a network was work to it, and a folder that is not yet there. */
  async function caching() {
    const folder = join(await temporaryFolder(), "new", "cache");
    const { heard, trainer } = listening({ cacheFolder: folder });
    const train = async (task: TrainingTask) => {
      heard.length = 0;
      const network = await trainer.train(task);
      return { network, worked: heard.length > 1 };
    };
    const pathFor = async (task: TrainingTask): Promise<string> => {
      const before = await readdir(folder).catch((): string[] => []);
      await train(task);
      const [name = "", ...others] = (await readdir(folder)).filter((of) => !before.includes(of));
      expect(others).toEqual([]);
      expect(name).toMatch(/^[0-9a-f]{64}\.json$/);
      return join(folder, name);
    };
    return { folder, heard, train, pathFor };
  }

  it("keeps a network for whoever wants it next", async () => {
    const { folder, pathFor } = await caching();
    const { heard, trainer } = listening({ cacheFolder: folder });
    for (const task of [smallTask(), smallTask(bend, { depth: 2 })]) {
      const path = await pathFor(task);
      const text = await readFile(path, "utf8");
      expect(await trainer.train(structuredClone(task))).toEqual(trainNetwork(task));
      expect(heard.splice(0)).toEqual([[task, task.settings.epochs]]);
      expect(await readFile(path, "utf8")).toBe(text);
    }
  });

  it("keeps one for every task", async () => {
    const { folder, train } = await caching();
    const others: readonly TrainingTask[] = [
      smallTask(),
      smallTask({ kind: "absolute", slope: 2.5, offset: -3 }),
      smallTask(bend, {}, "other"),
      smallTask(bend, { width: 7 }),
      smallTask(bend, { depth: 2 }),
      smallTask(bend, { learningRate: 0.021 }),
      smallTask(bend, { epochs: 999 }),
      smallTask(bend, { points: 199 }),
      { ...smallTask(), domain: { from: -10, to: 10.5 } },
      { ...smallTask(), domain: { from: -10.5, to: 10 } },
    ];
    for (const task of others)
      expect(await train(task)).toEqual({ network: trainNetwork(task), worked: true });
    for (const task of others)
      expect(await train(task)).toEqual({ network: trainNetwork(task), worked: false });
    expect(await readdir(folder)).toHaveLength(others.length);
  });

  it("has no use for a file that is broken or foreign, and repairs it", async () => {
    const { folder, train, pathFor } = await caching();
    const path = await pathFor(smallTask());
    const text = await readFile(path, "utf8");
    const other = await readFile(await pathFor(smallTask(bend, {}, "other")), "utf8");
    const network = trainNetwork(smallTask());
    const spoiled: Readonly<Record<string, string>> = {
      empty: "",
      "cut off": text.slice(0, -20),
      "no object": "[1]",
      "of another program": `{"layers":[]}`,
      "of another task": other,
      "of another format": text.replace("findbench-network/1", "findbench-network/0"),
      "of a false task": text.replace(/"task":"./, (start) => `${start.slice(0, -1)}x`),
      "of a false error": text.replace(/"error":[^,]+/, `"error":0`),
      "off by a digit": text.replace(/"biases":\[-?\d+\.\d/, (start) => `${start}5`),
      "with more in it": text.replace("{", `{"more":1,`),
    };
    const results: Record<string, object> = {};
    for (const [what, wrong] of Object.entries(spoiled)) {
      await writeFile(path, wrong);
      const trained = await train(smallTask());
      const repaired = (await readFile(path, "utf8")) === text;
      results[what] = { ...trained, repaired, wasRight: wrong === text };
    }
    const wanted = { network, worked: true, repaired: true, wasRight: false };
    expect(results).toEqual(Object.fromEntries(Object.keys(spoiled).map((what) => [what, wanted])));
    expect(await readdir(folder)).toHaveLength(2);
  });

  it("keeps nothing of what was stopped", async () => {
    const cacheFolder = await temporaryFolder();
    const { onProgress, said } = firstWord();
    const { trainer } = listening({ cacheFolder, onProgress });
    const stop = new AbortController();
    const working = trainer.train(endless, stop.signal);
    await said;
    stop.abort(new Error("enough"));
    await expect(working).rejects.toThrow("enough");
    expect(await readdir(cacheFolder)).toEqual([]);
  });

  it("that is no folder is named", async () => {
    const cacheFolder = join(await temporaryFolder(), "file");
    await writeFile(cacheFolder, "");
    await expect(listening({ cacheFolder }).trainer.train(smallTask())).rejects.toMatchObject({
      code: "bad-argument",
      message: expect.stringContaining(cacheFolder),
    });
  });
});

describe("a process with an idle trainer ends by itself", () => {
  const task = JSON.stringify(smallTask());
  const programAt = (url: string): string => `
    import { trainer } from ${JSON.stringify(url)};
    console.log(JSON.stringify(await trainer({ threads: 2 }).train(${task})));`;

  async function inNode(parameters: readonly string[]): Promise<unknown> {
    const place = { cwd: tmpdir() };
    const { stdout } = await promisify(execFile)(process.execPath, parameters, place);
    return JSON.parse(stdout);
  }

  it("when run from the sources", async () => {
    const url = new URL("../../src/training/index.ts", import.meta.url).href;
    const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
    const program = ["--import", tsx, "--input-type=module", "--eval", programAt(url)];
    expect(await inNode(program)).toEqual(trainNetwork(smallTask()));
  });

  it("when run from a build, without a loader, and says so when the build is broken", async () => {
    const folder = await temporaryFolder();
    transpiledParts(root, folder, ["core", "categories", "scoring", "syntax", "training"]);
    const url = pathToFileURL(join(folder, "training/index.js")).href;
    const program = ["--input-type=module", "--eval", programAt(url)];
    expect(await inNode(program)).toEqual(trainNetwork(smallTask()));
    await rm(join(folder, "training/worker.js"));
    await expect(inNode(program)).rejects.toThrow(/Expected a thread .*worker\.js/);
  });
});
