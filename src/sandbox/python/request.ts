import type { Execution, Limits } from "../../contract/index.ts";
import type { StreamKey } from "../../core/index.ts";
import { streamKey } from "../../core/index.ts";
import { MOST_BATCH_TEXT } from "../limits.ts";
import { encodeInputs, OUTPUT_BYTES } from "./columns.ts";
import { modulesIn } from "./modules.ts";

/** A program with its inputs and bounds, as it travels to the trusted process. */
export interface Request {
  readonly bytes: Buffer;
  /** How many outputs are to come back. */
  readonly count: number;
  readonly entry: string;
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

/** Address space for one input with its output, beside the program's own. */
const BYTES_PER_INPUT = 512;

const HEADER_BYTES = 68;

/** An execution in the form of `HEADER` and `serve` in zygote-source.ts. */
export function requestFor(execution: Execution, limits: Limits): Request {
  const { code, inputs, seed } = execution;
  const count = inputs.length;
  const names = Buffer.from(modulesIn(code.source).join(" "), "latin1");
  const source = Buffer.from(code.source, "utf16le");
  const entry = code.entry.normalize("NFKC"); // As Python reads names.
  const entryBytes = Buffer.from(entry, "utf16le");
  const body = encodeInputs(inputs);
  const sizes = [names, source, entryBytes, body].map(({ length }) => length);
  const room = 2 * (source.length + body.length) + BYTES_PER_INPUT * count;
  const header = Buffer.alloc(HEADER_BYTES);
  [...sizes, count].forEach((size, place) => header.writeUInt32LE(size, 4 * place));
  header.writeBigUInt64LE(BigInt(Math.floor(limits.memory) + room), 20);
  header.writeBigUInt64LE(BigInt(OUTPUT_BYTES * count + 2 * MOST_BATCH_TEXT + 4096), 28);
  header.writeDoubleLE(Math.min(limits.work / MEGASTEPS_PER_SECOND, MOST_SECONDS), 36);
  header.writeDoubleLE(limits.wall / 1000, 44);
  writeKey(header, streamKey(`sandbox:${seed}`));
  const bytes = Buffer.concat([header, names, source, entryBytes, body]);
  return { bytes, count, entry, wall: limits.wall };
}

function writeKey(header: Buffer, key: StreamKey): void {
  key.forEach((word, place) => header.writeUInt32LE(word >>> 0, 52 + 4 * place));
}
