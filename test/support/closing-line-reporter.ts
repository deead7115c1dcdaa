import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** How many tests ended in which way. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The plain line that closes a run of the tests, such as `12 passed, 0 failed, 1 skipped`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * Counts tests; a file that broke outside of its tests and an error that no test caught count as
 * one failure each, and so does a run in which no test ran at all.
 */
function tallyOf(modules: readonly TestModule[], uncaughtErrors: number): Tally {
  const count = (state: "passed" | "failed" | "skipped"): number =>
    modules.reduce((sum, { children }) => sum + [...children.allTests(state)].length, 0);
  const broken = modules.filter(
    (module) => !module.ok() && [...module.children.allTests("failed")].length === 0,
  );
  const passed = count("passed");
  const failed = count("failed") + broken.length + uncaughtErrors;
  return { passed, failed: passed + failed === 0 ? 1 : failed, skipped: count("skipped") };
}

/**
 * Prints the closing line after everything else; where `FINDBENCH_CLOSING_LINE` names a file, the
 * line goes there instead, for a script that has more to say before it.
 */
export function closingLineReporter(): Reporter {
  let tally: Tally | undefined;
  process.once("exit", () => {
    if (tally === undefined) return;
    const line = `${closingLine(tally)}\n`;
    const path = process.env["FINDBENCH_CLOSING_LINE"];
    if (path === undefined) process.stdout.write(line);
    else writeFileSync(path, line);
  });
  return {
    onTestRunEnd(modules, uncaughtErrors) {
      tally = tallyOf(modules, uncaughtErrors.length);
      if (tally.failed > 0) process.exitCode = 1;
    },
  };
}
