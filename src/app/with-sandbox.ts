import { availableParallelism } from "node:os";
import type { Sandbox } from "../contract/index.ts";
import { combinedSandbox, javascriptSandbox, pythonSandbox } from "../sandbox/index.ts";

/** Works with a sandbox for both languages that runs at most so many programs at a time. */
export async function withSandbox<T>(
  concurrency: number,
  work: (sandbox: Sandbox) => Promise<T>,
): Promise<T> {
  const workers = Math.min(concurrency, availableParallelism());
  const sandbox = combinedSandbox(javascriptSandbox({ workers }), pythonSandbox({ workers }));
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}
