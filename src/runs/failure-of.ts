import { BenchError, messageOf } from "../core/index.ts";
import type { Failure } from "../contract/index.ts";

/** Characters of a message that are kept. */
const LONGEST_MESSAGE = 2000;

/** An interpreter took longer than it may. */
export class TimedOut extends Error {
  constructor(milliseconds: number) {
    super(`Expected an answer within ${milliseconds / 1000} s; got none`);
  }
}

/** What an interpreter threw, which can be anything, as a failure that can be recorded. */
export function failureOf(error: unknown): Failure {
  return { code: codeOf(error), message: messageOf(error).slice(0, LONGEST_MESSAGE) };
}

function codeOf(error: unknown): string {
  if (error instanceof TimedOut) return "interpreter-timed-out";
  return error instanceof BenchError ? error.code : "interpreter-threw";
}
