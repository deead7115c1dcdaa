import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { pythonSandbox } from "../../../src/sandbox/index.ts";
import { leastUser } from "../../../src/sandbox/python/nobody.ts";
import { ran, TIGHT } from "../support.ts";
import { body } from "./attack-programs.ts";
import { here, needed, runPython } from "./support.ts";

const HONEST = "def f(x): return x";
const DEADLOCK = body("import threading", "lock = threading.Lock()", "while True: lock.acquire()");
const LONG = "def f(x): return sum(1 for _ in range(10**7))";
const ENDLESS = "def f(x):\n    while True: pass";
const UNLIMITED = { work: 1e9 };
const machineFault = expect.objectContaining({ code: "machine-fault" });

/** The part of `/proc/<id>/stat` that follows the name of the program. */
function fieldsOf(id: number): readonly string[] {
  try {
    const text = readFileSync(`/proc/${id}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return []; // It has ended.
  }
}

/** All processes of sandboxes for Python below this one, by how deep: bwrap, trusted, programs. */
function sandboxed(parents: readonly number[] = [process.pid]): readonly (readonly number[])[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => parents.includes(Number(fieldsOf(id)[1])) && isOurs(id));
  return children.length === 0 ? [] : [children, ...sandboxed(children)];
}

function isOurs(id: number): boolean {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8").includes("become_program");
  } catch {
    return false;
  }
}

/** The process of a program that has been at work for a tenth of a second of the processor's time. */
async function programAtWork(): Promise<number> {
  const atWork = (): number | undefined =>
    sandboxed()[2]?.find((id) => Number(fieldsOf(id)[11]) + Number(fieldsOf(id)[12]) >= 10);
  await expect.poll(atWork, { timeout: 60_000 }).toBeGreaterThan(0);
  return atWork() ?? 0;
}

describe.runIf(here.holds)(`the wall clock of Python${needed}`, () => {
  it("gives up on the machine, and on no program", async () => {
    const sandbox = pythonSandbox({ limits: UNLIMITED });
    const limits = { wall: 300 };
    await expect(runPython(sandbox, ENDLESS, { limits })).rejects.toEqual(machineFault);
    expect(await runPython(sandbox, HONEST)).toEqual(ran(1));
    await sandbox.close();
  });

  it.each([
    ["waits for a lock", DEADLOCK],
    ["sleeps", body("while True: ctypes.CDLL(None).usleep(10**7)")],
    ["sleeps in short naps", body("nap = ctypes.CDLL(None).usleep", "while True: nap(500000)")],
    ["reads what nobody writes", body("return os.read(os.pipe()[0], 1)")],
  ])("does not save a program that %s: it has timed out", async (_, source) => {
    const sandbox = pythonSandbox({ patience: 2 });
    expect(await runPython(sandbox, source)).toEqual({ kind: "timed-out" });
    expect(await runPython(sandbox, HONEST)).toEqual(ran(1));
    await sandbox.close();
  });

  it("takes a program that keeps giving the processor away for the cause", async () => {
    const sandbox = pythonSandbox();
    const nap = "ctypes.CDLL(None).usleep(2000)";
    const source = body("while True:", "    sum(range(20000))", `    ${nap}`);
    const limits = { ...UNLIMITED, wall: 3000 };
    expect(await runPython(sandbox, source, { limits })).toEqual({ kind: "timed-out" });
    await sandbox.close();
  });

  it("is not run on by time in which all stood still", async () => {
    const sandbox = pythonSandbox({ patience: 2 });
    const outcome = runPython(sandbox, LONG, { limits: { wall: 20_000 } });
    await programAtWork();
    const stopped = sandboxed().flat();
    for (const id of stopped) process.kill(id, "SIGSTOP");
    // A little longer than its patience, in which it takes no time of the processor.
    await promisify(execFile)("sleep", ["3"]);
    for (const id of stopped) process.kill(id, "SIGCONT");
    expect(await outcome).toEqual(ran(1e7));
    await sandbox.close();
  });
});

describe.runIf(here.holds)(`a limit that is near${needed}`, () => {
  const sandbox = pythonSandbox();
  afterAll(() => sandbox.close());
  const busy = (share: number): string =>
    `import resource\ndef f(x):\n    while sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) < ${share}: pass\n    return x`;

  it("is told where more than half of the time was spent", async () => {
    const limits = { work: 10 };
    expect(await runPython(sandbox, busy(0.7), { limits })).toEqual({ ...ran(1), nearLimit: true });
    expect(await runPython(sandbox, HONEST, { limits })).toEqual(ran(1));
  });
});

describe.runIf(here.holds && existsSync("/proc"))(`a process that is lost${needed}`, () => {
  it.each([
    ["program", 2],
    ["trusted process", 1],
    ["room", 0],
  ])("has its program repeated, when it was the %s's", async (_, depth) => {
    const sandbox = pythonSandbox();
    const outcome = runPython(sandbox, LONG);
    const program = await programAtWork();
    process.kill(depth === 2 ? program : (sandboxed()[depth]?.[0] ?? 0), "SIGKILL");
    expect(await outcome).toEqual(ran(1e7));
    await sandbox.close();
  });

  it("is a crash of the program when it is lost again", async () => {
    const sandbox = pythonSandbox({ limits: UNLIMITED });
    const outcome = runPython(sandbox, ENDLESS);
    for (const _ of ["once", "again"]) process.kill(await programAtWork(), "SIGKILL");
    expect(await outcome).toMatchObject({ kind: "crashed" });
    expect(await runPython(sandbox, HONEST)).toEqual(ran(1));
    await sandbox.close();
  });

  it("is the program's own when it ends itself", async () => {
    const sandbox = pythonSandbox();
    expect(await runPython(sandbox, body("ctypes.string_at(0)"))).toMatchObject({
      kind: "ran",
      outputs: [{ kind: "threw" }],
    });
    expect(await runPython(sandbox, ENDLESS, { limits: TIGHT })).toEqual({ kind: "timed-out" });
    await sandbox.close();
  });
});

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What a Node inside a namespace of users says of Python; `outside` is who starts it. */
async function inNamespace(outside: readonly string[]): Promise<{ stdout: string }> {
  const url = pathToFileURL(join(root, "src/sandbox/index.ts")).href;
  const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const source = [
    `import { probePythonSandbox, pythonSandbox } from ${JSON.stringify(url)};`,
    "const sandbox = pythonSandbox();",
    'const code = { language: "python", source: "def f(x): return x", entry: "f" };',
    'const outcome = await sandbox.run({ code, inputs: [1], seed: "" });',
    "const { languages } = sandbox;",
    "await sandbox.close();",
    "const { holds, detail } = await probePythonSandbox();",
    "console.log(JSON.stringify({ outcome, languages, holds, detail }));",
  ].join("\n");
  const node = [process.execPath, "--import", tsx, "--input-type=module", "--eval", source];
  const [command = "", ...parameters] = [...outside, "unshare", "-U", "-r", ...node];
  return promisify(execFile)(command, parameters, { cwd: "/", timeout: 120_000 });
}

const isRoot = process.getuid?.() === 0;
const canBeOther = isRoot && existsSync("/usr/bin/setpriv");

describe.runIf(here.holds && existsSync("/usr/bin/unshare"))(
  `a namespace in which nobody is not mapped${needed}`,
  () => {
    it.runIf(isRoot)("of the real root's runs nothing, and says what to do", async () => {
      const { stdout } = await inNamespace([]);
      expect(JSON.parse(stdout)).toEqual({
        outcome: {
          kind: "no-sandbox",
          remedy: expect.stringMatching(/^Expected .*; got .*; run /),
        },
        languages: [],
        holds: false,
        detail: "Expected the user nobody; got a namespace without it",
      });
    });

    it.runIf(canBeOther || !isRoot)("of an ordinary user's runs Python as that user", async () => {
      const other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
      const { stdout } = await inNamespace(isRoot ? other : []);
      expect(JSON.parse(stdout)).toMatchObject({
        outcome: ran(1),
        languages: ["python"],
        holds: true,
      });
    });
  },
);

describe.runIf(isRoot)("who the sandboxed processes are, where findbench is root", () => {
  const nobody = { user: { uid: 65_534, gid: 65_534 }, parameters: [] };
  const asIs = { user: {}, parameters: ["--uid", "65534", "--gid", "65534"] };
  it.each([
    ["nobody, where all are mapped", "0 0 4294967295", nobody],
    ["nobody, in a rootless container with ranges", "0 1000 1\n1 100000 65536", nobody],
    ["the ordinary user outside, where only that one is mapped", " 0  1000  1\n", asIs],
    ["none, where root is root and alone", "0 0 1", undefined],
    ["none, where root is root and some others are mapped", "0 0 1000", undefined],
  ])("%s", (_, map, expected) => expect(leastUser(() => map)).toEqual(expected));

  it("nobody, where the kernel knows no such maps", () =>
    expect(
      leastUser(() => {
        throw new Error("ENOENT");
      }),
    ).toEqual(nobody));
});
