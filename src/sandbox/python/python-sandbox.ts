import type { Language, Limits, Sandbox } from "../../contract/index.ts";
import { checkedCount, Pool } from "../../core/index.ts";
import { checkedAlone } from "../checked-alone.ts";
import { closedError } from "../closed-error.ts";
import { limitsFor } from "../limits.ts";
import { runOrRepeatAlone } from "../lost-worker.ts";
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
  /** Seconds in which a program may take no time of the processor; 60 unless told. */
  readonly patience?: number;
}

/** Bytes that a program may hold beside the interpreter and its modules, unless told. */
const USUAL_MEMORY = 256 * 1024 * 1024;

/**
 * Millions of steps for a batch and for each input of it, unless told: 50 s of the processor's time
 * and 20 ms for each input, 50 times what integrating an equation for each of 4,500 takes.
 */
const WORK = 500;
const WORK_PER_INPUT = 0.2;

/** Seconds after which a program that waits for what nobody will do is ended. */
const PATIENCE = 60;

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/**
 * Runs Python in processes without files, network, other processes or capabilities, one for each
 * execution. A list is passed as one argument per number. Memory counts beside the interpreter;
 * `work` is the processor's time, ten million steps to the second, because Python does not count.
 * Where such a sandbox cannot be had, every run says so and nothing is run.
 */
export function pythonSandbox(options: PythonSandboxOptions = {}): Sandbox {
  const size = checkedCount("workers", options.workers ?? 1);
  const patience = options.patience ?? PATIENCE;
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
      const { inputs } = execution;
      const usual = { work: WORK + WORK_PER_INPUT * inputs.length };
      const limits = limitsFor(inputs.length, usual, given, execution.limits ?? {});
      const apart = checkedAlone(execution);
      const refused = refusal(execution.code, "python", IDENTIFIER);
      if (refused !== undefined) return refused;
      const found = machine();
      if (found.kind === "unfit") return { kind: "no-sandbox", remedy: found.remedy };
      pool ??= new Pool({ size, start: () => new Zygote(found), closedError });
      const request = requestFor({ ...execution, ...apart }, limits, patience);
      return runOrRepeatAlone(pool, (zygote) => zygote.run(request, signal), signal);
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
