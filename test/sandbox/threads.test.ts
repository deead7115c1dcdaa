import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { javascriptSandbox } from "../../src/sandbox/index.ts";
import { ran, runIn, TIGHT } from "./support.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const ENDLESS = "for (;;);";
const UNLIMITED = { work: 1e9 };

describe("a signal", () => {
  it("rejects with its reason, and frees the worker", async () => {
    const sandbox = javascriptSandbox({ limits: UNLIMITED });
    const code = { language: "javascript", source: ENDLESS, entry: "f" } as const;
    const stop = new AbortController();
    await runIn(sandbox, "const f = (x) => x");
    const running = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    const waiting = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    const next = runIn(sandbox, "const f = (x) => x");
    const reason = new Error("enough");
    stop.abort(reason);
    await expect(running).rejects.toBe(reason);
    await expect(waiting).rejects.toBe(reason);
    expect(await next).toEqual(ran(1));
    await expect(sandbox.run({ code, inputs: [], seed: "" }, stop.signal)).rejects.toBe(reason);
    await sandbox.close();
  });

  it("changes nothing when it comes too late", async () => {
    const sandbox = javascriptSandbox();
    const stop = new AbortController();
    const code = { language: "javascript", source: "const f = (x) => x", entry: "f" } as const;
    expect(await sandbox.run({ code, inputs: [1], seed: "" }, stop.signal)).toEqual(ran(1));
    stop.abort();
    expect(await runIn(sandbox, code.source)).toEqual(ran(1));
    await sandbox.close();
  });
});

describe("a pool", () => {
  it.each([1, 2])(
    "of %i answers each caller with the outcome of its own program",
    async (workers) => {
      const sandbox = javascriptSandbox({ workers });
      const asked = Array.from({ length: 20 }, (_, index) => index);
      const outcomes = await Promise.all(
        asked.map((index) =>
          runIn(sandbox, index % 5 === 4 ? ENDLESS : `const f = () => ${index}`, { limits: TIGHT }),
        ),
      );
      expect(outcomes).toEqual(
        asked.map((index) => (index % 5 === 4 ? { kind: "timed-out" } : ran(index))),
      );
      await sandbox.close();
    },
  );

  it("goes on beside a program that hangs", async () => {
    const sandbox = javascriptSandbox({ workers: 2, limits: UNLIMITED });
    const stop = new AbortController();
    const code = { language: "javascript", source: ENDLESS, entry: "f" } as const;
    const hanging = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    expect(await runIn(sandbox, "const f = (x) => x")).toEqual(ran(1));
    stop.abort(new Error("enough"));
    await expect(hanging).rejects.toThrow("enough");
    await sandbox.close();
  });

  it("rejects what it cannot finish when it is closed, and whatever comes later", async () => {
    const sandbox = javascriptSandbox({ limits: UNLIMITED });
    const pending = Promise.allSettled([runIn(sandbox, ENDLESS), runIn(sandbox, ENDLESS)]);
    await sandbox.close();
    const closed = expect.objectContaining({ code: "interrupted" });
    expect(await pending).toEqual([1, 2].map(() => ({ status: "rejected", reason: closed })));
    await expect(runIn(sandbox, ENDLESS)).rejects.toEqual(closed);
    await sandbox.close();
  });
});

const tasks = "/proc/self/task";
const threadCount = (): number => readdirSync(tasks).length;

describe.runIf(existsSync(tasks))("two hundred hostile programs in a row", () => {
  const hostile = [
    "const a = []; for (;;) a.push(new Float64Array(100000).fill(1))",
    "const f = () => { for (;;); }",
    "const f = () => 'x'.repeat(1e8)",
    "const f = () => f()",
    "const f = () => { let s = 'x'; for (;;) { s += s; s.indexOf('y') } }",
    "const f = () => { throw new Proxy({}, { get() { for (;;); } }) }",
    "const f = () => 'x'.repeat(1000000)",
    "const f = () => {",
  ];
  const attack = async (times: number): Promise<void> => {
    const sandbox = javascriptSandbox({ limits: { work: 1 } });
    for (let time = 0; time < times; time += 1) await runIn(sandbox, hostile[time % 8] ?? "");
    expect(await runIn(sandbox, "const f = (x) => x")).toEqual(ran(1));
    await sandbox.close();
  };

  it("leave neither memory nor threads behind", async () => {
    await attack(hostile.length);
    const [memory, threads] = [process.memoryUsage.rss(), threadCount()];
    await attack(200);
    // Eight engines of 64 MiB may still wait for the garbage collector.
    expect(process.memoryUsage.rss() - memory).toBeLessThan(512 * 2 ** 20);
    expect(threadCount()).toBeLessThanOrEqual(threads);
  });
});

/** A program that runs one execution and then has nothing left to do, but does not close. */
function programAt(url: string): string {
  return `
    import { javascriptSandbox } from ${JSON.stringify(url)};
    const code = { language: "javascript", source: "const f = (x) => 2 * x", entry: "f" };
    const outcome = await javascriptSandbox().run({ code, inputs: [21], seed: "" });
    console.log(JSON.stringify(outcome));`;
}

async function inNode(parameters: readonly string[], cwd: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, parameters, {
    cwd,
    timeout: 30_000,
  });
  return JSON.parse(stdout);
}

/** Compiles the folders that the sandbox needs, without checking types. */
async function buildTo(folder: string): Promise<void> {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path));
  const { options: usual } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  // Alone, a file does not tell that it belongs to a package of modules.
  const options = { ...usual, module: ts.ModuleKind.ESNext };
  for (const part of ["core", "sandbox"]) {
    for (const file of ts.sys.readDirectory(join(root, "src", part), [".ts"])) {
      const target = join(folder, file.slice(join(root, "src").length).replace(/\.ts$/, ".js"));
      const source = await readFile(file, "utf8");
      const compiled = ts.transpileModule(source, { compilerOptions: options, fileName: file });
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, compiled.outputText);
    }
  }
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
}

describe("a process with an idle sandbox ends by itself", () => {
  it("when run from the sources, in whatever folder", async () => {
    const url = new URL("../../src/sandbox/index.ts", import.meta.url).href;
    const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
    const parameters = ["--import", tsx, "--input-type=module", "--eval", programAt(url)];
    expect(await inNode(parameters, tmpdir())).toEqual(ran(42));
  });

  it("when run from a build, without a loader, and says so when the build is broken", async () => {
    const folder = await mkdtemp(join(tmpdir(), "findbench-sandbox-"));
    try {
      await buildTo(folder);
      const url = pathToFileURL(join(folder, "sandbox/index.js")).href;
      const parameters = ["--input-type=module", "--eval", programAt(url)];
      expect(await inNode(parameters, tmpdir())).toEqual(ran(42));
      await rm(join(folder, "sandbox/worker.js"));
      const broken = { kind: "no-sandbox", remedy: expect.stringContaining("worker.js") };
      expect(await inNode(parameters, tmpdir())).toEqual(broken);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
