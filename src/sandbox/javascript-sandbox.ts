import type { Limits, Sandbox } from "../contract/index.ts";
import { checkedCount, Pool } from "../core/index.ts";
import { checkedAlone } from "./checked-alone.ts";
import { closedError } from "./closed-error.ts";
import { limitsFor, processorLimit } from "./limits.ts";
import { runOrRepeatAlone } from "./lost-worker.ts";
import { refusal } from "./refusal.ts";
import { Thread } from "./thread.ts";

/** How a JavaScript sandbox differs from the usual one. */
export interface JavascriptSandboxOptions {
  /** Bounds that differ from the defaults; `work` is for the whole batch, whatever its size. */
  readonly limits?: Partial<Limits>;
  /** Programs that can run at the same time, each in a thread of its own; 1 unless told. */
  readonly workers?: number;
}

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/**
 * Runs JavaScript in QuickJS inside WebAssembly, each program as in an engine of its own that has no
 * file, network, clock or entropy. A list is passed as one argument per number. The outcome depends
 * on the execution alone, unless the processor's time has to end a program that no count of steps
 * can.
 */
export function javascriptSandbox(options: JavascriptSandboxOptions = {}): Sandbox {
  const size = checkedCount("workers", options.workers ?? 1);
  const pool = new Pool({ size, start: () => new Thread(), closedError });
  const given = options.limits ?? {};
  limitsFor(0, given);
  return {
    languages: ["javascript"],
    run: async (execution, signal) => {
      signal?.throwIfAborted();
      const { code, inputs, seed } = execution;
      const { memory, work, wall } = limitsFor(inputs.length, given, execution.limits ?? {});
      const { alone, again } = checkedAlone(execution);
      const refused = refusal(code, "javascript", IDENTIFIER);
      if (refused !== undefined) return refused;
      const { source, entry } = code;
      const job = { source, entry, inputs, alone, again, seed, memory, work };
      const limits = { processor: processorLimit(work), wall };
      return runOrRepeatAlone(pool, (thread) => thread.run(job, limits, signal), signal);
    },
    close: () => pool.close(),
  };
}
