import type { Language, Limits, Sandbox } from "../../contract/index.ts";
import { checkedCount, Pool } from "../../core/index.ts";
import { closedError } from "../closed-error.ts";
import { limitsFor } from "../limits.ts";
import { refusal } from "../refusal.ts";
import type { Machine, Unfit } from "./machine.ts";
import { findMachine, tryMachine } from "./machine.ts";
import { requestFor } from "./request.ts";
import { Zygote } from "./zygote.ts";

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
const USUAL_MEMORY = 256 * 1024 * 1024;

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/**
 * Runs Python in processes without files, network, other processes or capabilities, one for each
 * execution. A list is passed as one argument per number. Memory counts beside the interpreter;
 * `work` is the processor's time, ten million steps to the second, because Python does not count.
 * Where such a sandbox cannot be had, every run says so and nothing is run.
 */
export function pythonSandbox(options: PythonSandboxOptions = {}): Sandbox {
  const size = checkedCount("workers", options.workers ?? 1);
  const given = { memory: USUAL_MEMORY, ...options.limits };
  limitsFor(0, given);
  const machine = once(() => findMachine(options.python));
  const languages = once(() => languagesOn(machine()));
  let pool: Pool<Zygote> | undefined;
  let closed = false;
  return {
    get languages() {
      return languages();
    },
    run: async (execution, signal) => {
      signal?.throwIfAborted();
      if (closed) throw closedError();
      const limits = limitsFor(execution.inputs.length, given, execution.limits ?? {});
      const refused = refusal(execution.code, "python", IDENTIFIER);
      if (refused !== undefined) return refused;
      const found = machine();
      if (found.kind === "unfit") return { kind: "no-sandbox", remedy: found.remedy };
      pool ??= new Pool({ size, start: () => new Zygote(found), closedError });
      const request = requestFor(execution, limits);
      return pool.use((zygote) => zygote.run(request, signal), signal);
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
