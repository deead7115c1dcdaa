import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { javascriptSandbox } from "../../src/sandbox/index.ts";
import { transpiledParts } from "../support/transpile.ts";
import { sharingLaws } from "./sharing-laws.ts";
import { heldBytes } from "../support/held-bytes.ts";
import { ran, runIn } from "./support.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

sharingLaws({
  language: "javascript",
  sandbox: javascriptSandbox,
  needed: "",
  endless: "for (;;);",
  identity: "const f = (x) => x",
  constant: (value) => `const f = () => ${value}`,
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
    heldBytes();
    const [memory, threads] = [process.memoryUsage.rss(), threadCount()];
    await attack(200);
    heldBytes();
    // Two hundred engines of 64 MiB would be 12.5 GiB; the allocator may keep what eight held.
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
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { cwd });
  return JSON.parse(stdout);
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
      transpiledParts(root, folder, ["core", "sandbox"]);
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
