import type { Execution, Limits, RunOutcome, Sandbox } from "../contract/index.ts";
import { BenchError, streamKey } from "../core/index.ts";
import { limitsFor, MOST_TEXT } from "./limits.ts";
import { ThreadPool } from "./thread-pool.ts";

/** How a JavaScript sandbox differs from the usual one. */
export interface JavascriptSandboxOptions {
  /** Bounds that differ from the defaults; `work` is for the whole batch, whatever its size. */
  readonly limits?: Partial<Limits>;
  /** Programs that can run at the same time, each in a thread of its own; 1 unless told. */
  readonly workers?: number;
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/**
 * Runs JavaScript in QuickJS inside WebAssembly, each program in an engine of its own that has no
 * file, network, clock or entropy. A list is passed as one argument per number. The outcome depends
 * on the execution alone, unless the wall clock has to end a program that no count of steps can.
 */
export function javascriptSandbox(options: JavascriptSandboxOptions = {}): Sandbox {
  const pool = new ThreadPool(checkedWorkers(options.workers ?? 1));
  const given = options.limits ?? {};
  limitsFor(0, given);
  return {
    languages: ["javascript"],
    run: async (execution, signal) => {
      signal?.throwIfAborted();
      const { code, inputs, seed } = execution;
      const { memory, work, wall } = limitsFor(inputs.length, given, execution.limits ?? {});
      const refused = refusal(execution);
      if (refused !== undefined) return refused;
      const { source, entry } = code;
      const key = streamKey(`sandbox:${seed}`);
      return pool.run({ source, entry, inputs, key, memory, work }, wall, signal);
    },
    close: () => pool.close(),
  };
}

function checkedWorkers(workers: number): number {
  if (Number.isSafeInteger(workers) && workers >= 1) return workers;
  throw new BenchError(
    "bad-argument",
    `Expected a whole number of workers, 1 or more; got ${workers}; give such a number`,
    { data: { workers } },
  );
}

/** What can be said of a program without running it. */
function refusal({ code }: Execution): RunOutcome | undefined {
  switch (code.language) {
    case "python":
      return {
        kind: "no-sandbox",
        remedy:
          "Expected JavaScript; got Python, which this sandbox cannot run; give code in JavaScript",
      };
    case "javascript":
      if (code.source.length > MOST_TEXT)
        return notLoaded(
          `Expected at most ${MOST_TEXT} characters of source; got ${code.source.length}; shorten it`,
        );
      if (!IDENTIFIER.test(code.entry))
        return notLoaded(
          "Expected the name of a function as entry; got something else; give its bare name",
        );
      return undefined;
  }
}

function notLoaded(message: string): RunOutcome {
  return { kind: "not-loaded", message };
}
