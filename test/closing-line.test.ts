import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { closingLine } from "./support/closing-line-reporter.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "findbench-closing-line-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the closing line", () => {
  it("leaves out what was not skipped", () => {
    expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe("2 passed, 0 failed");
    expect(closingLine({ passed: 2, failed: 1, skipped: 3 })).toBe("2 passed, 1 failed, 3 skipped");
  });

  it.each([
    ["passed", "it('a', () => {}); it.skip('b', () => {});", "1 passed, 0 failed, 1 skipped", 0],
    ["failed", "it('a', () => {}); it('b', () => { throw 1; });", "1 passed, 1 failed", 1],
    ["an empty file", "", "0 passed, 1 failed", 1],
    ["only skipped", "it.skip('a', () => {});", "0 passed, 1 failed, 1 skipped", 1],
    ["a file that breaks", "it('a', () => {}); throw 1;", "0 passed, 1 failed", 1],
    [
      "a late error",
      "it('a', () => { setImmediate(() => { throw 1; }); });",
      "1 passed, 1 failed",
      1,
    ],
  ])("is the last and plain: %s", (name, test, line, status) => {
    const ran = runVitest(name, test);
    expect(ran.stdout.split("\n").slice(-2)).toEqual([line, ""]);
    expect(ran.status).toBe(status);
  });

  it("goes to a file where one is named", () => {
    const path = join(scratch, "line");
    const { stdout } = runVitest("file", "it('a', () => {});", { FINDBENCH_CLOSING_LINE: path });
    expect(readFileSync(path, "utf8")).toBe("1 passed, 0 failed\n");
    expect(stdout).not.toContain("1 passed, 0 failed");
  });
});

/** Runs the real vitest, with the reporter, on a folder that holds one test file. */
function runVitest(
  name: string,
  test: string,
  extra: Readonly<Record<string, string>> = {},
): { stdout: string; status: number | null } {
  const folder = join(scratch, name.replaceAll(" ", "-"));
  mkdirSync(folder);
  writeFileSync(join(folder, "a.test.js"), test);
  const reporter = join(root, "test/support/closing-line-reporter.ts");
  const config = `import { closingLineReporter } from ${JSON.stringify(reporter)};
    export default { test: { globals: true, testTimeout: 0, reporters: ["default", closingLineReporter()] } };`;
  writeFileSync(join(folder, "vitest.config.mjs"), config);
  const { FINDBENCH_CLOSING_LINE: _, ...inherited } = process.env;
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { stdout, status } = spawnSync(process.execPath, [vitest, "run", "--root", folder], {
    cwd: folder,
    encoding: "utf8",
    env: { ...inherited, NO_COLOR: "1", ...extra },
  });
  return { stdout, status };
}
