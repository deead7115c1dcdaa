import type { Execution, Input, Limits } from "../../contract/index.ts";
import type { StreamKey } from "../../core/index.ts";
import { streamKey } from "../../core/index.ts";
import { callKeys } from "../call-keys.ts";
import { MOST_BATCH_TEXT, MOST_TEXT } from "../limits.ts";
import { KEY_BYTES } from "./chance-source.ts";
import { encodeInputs, OUTPUT_BYTES } from "./columns.ts";
import { modulesIn } from "./modules.ts";

/** A program with its inputs and bounds, as it travels to the trusted process. */
export interface Request {
  /** The program with all inputs. */
  readonly together: Buffer;
  /**
   * The program with the inputs that are asked apart, each alone and at last those that are asked
   * again: all that a process of its own gets to see.
   */
  readonly apart: readonly { readonly bytes: Buffer; readonly count: number }[];
  /** Whether the last of them are inputs that are asked again. */
  readonly hasAgain: boolean;
  /** How many outputs are to come back. */
  readonly count: number;
  readonly entry: string;
  /** Seconds of the processor's time. */
  readonly seconds: number;
  /** Milliseconds of wall clock. */
  readonly wall: number;
}

/**
 * Millions of steps that count for a second of the processor's time. Python does not count its
 * steps; 20 to 60 million a second were measured, so that the time is on the generous side.
 */
const MEGASTEPS_PER_SECOND = 10;

/** Seconds beyond which the kernel's own clocks run over; more than the wall clock can ever give. */
const MOST_SECONDS = 1e7;

const HEADER_BYTES = 40;
const PROGRAM_BYTES = 40;

/** An execution in the form of `HEADER` and `PROGRAM` in zygote-source.ts. */
export function requestFor(
  {
    code,
    inputs,
    alone,
    again,
    seed,
  }: Execution & { readonly alone: readonly number[]; readonly again: readonly number[] },
  limits: Limits,
  /** Seconds in which a program may take no time of the processor. */
  patience: number,
): Request {
  const count = inputs.length;
  const seconds = Math.min(limits.work / MEGASTEPS_PER_SECOND, MOST_SECONDS);
  const entry = code.entry.normalize("NFKC"); // As Python reads names.
  const names = Buffer.from(modulesIn(code.source).join(" "), "latin1");
  const source = Buffer.from(code.source, "utf16le");
  const entryBytes = Buffer.from(entry, "utf16le");
  const keys = callKeys(seed, inputs);
  const loading = streamKey(`sandbox:${seed}`);

  const bytesFor = (indices: readonly number[], apartFromHere: number): Buffer => {
    const some = indices.map((index): Input => inputs[index] ?? NaN);
    const their = indices.map((index): StreamKey => keys[index] ?? loading);
    const text = apartFromHere > 0 && some.length === 1 ? MOST_TEXT : MOST_BATCH_TEXT;
    const room = OUTPUT_BYTES * some.length + 2 * text + 4096;
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt32LE(names.length, 0);
    header.writeUInt32LE(apartFromHere, 4);
    header.writeBigUInt64LE(BigInt(room), 8);
    [seconds, limits.wall / 1000, patience].forEach((time, place) =>
      header.writeDoubleLE(time, 16 + 8 * place),
    );
    const body = encodeInputs(some);
    const keyBytes = bytesOf([loading, ...their]);
    const program = Buffer.alloc(PROGRAM_BYTES);
    [source.length, entryBytes.length, keyBytes.length, body.length, some.length].forEach(
      (size, place) => program.writeUInt32LE(size, 4 * place),
    );
    program.writeBigUInt64LE(BigInt(Math.floor(limits.memory)), 20);
    program.writeDoubleLE(seconds, 28);
    program.writeUInt32LE(count, 36);
    return Buffer.concat([header, names, program, source, entryBytes, keyBytes, body]);
  };

  const apart = [...alone.map((index) => [index]), ...(again.length === 0 ? [] : [again])];
  return {
    together: bytesFor([...inputs.keys()], 0),
    apart: apart.map((indices, place) => ({
      bytes: bytesFor(indices, apart.length - place),
      count: indices.length,
    })),
    hasAgain: again.length > 0,
    count,
    entry,
    seconds,
    wall: limits.wall,
  };
}

function bytesOf(keys: readonly StreamKey[]): Buffer {
  const bytes = Buffer.alloc(KEY_BYTES * keys.length);
  keys.flat().forEach((word, place) => bytes.writeUInt32LE(word >>> 0, 4 * place));
  return bytes;
}
