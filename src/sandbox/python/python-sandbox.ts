import type { Execution, Language, Limits, RunOutcome, Sandbox } from "../../contract/index.ts";
import { BenchError } from "../../core/index.ts";
import { limitsFor, MOST_TEXT } from "../limits.ts";
import { closedError } from "../thread.ts";
import type { Machine, Unfit } from "./machine.ts";
import { findMachine, tryMachine } from "./machine.ts";
import { requestFor } from "./request.ts";
import { ZygotePool } from "./zygote-pool.ts";

/** How a Python sandbox differs from the usual one. */
export interface PythonSandboxOptions {
  /** Bounds that differ from the defaults; `work` is for the whole batch, whatever its size. */
  readonly limits?: Partial<Limits>;
  /** Programs that can run at the same time; 1 unless told. */
  readonly workers?: number;
  /** Absolute path of the interpreter; `/usr/bin/python3` or one on the PATH unless told. */
  readonly python?: string;
}

/** Bytes that a program may hold beside the interpreter and its modules, unless told. */
const USUAL_MEMORY = 256 * 2 ** 20;

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/**
 * Runs Python in processes without files, network, other processes or capabilities, one for each
 * execution. A list is passed as one argument per number. Memory counts beside the interpreter;
 * `work` is the processor's time, ten million steps to the second, because Python does not count.
 * Where such a sandbox cannot be had, every run says so and nothing is run.
 */
export function pythonSandbox(options: PythonSandboxOptions = {}): Sandbox {
  const workers = checkedWorkers(options.workers ?? 1);
  const given = { memory: USUAL_MEMORY, ...options.limits };
  limitsFor(0, given);
  const machine = once(() => findMachine(options.python));
  const languages = once(() => languagesOn(machine()));
  let pool: ZygotePool | undefined;
  let closed = false;
  return {
    get languages() {
      return languages();
    },
    run: async (execution, signal) => {
      signal?.throwIfAborted();
      if (closed) throw closedError();
      const limits = limitsFor(execution.inputs.length, given, execution.limits ?? {});
      const refused = refusal(execution);
      if (refused !== undefined) return refused;
      const found = machine();
      if (found.kind === "unfit") return { kind: "no-sandbox", remedy: found.remedy };
      pool ??= new ZygotePool(found, workers);
      return pool.run(requestFor(execution, limits), signal);
    },
    close: async () => {
      closed = true;
      await pool?.close();
    },
  };
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}

function languagesOn(machine: Machine | Unfit): readonly Language[] {
  return machine.kind === "fit" && tryMachine(machine) === undefined ? ["python"] : [];
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
    case "javascript":
      return {
        kind: "no-sandbox",
        remedy:
          "Expected Python; got JavaScript, which this sandbox cannot run; give code in Python",
      };
    case "python":
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
