import { defineConfig } from "vitest/config";
import { closingLineReporter } from "./test/support/closing-line-reporter.ts";
import { makePlain } from "./test/support/plain-environment.ts";

// Every process of the tests comes from this one.
makePlain(process.env);
process.umask(0o022);

const MINUTE = 60_000;

export default defineConfig({
  test: {
    environment: "node",
    include: ["test/**/*.test.ts"],
    exclude: ["dist/**", "node_modules/**"],
    pool: "forks",
    maxWorkers: 2,
    // One process per worker instead of one per file: vitest gives each a minute to start, which it
    // may not get on a busy machine, and what the files import is loaded once.
    isolate: false,
    // Limits of time end what hangs, and nothing else: beside thirty busy processes the longest
    // test, of a minute, took 23.
    testTimeout: 60 * MINUTE,
    hookTimeout: 60 * MINUTE,
    teardownTimeout: 5 * MINUTE,
    expect: { poll: { timeout: 50 * MINUTE, interval: 20 } },
    retry: 0,
    reporters: ["default", closingLineReporter()],
  },
});
