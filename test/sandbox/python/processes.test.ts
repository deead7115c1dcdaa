import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { pythonSandbox } from "../../../src/sandbox/index.ts";
import { ran } from "../support.ts";
import { body } from "./attack-programs.ts";
import { here, runPython, TIGHT, needed } from "./support.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const ENDLESS = "while True: pass";
const UNLIMITED = { work: 1e9 };
const HONEST = "def f(x): return x";

describe.runIf(here.holds)(`a signal to the sandbox for Python${needed}`, () => {
  it("rejects with its reason, and frees the worker", async () => {
    const sandbox = pythonSandbox({ limits: UNLIMITED });
    const code = { language: "python", source: ENDLESS, entry: "f" } as const;
    const stop = new AbortController();
    await runPython(sandbox, HONEST);
    const running = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    const waiting = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    const next = runPython(sandbox, HONEST);
    const reason = new Error("enough");
    stop.abort(reason);
    expect(await Promise.allSettled([running, waiting])).toEqual(
      [1, 2].map(() => ({ status: "rejected", reason })),
    );
    expect(await next).toEqual(ran(1));
    await expect(sandbox.run({ code, inputs: [], seed: "" }, stop.signal)).rejects.toBe(reason);
    await sandbox.close();
  });

  it("changes nothing when it comes too late", async () => {
    const sandbox = pythonSandbox();
    const stop = new AbortController();
    const code = { language: "python", source: HONEST, entry: "f" } as const;
    expect(await sandbox.run({ code, inputs: [1], seed: "" }, stop.signal)).toEqual(ran(1));
    stop.abort();
    expect(await runPython(sandbox, HONEST)).toEqual(ran(1));
    await sandbox.close();
  });
});

describe.runIf(here.holds)(`a pool of Python${needed}`, () => {
  it.each([1, 2])(
    "of %i answers each caller with the outcome of its own program",
    async (workers) => {
      const sandbox = pythonSandbox({ workers });
      const asked = Array.from({ length: 20 }, (_, index) => index);
      const outcomes = await Promise.all(
        asked.map((index) =>
          runPython(sandbox, index % 5 === 4 ? ENDLESS : `def f(x): return ${index}`, {
            limits: TIGHT,
          }),
        ),
      );
      expect(outcomes).toEqual(
        asked.map((index) => (index % 5 === 4 ? { kind: "timed-out" } : ran(index))),
      );
      await sandbox.close();
    },
  );

  it("goes on beside a program that hangs", async () => {
    const sandbox = pythonSandbox({ workers: 2, limits: UNLIMITED });
    const stop = new AbortController();
    const code = { language: "python", source: ENDLESS, entry: "f" } as const;
    const hanging = sandbox.run({ code, inputs: [], seed: "" }, stop.signal);
    expect(await runPython(sandbox, HONEST)).toEqual(ran(1));
    stop.abort(new Error("enough"));
    await expect(hanging).rejects.toThrow("enough");
    await sandbox.close();
  });

  it("rejects what it cannot finish when it is closed, and whatever comes later", async () => {
    const sandbox = pythonSandbox({ limits: UNLIMITED });
    const pending = Promise.allSettled([runPython(sandbox, ENDLESS), runPython(sandbox, ENDLESS)]);
    await sandbox.close();
    const closed = expect.objectContaining({ code: "interrupted" });
    expect(await pending).toEqual([1, 2].map(() => ({ status: "rejected", reason: closed })));
    await expect(runPython(sandbox, ENDLESS)).rejects.toEqual(closed);
    await sandbox.close();
  });
});

/** Processes of which a command line holds these words, as ids. */
function processesWith(words: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      try {
        return readFileSync(join("/proc", id, "cmdline"), "utf8").includes(words);
      } catch {
        return false; // It has ended since.
      }
    })
    .map(Number);
}

/** Starts a process of Node that says its outcome and then goes on for ever; gives both. */
function startNode(lines: readonly string[]) {
  const url = pathToFileURL(join(root, "src/sandbox/index.ts")).href;
  const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const source = [
    `import { pythonSandbox } from ${JSON.stringify(url)};`,
    'const run = (sandbox, source) => sandbox.run({ code: { language: "python", source, entry: "f" }, inputs: [21], seed: "" });',
    ...lines,
  ].join("\n");
  return [process.execPath, ["--import", tsx, "--input-type=module", "--eval", source]] as const;
}

describe.runIf(here.holds && existsSync("/proc"))(`no process is left behind${needed}`, () => {
  it("by a closed sandbox, whatever its programs did, and whenever it was closed", async () => {
    const hostname = "--hostname\0sandbox";
    const before = new Set(processesWith(hostname));
    for (const source of [HONEST, ENDLESS, body("while True: os.write(3, bytes(10**6))")]) {
      const sandbox = pythonSandbox({ limits: UNLIMITED });
      await runPython(sandbox, HONEST);
      const last = Promise.allSettled([runPython(sandbox, source)]);
      await sandbox.close();
      await last;
      expect(processesWith(hostname).filter((id) => !before.has(id))).toEqual([]);
    }
  });

  it("by a Node that ends with an idle sandbox", async () => {
    const [node, parameters] = startNode([
      'console.log(JSON.stringify(await run(pythonSandbox(), "def f(x): return 2 * x")));',
    ]);
    const { stdout } = await promisify(execFile)(node, parameters, {
      cwd: tmpdir(),
      timeout: 30_000,
    });
    expect(JSON.parse(stdout)).toEqual(ran(42));
  });

  it("by a Node that is killed in the middle of a program", async () => {
    const mark = `findbench-${process.pid}-mark`;
    const [node, parameters] = startNode([
      `const sandbox = pythonSandbox({ limits: { work: 1e9 } });`,
      `await run(sandbox, "def f(x): return x");`,
      `console.log("${mark}");`,
      `await run(sandbox, "while True: pass");`,
    ]);
    const child = spawn(node, parameters, { cwd: tmpdir(), stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    const ours = childrenOf(child.pid ?? 0);
    expect(ours.length).toBeGreaterThan(1);
    child.kill("SIGKILL");
    await once(child, "close");
    await expect.poll(() => ours.filter(isRunning), { timeout: 10_000 }).toEqual([]);
  });
});

/** All descendants of a process. */
function childrenOf(id: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && statusOf(Number(name))?.parent === id)
    .map(Number);
  return children.flatMap((child) => [child, ...childrenOf(child)]);
}

/** A process that has ended and waits for its parent to notice runs no more. */
function isRunning(id: number): boolean {
  const status = statusOf(id);
  return status !== undefined && status.state !== "Z";
}

function statusOf(id: number): { readonly state: string; readonly parent: number } | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, "utf8");
    const [state = "", parent = ""] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
