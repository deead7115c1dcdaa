import { constants } from "node:os";
import type { Output, RunOutcome } from "../../contract/index.ts";
import type { Result } from "./columns.ts";
import { decodeOutputs, oneLine } from "./columns.ts";

/** How a program's process ended, as the trusted process saw it. */
export interface Ending {
  /** The letter of zygote-source.ts: `E`, `K`, `T`, `F` or `W`. */
  readonly letter: string;
  /** The status of wait(2). */
  readonly status: number;
  /** Seconds of the processor's time that it took. */
  readonly spent: number;
}

/** What a program was asked for. */
export interface Asked {
  readonly count: number;
  readonly entry: string;
  /** Seconds of the processor's time that it had. */
  readonly seconds: number;
  /** Whether it was shown inputs apart from the batch. */
  readonly apart: boolean;
}

/**
 * What became of a program's process: an outcome of the program; or `lost`, where something killed
 * it that is neither the program nor the trusted process; or `starved`, where the machine had no
 * time for it.
 */
export type Verdict =
  RunOutcome | { readonly kind: "lost"; readonly message: string } | { readonly kind: "starved" };

const { SIGKILL, SIGPROF, SIGXCPU } = constants.signals;

/** The verdict on a program: from what its process wrote, which may be anything, and how it ended. */
export function verdictOf(written: Buffer, ending: Ending, asked: Asked): Verdict {
  const { letter, status, spent } = ending;
  const signal = status & 0x7f;
  if (letter === "W") return { kind: "starved" };
  if (letter === "T" || signal === SIGPROF || signal === SIGXCPU) return { kind: "timed-out" };
  if (letter === "E" && signal === SIGKILL)
    // By the kernel: at the end of the program's time, or because memory ran out on the machine.
    return spent >= asked.seconds
      ? { kind: "timed-out" }
      : { kind: "lost", message: endingMessage(letter, status) };
  const loaded = written.toString("latin1", 0, 1) === "L";
  const rest = loaded ? written.subarray(1) : written;
  const tail = rest.subarray(1);
  switch (rest.toString("latin1", 0, 1)) {
    case "M":
      return { kind: "out-of-memory" };
    case "N":
      return { kind: "not-loaded", message: oneLine(tail.toString("utf16le")) };
    case "A":
      return {
        kind: "not-loaded",
        message: missing(asked.entry, oneLine(tail.toString("utf16le"))),
      };
    case "C": {
      const results = decodeOutputs(tail, asked.count);
      if (results !== undefined) return ran(results, asked.apart);
    }
  }
  const message = endingMessage(letter, status);
  return loaded
    ? { kind: "ran", outputs: Array.from({ length: asked.count }, () => threw(message)) }
    : { kind: "not-loaded", message };
}

/** What a program gave for so many inputs apart, where it also ran on all of them. */
export function outputsApart(outcome: RunOutcome, count: number): readonly Output[] {
  if (outcome.kind === "ran") return outcome.outputs;
  return Array.from({ length: count }, () => outputOfNone(outcome));
}

function outputOfNone(outcome: Exclude<RunOutcome, { readonly kind: "ran" }>): Output {
  switch (outcome.kind) {
    case "out-of-memory":
      return threw("MemoryError");
    case "timed-out":
      return LATE;
    case "not-loaded":
    case "crashed":
      return threw(outcome.message);
    case "no-sandbox":
      return threw(outcome.remedy);
  }
}

const LATE: Output = {
  kind: "threw",
  message: "TimeoutError: this input took too much of the time for all of them",
  late: true,
};

function threw(message: string): Output {
  return { kind: "threw", message };
}

function missing(entry: string, got: string): string {
  return oneLine(`Expected a function \`${entry}\` at the top level; got ${got}; define it there`);
}

function ran(results: readonly Result[], apart: boolean): RunOutcome {
  const late = results.filter(({ kind }) => kind === "late").length;
  if (!apart && late > 0 && late === results.length) return { kind: "timed-out" };
  return {
    kind: "ran",
    outputs: results.map((result) => (result.kind === "late" ? LATE : result)),
  };
}

function endingMessage(letter: string, status: number): string {
  const signal = Object.entries(constants.signals).find(([, value]) => value === (status & 0x7f));
  if (letter === "E" && signal !== undefined) return `the program's process ended by ${signal[0]}`;
  return letter === "E" && status !== 0
    ? `the program's process ended with status ${status >> 8}`
    : "the program's process ended without a result";
}
