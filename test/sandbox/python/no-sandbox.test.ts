import { spawn } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  combinedSandbox,
  javascriptSandbox,
  probePythonSandbox,
  pythonSandbox,
} from "../../../src/sandbox/index.ts";
import { bootstrapFor } from "../../../src/sandbox/python/bootstrap.ts";
import { FrameReader } from "../../../src/sandbox/python/frames.ts";
import { here, runPython, needed } from "./support.ts";

const usualPath = process.env["PATH"];
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "findbench-no-sandbox-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A machine on which bwrap is this program. */
async function withBwrap<T>(program: string, work: () => Promise<T>): Promise<T> {
  await copyFile(program, join(folder, "bwrap"));
  process.env["PATH"] = `${folder}:${usualPath}`;
  try {
    return await work();
  } finally {
    process.env["PATH"] = usualPath;
  }
}

describe.runIf(process.platform === "linux")("where the sandbox for Python does not hold", () => {
  it.each(["/bin/false", "/bin/true", "/bin/sleep"])(
    "nothing is run, and it is said why: %s in place of bwrap",
    async (program) => {
      const marker = join(folder, "marker");
      const source = `open(${JSON.stringify(marker)}, "w")\ndef f(x): return x`;
      await withBwrap(program, async () => {
        const sandbox = pythonSandbox();
        const outcome = await runPython(sandbox, source);
        expect(outcome).toMatchObject({
          kind: "no-sandbox",
          remedy: expect.stringMatching(/^Expected .*; got .*; /),
        });
        expect(await runPython(sandbox, source)).toEqual(outcome);
        await sandbox.close();
      });
      await expect(writeFile(marker, "", { flag: "wx" })).resolves.toBeUndefined();
      await rm(marker);
    },
  );

  it("the languages and the probe say so", () =>
    withBwrap("/bin/false", async () => {
      expect(pythonSandbox().languages).toEqual([]);
      const both = combinedSandbox(javascriptSandbox(), pythonSandbox());
      expect(both.languages).toEqual(["javascript"]);
      await both.close();
      const report = await probePythonSandbox();
      expect(report).toMatchObject({ holds: false, python: null, numpy: null, scipy: null });
      expect(report.remedy).toContain("user namespaces");
    }));

  it.each(["python3", "/nowhere/python3", "/dev/null", "/etc/passwd"])(
    "an interpreter that is none is named with what to install: %s",
    async (python) => {
      const sandbox = pythonSandbox({ python });
      expect(sandbox.languages).toEqual([]);
      const outcome = await runPython(sandbox, "def f(x): return x");
      expect(outcome).toMatchObject({ kind: "no-sandbox" });
      expect(JSON.stringify(outcome)).toMatch(/apt-get install bubblewrap/);
      expect(await probePythonSandbox(python)).toMatchObject({ holds: false });
    },
  );
});

describe.runIf(here.holds)(`the trusted process${needed}`, () => {
  it("finds the walls open when it is started outside of them", async () => {
    const architecture = process.arch === "arm64" ? "arm64" : "x64";
    const python = spawn("/usr/bin/python3", ["-s", "-B", "-c", bootstrapFor(architecture)], {
      stdio: ["ignore", "ignore", "inherit", "pipe", "pipe"],
    });
    const frames = new FrameReader();
    const verdict = await new Promise<string>((resolve) => {
      python.stdio[4]?.on("data", (piece: Buffer) => {
        for (const { letter, bytes } of frames.push(piece)) resolve(letter + bytes.toString());
      });
    });
    python.kill("SIGKILL");
    expect(verdict).toMatch(/^Rok:.*the list of users, the list of processes/);
    expect(verdict).not.toContain("a new process");
  });
});
