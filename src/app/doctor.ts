import type { Sandbox } from "../contract/index.ts";
import { javascriptSandbox, probePythonSandbox } from "../sandbox/index.ts";
import { packageVersion } from "./package-files.ts";

/** The oldest Node.js that the package supports. */
const OLDEST_NODE = [20, 19] as const;

/** One thing that findbench needs or can use, and whether it is there. */
export interface Diagnosis {
  readonly name: string;
  readonly status: "ok" | "missing";
  /** Without a required thing nothing runs; an optional one opens one more way of working. */
  readonly need: "required" | "optional";
  readonly detail: string;
  /** What to do about it; empty where nothing is to be done. */
  readonly remedy: string;
}

/** Looks at the machine: what works here, and what to install where something does not. */
export async function doctor(): Promise<readonly Diagnosis[]> {
  return [node(), await javascript(), await python()];
}

function node(): Diagnosis {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  const fits = major > oldMajor || (major === oldMajor && minor >= oldMinor);
  return {
    name: "Node.js",
    status: fits ? "ok" : "missing",
    need: "required",
    detail: `${process.versions.node}, findbench ${packageVersion()}`,
    remedy: fits ? "" : `Install Node.js ${OLDEST_NODE.join(".")} or newer`,
  };
}

async function javascript(): Promise<Diagnosis> {
  const sandbox = javascriptSandbox();
  try {
    const answer = await probeSandbox(sandbox, "function f(x) { return x + 1; }");
    const endless = await probeSandbox(sandbox, "function f() { for (;;); }");
    const holds = answer === "ran" && endless === "timed-out";
    return {
      name: "JavaScript sandbox",
      status: holds ? "ok" : "missing",
      need: "required",
      detail: holds
        ? "QuickJS runs code and ends an endless loop"
        : `a program ended as ${answer}, an endless loop as ${endless}`,
      remedy: holds ? "" : "Install the package again: npm ci",
    };
  } finally {
    await sandbox.close();
  }
}

async function probeSandbox(sandbox: Sandbox, source: string): Promise<string> {
  const code = { language: "javascript", source, entry: "f" } as const;
  return (await sandbox.run({ code, inputs: [1], seed: "doctor" })).kind;
}

async function python(): Promise<Diagnosis> {
  const { holds, detail, remedy } = await probePythonSandbox();
  return {
    name: "Python sandbox",
    status: holds ? "ok" : "missing",
    need: "optional",
    detail,
    remedy,
  };
}
