import type { Limits } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";

/** Bytes of a WebAssembly page, the unit of memory. */
export const PAGE_BYTES = 65_536;

/** Bytes with which the engine starts; no memory limit can be below. */
export const LEAST_MEMORY = 256 * PAGE_BYTES;

/** Bytes that 32-bit WebAssembly can address by this build of the engine: 2 GiB. */
const MOST_MEMORY = 32_768 * PAGE_BYTES;

/** Longest delay of a timer in milliseconds; longer ones would fire at once. */
const MOST_WALL = 2_147_483_647;

/** Longest source, input text or output text in UTF-16 units. */
export const MOST_TEXT = 1_000_000;

/** UTF-16 units of output text that one batch may hand out in all. */
export const MOST_BATCH_TEXT = 16_000_000;

/** Longest message of an exception in UTF-16 units; the rest is cut off. */
export const MOST_MESSAGE = 200;

const MEGABYTE = 1_048_576;

/** Milliseconds of wall clock that no program needs, be the machine ever so busy: half an hour. */
const USUAL_WALL = 30 * 60_000;

/**
 * Bounds on a batch of so many inputs: 64 MiB, 50 million steps and 20,000 more per input, and
 * half an hour. A step is a call or a jump: 15 to 70 million a second were measured on one core.
 */
export function limitsFor(inputs: number, ...given: readonly Partial<Limits>[]): Limits {
  const usual: Limits = { memory: 64 * MEGABYTE, work: 50 + 0.02 * inputs, wall: USUAL_WALL };
  const limits = given.reduce<Limits>((so, part) => ({ ...so, ...part }), usual);
  check("memory limit", "bytes", limits.memory, LEAST_MEMORY, MOST_MEMORY);
  check("work limit", "million steps", limits.work, 0, Number.MAX_SAFE_INTEGER);
  check("wall limit", "milliseconds", limits.wall, 1, MOST_WALL);
  return limits;
}

/** Milliseconds of a processor for reading a program and its inputs, which no step counts. */
const PROCESSOR_BASE = 3_000;

/** Milliseconds of a processor per million steps: ten times what the slowest honest program takes. */
const PROCESSOR_PER_WORK = 1_000;

/**
 * Milliseconds of a processor after which a program has timed out, where steps do not count what it
 * does: single operations on huge texts or numbers.
 */
export function processorLimit(work: number): number {
  return PROCESSOR_BASE + PROCESSOR_PER_WORK * work;
}

function check(name: string, unit: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new BenchError(
    "bad-argument",
    `Expected a ${name} from ${least} to ${most} ${unit}; got ${value}; give one in that range`,
    { data: { name, value, least, most } },
  );
}
