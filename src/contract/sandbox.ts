import type { Code } from "./interpretation.ts";
import type { Language } from "./problem.ts";
import type { Input, Value } from "./value.ts";

/** Bounds on one run of untrusted code. */
export interface Limits {
  /** Memory in bytes that the program may hold. */
  readonly memory: number;
  /** Work until the program is interrupted, in millions of interpreter steps: the same on every machine. */
  readonly work: number;
  /**
   * Milliseconds of wall clock after which the machine is given up on; a safety net far beyond any
   * program, whose end is `machine-fault`.
   */
  readonly wall: number;
}

/** What the program gave for one input. */
export type Output =
  | { readonly kind: "value"; readonly value: Value }
  /** It returned nothing, NaN or an infinity. */
  | { readonly kind: "undefined" }
  /** It returned something that is no value, such as a list. */
  | { readonly kind: "invalid"; readonly got: string }
  | {
      readonly kind: "threw";
      readonly message: string;
      /** It was ended, since it took too much of the time for all inputs; absent otherwise. */
      readonly late?: true;
    };

/** What became of a program run on a batch of inputs. */
export type RunOutcome =
  | {
      readonly kind: "ran";
      /** One output per input, in order. */
      readonly outputs: readonly Output[];
      /** One output per index of the execution's `alone`; absent where it had none. */
      readonly alone?: readonly Output[];
      /** One output per index of the execution's `again`; absent where it had none. */
      readonly again?: readonly Output[];
      /** More than half of what it may spend was spent; absent where it was less. */
      readonly nearLimit?: true;
    }
  /** It could not be loaded: a syntax error, an exception at the top level, no entry function. */
  | { readonly kind: "not-loaded"; readonly message: string }
  | { readonly kind: "timed-out" }
  | { readonly kind: "out-of-memory" }
  /** Whatever ran it was lost, and lost again when it was repeated with nothing beside it. */
  | { readonly kind: "crashed"; readonly message: string }
  /** Nothing here can run this language safely; `remedy` says what to install. */
  | { readonly kind: "no-sandbox"; readonly remedy: string };

/** One program and the inputs to run it on. */
export interface Execution {
  readonly code: Code;
  readonly inputs: readonly Input[];
  /**
   * Indices of inputs that are also asked alone: each in the state that the program had after
   * loading, with the chance that the input has in the batch, and with no other input in reach. An
   * output that differs tells that the program keeps state between calls.
   */
  readonly alone?: readonly number[];
  /**
   * Indices of inputs that are also asked again, one after the other in this order, from the state
   * after loading on, with the chance that each has in the batch and no other input in reach.
   */
  readonly again?: readonly number[];
  /**
   * Decides, with the input and how often it came before, what the program sees as chance; its
   * clock stands still.
   */
  readonly seed: string;
  /** Bounds that differ from the sandbox's own. */
  readonly limits?: Partial<Limits>;
}

/** Runs untrusted code; whatever the code does becomes an outcome. */
export interface Sandbox {
  /** Languages that this sandbox can run here and now. */
  readonly languages: readonly Language[];
  /**
   * Rejects when the signal is aborted, and with `machine-fault` where the machine did not run the
   * program to an end, which says nothing about the program.
   */
  run(execution: Execution, signal?: AbortSignal): Promise<RunOutcome>;
  /** Ends whatever the sandbox keeps running. */
  close(): Promise<void>;
}
