import { spawn } from "node:child_process";
import { once } from "node:events";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A run with a language model in a process of its own. */
export interface KilledRun {
  readonly run: string;
  readonly suite: string;
  readonly interpreters: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Works on a run, from its beginning or on, and kills it with -9 when told. True where it ended. */
export async function workOn(
  { run, suite, interpreters, environment }: KilledRun,
  kill?: () => Promise<void>,
): Promise<boolean> {
  const script = fileURLToPath(new URL("agent-child.ts", import.meta.url));
  const begun = await access(join(run, "run.json")).then(
    () => true,
    () => false,
  );
  const words = ["--import", "tsx", script, begun ? "resume" : "start", run, suite, interpreters];
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const closed = once(child, "close");
  if (kill !== undefined) {
    await Promise.race([kill(), closed]);
    child.kill("SIGKILL");
  }
  await closed;
  if (child.exitCode === 0) return true;
  if (child.signalCode === "SIGKILL") return false;
  throw new Error(errors);
}
