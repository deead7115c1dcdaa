import { defineConfig } from "vitest/config";
import { closingLineReporter } from "./test/support/closing-line-reporter.ts";

export default defineConfig({
  test: {
    environment: "node",
    include: ["test/**/*.test.ts"],
    exclude: ["dist/**", "node_modules/**"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", closingLineReporter()],
  },
});
