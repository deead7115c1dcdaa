import { constants } from "node:os";
import type { Output, RunOutcome } from "../../contract/index.ts";
import type { Result } from "./columns.ts";
import { decodeOutputs, oneLine } from "./columns.ts";

/** How a program's process ended, as the trusted process saw it. */
export interface Ending {
  /** The letter of zygote-source.ts: `E`, `K`, `T` or `F`. */
  readonly letter: string;
  /** The status of wait(2). */
  readonly status: number;
}

const { SIGKILL, SIGPROF, SIGXCPU } = constants.signals;

/** What became of a program: from what its process wrote, which may be anything, and how it ended. */
export function outcomeOf(
  written: Buffer,
  { letter, status }: Ending,
  { count, entry }: { readonly count: number; readonly entry: string },
): RunOutcome {
  const signal = status & 0x7f;
  if (letter === "T" || signal === SIGPROF || signal === SIGXCPU) return { kind: "timed-out" };
  const loaded = written.toString("latin1", 0, 1) === "L";
  const rest = loaded ? written.subarray(1) : written;
  const tail = rest.subarray(1);
  switch (rest.toString("latin1", 0, 1)) {
    case "M":
      return { kind: "out-of-memory" };
    case "N":
      return { kind: "not-loaded", message: oneLine(tail.toString("utf16le")) };
    case "A":
      return { kind: "not-loaded", message: missing(entry, oneLine(tail.toString("utf16le"))) };
    case "C": {
      const results = decodeOutputs(tail, count);
      if (results !== undefined) return ran(results);
    }
  }
  // Nobody but the machine kills a process with this that neither took its time nor closed its ears.
  if (letter === "E" && signal === SIGKILL) return { kind: "out-of-memory" };
  const message = endingMessage(letter, status);
  return loaded
    ? { kind: "ran", outputs: Array.from({ length: count }, () => ({ kind: "threw", message })) }
    : { kind: "not-loaded", message };
}

function missing(entry: string, got: string): string {
  return oneLine(`Expected a function \`${entry}\` at the top level; got ${got}; define it there`);
}

function ran(results: readonly Result[]): RunOutcome {
  const late = results.filter(({ kind }) => kind === "late").length;
  if (late > 0 && late === results.length) return { kind: "timed-out" };
  return { kind: "ran", outputs: results.map(outputOf) };
}

function outputOf(result: Result): Output {
  return result.kind === "late"
    ? {
        kind: "threw",
        message: "TimeoutError: this input took too much of the time for all of them",
      }
    : result;
}

function endingMessage(letter: string, status: number): string {
  const signal = Object.entries(constants.signals).find(([, value]) => value === (status & 0x7f));
  if (letter === "E" && signal !== undefined) return `the program's process ended by ${signal[0]}`;
  return letter === "E" && status !== 0
    ? `the program's process ended with status ${status >> 8}`
    : "the program's process ended without a result";
}
