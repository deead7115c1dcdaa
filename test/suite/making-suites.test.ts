import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir, watch } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openSuite } from "../../src/suite/index.ts";
import { findbench } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { smallSuite } from "./suite-cases.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

describe("findbench generate --seal-seed", () => {
  const generate = async (...args: string[]) => {
    const out = join(await temporaryFolder(), "suite");
    const command = [
      "generate",
      "--recipe",
      "paper@1",
      "--count",
      "3",
      "--seal-seed",
      "--out",
      out,
    ];
    return { out, ...(await findbench(...command, ...args)) };
  };

  it("draws a long seed, tells it on stderr alone, and never the same", async () => {
    const runs = [await generate(), await generate("--quiet", "--json")];
    const seeds = runs.map(({ stderr }) => /^Seed {2}([0-9a-f]{32}) /u.exec(stderr)?.[1] ?? "none");
    expect(new Set(seeds).size).toBe(2);
    for (const [i, { out, code, stdout }] of runs.entries()) {
      expect(code).toBe(0);
      expect(stdout).not.toContain(seeds[i]);
      for (const file of await readdir(out))
        expect(await readFile(join(out, file), "utf8")).not.toContain(seeds[i]);
    }
    const again = await generate("--seed", seeds[0] ?? "");
    const [first, second] = await Promise.all([runs[0]?.out ?? "", again.out].map(openSuite));
    expect(second?.header).toEqual(first?.header);
    expect(again.stderr).toBe("");
  });

  it("refuses a short one", async () => {
    const { code, stderr } = await generate("--seed", "1");
    expect(stderr).toMatch(/^findbench: bad-seed: .*\n$/u);
    expect(code).toBe(2);
  });
});

describe("a command that makes a suite", () => {
  it("says, when it is interrupted, that nothing was kept, and keeps nothing", async () => {
    const folder = await temporaryFolder();
    const appeared = watch(folder);
    const args = ["generate", "--recipe", "paper@1", "--count", "900000", "--out"];
    const child = spawn(process.execPath, ["--import", "tsx", main, ...args, join(folder, "s")]);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const closed = once(child, "close");
    for await (const { filename } of appeared) if (filename?.startsWith(".s.draft-")) break;
    child.kill("SIGINT");
    const [code] = (await closed) as [number | null];
    expect(stderr).toMatch(
      /^findbench: interrupted: [^\n]*; start again: nothing was kept[^\n]*\n$/u,
    );
    expect(code).toBe(130);
    expect((await readdir(folder)).filter((name) => name !== ".s.networks")).toEqual([]);
  });

  it.each([0, -1, 2 ** 31])("refuses a count of %d at once", async (count) => {
    const out = join(await temporaryFolder(), "suite");
    const asked = await findbench(
      "generate",
      "--recipe",
      "mini@1",
      "--count",
      `${count}`,
      "--out",
      out,
    );
    expect(asked.code).toBe(2);
  });
});

describe("findbench query", () => {
  it("takes whatever stands where values belong for a value", async () => {
    const folder = join(await temporaryFolder(), "suite");
    await smallSuite(folder);
    const [line = ""] = (await readFile(join(folder, "problems.jsonl"), "utf8")).split("\n");
    const { id } = JSON.parse(line) as { id: string };
    expect((await findbench("query", folder, id, "-1.5", "--epoch", "2")).stdout).toMatch(
      /^f\(-1.5/u,
    );
    for (const value of ["-Infinity", "NaN", "-x", "--epohc", "1,", ""]) {
      const asked = await findbench("query", folder, id, "2", value);
      expect(asked.stderr).toContain("bad-input-value");
      expect(asked.code).toBe(2);
    }
    const point = await findbench("query", folder, id, "-1,2", "--json");
    expect(JSON.parse(point.stdout)).toMatchObject([
      { input: [-1, 2], answer: { kind: "refused" } },
    ]);
  });
});
