import type { RunOutcome, Sandbox } from "../../contract/index.ts";
import type { Machine } from "./machine.ts";
import { ALLOW, findMachine, tryMachine, unfit } from "./machine.ts";
import { pythonSandbox } from "./python-sandbox.ts";

/** Whether Python can be run safely here, as found out by attacks, and what it is run with. */
export interface PythonSandboxReport {
  readonly holds: boolean;
  /** What was found, on one line. */
  readonly detail: string;
  /** What to do about it; empty where it holds. */
  readonly remedy: string;
  /** Version and path of the interpreter. */
  readonly python: string | null;
  readonly numpy: string | null;
  readonly scipy: string | null;
}

/** Each is a way out of the sandbox, by what gets out; a wall holds where Python says OSError. */
const WAYS_OUT = {
  "reading the list of users": `open("/etc/passwd").read()`,
  "reading home folders": `os.listdir("/root") + os.listdir("/home")`,
  "reading processes": `os.listdir("/proc")`,
  "writing a file": `open("/tmp/file", "w")`,
  "making a device": `os.mknod("/tmp/device")`,
  "a new process": `os.fork()`,
  "a shell": `os.posix_spawn("/bin/sh", ["sh"], {})`,
  "running a program": `os.execv(sys.executable, ["python3", "-c", ""])`,
  "a signal": `os.kill(1, 9)`,
  "a network socket": `socket.socket()`,
  "a local socket": `socket.socket(socket.AF_UNIX)`,
  "shared memory": `call("memfd_create", b"x", 0)`,
  tracing: `call("ptrace", 16, 1, 0, 0)`,
  "a namespace": `call("unshare", 0x10000000)`,
  mounting: `call("mount", b"none", b"/tmp", b"tmpfs", 0, 0)`,
} as const;

const PROBE = `
import ctypes, os, socket, sys
def call(name, *arguments):
    if getattr(ctypes.CDLL(None), name)(*arguments) < 0: raise OSError(name)
def f(way):
    try: eval(way)
    except OSError: return "shut"
    return "open"`;

const VERSIONS = `
def f(name):
    import importlib, sys
    return sys.version.split()[0] if name == "python" else importlib.import_module(name).__version__`;

/** Attacks a sandbox of its own and tells what came of it; takes about a second. */
export async function probePythonSandbox(python?: string): Promise<PythonSandboxReport> {
  const machine = findMachine(python);
  const trouble = machine.kind === "unfit" ? machine : tryMachine(machine);
  if (trouble !== undefined || machine.kind === "unfit")
    return { ...NOTHING, detail: trouble?.detail ?? "", remedy: trouble?.remedy ?? "" };
  const sandbox = pythonSandbox({ python: machine.python });
  try {
    const open = [...(await waysOpen(sandbox)), ...(await boundsBroken(sandbox))];
    const versions = await versionsIn(sandbox, machine);
    if (open.length === 0)
      return { holds: true, detail: describe(versions), remedy: "", ...versions };
    const { detail, remedy } = unfit("no way out", open.join(", "), ALLOW);
    return { holds: false, detail, remedy, ...versions };
  } finally {
    await sandbox.close();
  }
}

const NOTHING = { holds: false, python: null, numpy: null, scipy: null };

function run(sandbox: Sandbox, source: string, inputs: readonly string[]): Promise<RunOutcome> {
  const code = { language: "python", source, entry: "f" } as const;
  return sandbox.run({ code, inputs, seed: "probe", limits: { work: 10 } });
}

async function waysOpen(sandbox: Sandbox): Promise<readonly string[]> {
  const outcome = await run(sandbox, PROBE, Object.values(WAYS_OUT));
  if (outcome.kind === "no-sandbox") return [outcome.remedy];
  if (outcome.kind !== "ran") return [`a probe that ended as ${outcome.kind}`];
  return Object.keys(WAYS_OUT).filter((_, index) => {
    const output = outcome.outputs[index];
    return output?.kind !== "value" || output.value !== "shut";
  });
}

async function boundsBroken(sandbox: Sandbox): Promise<readonly string[]> {
  const endless = await run(sandbox, "def f(x):\n    while True: pass", [""]);
  const greedy = await run(sandbox, "def f(x): return [0] * 10**10", [""]);
  return [
    ...(endless.kind === "timed-out" ? [] : [`an endless loop that ended as ${endless.kind}`]),
    ...(greedy.kind === "out-of-memory" ? [] : [`a memory bomb that ended as ${greedy.kind}`]),
  ];
}

type Versions = Pick<PythonSandboxReport, "python" | "numpy" | "scipy">;

async function versionsIn(sandbox: Sandbox, machine: Machine): Promise<Versions> {
  const outcome = await run(sandbox, VERSIONS, ["python", "numpy", "scipy"]);
  const [python = null, numpy = null, scipy = null] = (
    outcome.kind === "ran" ? outcome.outputs : []
  ).map((output) =>
    output.kind === "value" && typeof output.value === "string" ? output.value : null,
  );
  return { python: python === null ? null : `${python} (${machine.python})`, numpy, scipy };
}

function describe({ python, numpy, scipy }: Versions): string {
  const name = (module: string, version: string | null): string =>
    version === null ? `no ${module}` : `${module} ${version}`;
  const parts = [`Python ${python ?? "?"}`, name("NumPy", numpy), name("SciPy", scipy)];
  return `${parts.join(", ")}; ${Object.keys(WAYS_OUT).length} escape attempts, all blocked`;
}
