import { chmod, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSuite } from "../../src/suite/index.ts";
import type { SuiteHeader } from "../../src/suite/index.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { forge, smallSuite } from "./suite-cases.ts";

interface Parts {
  open: string[];
  sealed: string[];
  header: SuiteHeader;
}

async function read(folder: string): Promise<number> {
  let count = 0;
  for await (const _problem of (await openSuite(folder)).problems()) count += 1;
  return count;
}

/** The same, problem by problem, each asked for by its id. */
async function readById(folder: string): Promise<number> {
  const opened = await openSuite(folder);
  const { entries } = await opened.index();
  for (const { id } of entries) expect((await opened.problem(id)).id).toBe(id);
  return entries.length;
}

async function suite(): Promise<string> {
  const folder = join(await temporaryFolder(), "suite");
  await smallSuite(folder);
  return folder;
}

async function forged(change: (parts: Parts) => void): Promise<string> {
  const folder = await suite();
  await forge(folder, change);
  return folder;
}

const edit = (lines: string[], change: (text: string) => string): void => {
  lines[2] = change(lines[2] ?? "");
};

describe("a suite whose digests fit what was forged", () => {
  it("is read where nothing was", async () => {
    const folder = await forged(() => undefined);
    expect(await read(folder)).toBe(6);
    expect(await readById(folder)).toBe(6);
  });

  it.each<[string, (parts: Parts) => void, string]>([
    ["a line less in both", ({ open, sealed }) => void (open.pop(), sealed.pop()), "not-a-suite"],
    ["a problem less", ({ open }) => void open.pop(), "not-a-suite"],
    ["a truth less", ({ sealed }) => void sealed.pop(), "not-a-suite"],
    ["a problem more", ({ open }) => void open.push(open[0] ?? ""), "not-a-suite"],
    ["a truth more", ({ sealed }) => void sealed.push(sealed[0] ?? ""), "not-a-suite"],
    [
      "the same problem twice",
      ({ open, sealed }) => {
        open[5] = open[0] ?? "";
        sealed[5] = sealed[0] ?? "";
      },
      "not-a-suite",
    ],
    [
      "truths in another order",
      ({ sealed }) => void sealed.unshift(...sealed.splice(3)),
      "not-a-suite",
    ],
    [
      "an id with a line break",
      ({ open }) => edit(open, (text) => text.replace('"id":"', '"id":"a\\n')),
      "not-a-suite",
    ],
    [
      "a category of later",
      ({ open }) => edit(open, (text) => text.replace('"category":"numeric"', '"category":"odd"')),
      "unsupported-version",
    ],
    [
      "a domain of another category",
      ({ open }) =>
        edit(open, (text) =>
          text.replace(/"domain":\{[^}]*\}[^}]*\}/u, '"domain":{"kind":"strings","texts":1}'),
        ),
      "not-a-suite",
    ],
    [
      "a briefing of another category",
      ({ open }) =>
        edit(open, (text) =>
          text.replace('"briefing":{"category":"numeric"', '"briefing":{"category":"strings"'),
        ),
      "not-a-suite",
    ],
    [
      "a kind of test of later",
      ({ sealed }) =>
        edit(sealed, (text) => text.replace('"tests":{"kind":"numeric"', '"tests":{"kind":"odd"')),
      "unsupported-version",
    ],
    [
      "a family of later",
      ({ sealed }) =>
        edit(sealed, (text) => text.replace(/"spec":\{"kind":"[a-z-]+"/u, '"spec":{"kind":"odd"')),
      "unsupported-version",
    ],
    [
      "Poisson noise that would never be drawn",
      ({ sealed }) => {
        const truth = JSON.parse(sealed[2] ?? "") as object;
        const inner = { kind: "constant", value: 1 };
        const spec = { kind: "noised", inner, distribution: "poisson", scale: 1e18 };
        sealed[2] = JSON.stringify({ ...truth, spec });
      },
      "bad-parameter",
    ],
    [
      "metadata that nests two hundred thousand levels",
      ({ sealed }) =>
        edit(sealed, (text) =>
          text.replace('"quirks":[', `"deep":${"[".repeat(2e5)}${"]".repeat(2e5)},"quirks":[`),
        ),
      "not-a-suite",
    ],
  ])("is refused with %s", async (_name, change, code) => {
    const folder = await forged(change);
    await expect(read(folder)).rejects.toMatchObject({ code });
    await expect(readById(folder)).rejects.toMatchObject({ code });
  });

  it("keeps characters that end lines elsewhere", async () => {
    const folder = await forged(({ sealed }) =>
      edit(sealed, (text) => text.replace('"description":"', '"description":"\u2028\u2029\\r')),
    );
    expect(await read(folder)).toBe(6);
  });
});

describe("suite.json", () => {
  it.each<[string, (header: Record<string, unknown>) => void]>([
    ["the budget", (header) => Object.assign(header["recipe"] as object, { budget: 7 })],
    ["the counts", (header) => Object.assign(header["counts"] as object, { problems: 5 })],
    ["the name", (header) => Object.assign(header, { name: "other" })],
    ["the canary", (header) => Object.assign(header, { canary: "none" })],
  ])("cannot be changed: %s", async (_name, change) => {
    const folder = await suite();
    const path = join(folder, "suite.json");
    const header = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
    change(header);
    await writeFile(path, JSON.stringify(header));
    await expect(openSuite(folder)).rejects.toMatchObject({ code: "hash-mismatch" });
  });

  it("may name another version that wrote the same suite", async () => {
    const folder = await suite();
    const path = join(folder, "suite.json");
    const header = JSON.parse(await readFile(path, "utf8")) as object;
    await writeFile(path, JSON.stringify({ ...header, findbench: "99.0.0" }));
    expect(await read(folder)).toBe(6);
  });
});

describe("a suite that cannot be read", () => {
  it.each(["suite.json", "problems.jsonl", "truths.jsonl"])(
    "is told as such, not as missing, where %s is a folder",
    async (name) => {
      const folder = await suite();
      await rm(join(folder, name));
      await mkdir(join(folder, name));
      await expect(openSuite(folder)).rejects.toMatchObject({
        code: "bad-argument",
        message: expect.stringContaining("EISDIR") as string,
      });
    },
  );

  it("is told as such where rights are missing", async (context) => {
    const folder = await suite();
    await chmod(join(folder, "suite.json"), 0);
    const readable = await readFile(join(folder, "suite.json")).then(
      () => true,
      () => false,
    );
    context.skip(readable, "this user may read everything");
    await expect(openSuite(folder)).rejects.toMatchObject({ code: "bad-argument" });
  });

  it("is closed when its reader stops early", async () => {
    const opened = await openSuite(await suite());
    const before = (await readdir("/proc/self/fd")).length;
    for (let i = 0; i < 20; i += 1) {
      for await (const _problem of opened.problems()) break;
    }
    expect((await readdir("/proc/self/fd")).length).toBeLessThan(before + 10);
  });
});
