import { setFlagsFromString } from "node:v8";

/**
 * How much a function has to run before V8 optimises it, in bytes of bytecode; twenty times the
 * default of 67,584. A run calls some thousands of functions in turn; at the default most are optimised on what
 * little was seen of them, then given up and optimised anew, which takes a quarter of the processor.
 */
const BUDGET = 1_320_000;

/** The V8 of Node 20: others have other flags, and complain of those that they do not know. */
const MEASURED = /^11\.3\./u;

/** Lets V8 optimise functions later; no result depends on it. */
export function optimiseLater(v8: string): void {
  if (MEASURED.test(v8)) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
