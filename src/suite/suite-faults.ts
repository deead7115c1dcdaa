import { BenchError } from "../core/index.ts";

/** The fault of lines of both files that speak of different problems. */
export function apart(path: string, line: number, open: string, sealed: string): BenchError {
  return new BenchError(
    "not-a-suite",
    `Expected the same problem on line ${line} of both files of \`${path}\`; got ${open} and ${sealed}; generate or copy it again`,
  );
}

/** The fault of an id that stands there twice. */
export function twice(where: string, id: string): BenchError {
  return new BenchError(
    "not-a-suite",
    `Expected ids that are there once; got ${id} again at \`${where}\`; generate the suite again`,
  );
}

/** The fault of another number of lines than the header says. */
export function miscounted(path: string, count: number): BenchError {
  return new BenchError(
    "not-a-suite",
    `Expected ${count} lines in both files of \`${path}\`, as its header says; got another number; generate or copy it again`,
  );
}

/** The fault of a problem whose parts are of other categories than it says. */
export function mixed(path: string, line: number, category: string, got: string): BenchError {
  return new BenchError(
    "not-a-suite",
    `Expected a domain and tests of ${category} on line ${line} of \`${path}\`; got ${got}; generate or copy it again`,
  );
}
