import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { pythonSandbox } from "../../../src/sandbox/index.ts";
import { sharingLaws } from "../sharing-laws.ts";
import { ran } from "../support.ts";
import { body } from "./attack-programs.ts";
import { here, runPython, needed } from "./support.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const ENDLESS = "while True: pass";
const UNLIMITED = { work: 1e9 };
const HONEST = "def f(x): return x";

sharingLaws({
  language: "python",
  sandbox: pythonSandbox,
  needed,
  endless: ENDLESS,
  identity: HONEST,
  constant: (value) => `def f(x): return ${value}`,
});

/** Those of some processes of which a command line holds these words, as ids. */
function processesWith(words: string, among: readonly number[]): number[] {
  return among.filter((id) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, "utf8").includes(words);
    } catch {
      return false; // It has ended since.
    }
  });
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
    for (const source of [HONEST, ENDLESS, body("while True: os.write(3, bytes(10**6))")]) {
      const sandbox = pythonSandbox({ limits: UNLIMITED });
      await runPython(sandbox, HONEST);
      // Only our own: others may run sandboxes on this machine at the same time.
      const ours = childrenOf(process.pid);
      const left = () => processesWith(hostname, [...ours, ...childrenOf(process.pid)]);
      expect(left()).not.toEqual([]);
      const last = Promise.allSettled([runPython(sandbox, source)]);
      await sandbox.close();
      await last;
      expect(left()).toEqual([]);
    }
  });

  it("by a Node that ends with an idle sandbox", async () => {
    const [node, parameters] = startNode([
      'console.log(JSON.stringify(await run(pythonSandbox(), "def f(x): return 2 * x")));',
    ]);
    const { stdout } = await promisify(execFile)(node, parameters, { cwd: tmpdir() });
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
    await expect.poll(() => ours.filter(isRunning)).toEqual([]);
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
