import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atomKinds } from "../src/categories/numeric/index.ts";
import { findbench } from "./support/command-line.ts";
import { brokenLinks, documentPaths } from "./support/documents.ts";
import { parseMarkdown } from "./support/markdown.ts";
import { transpiledPackage } from "./support/transpiled-package.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const paths = documentPaths(root);
const scratch = mkdtempSync(join(tmpdir(), "findbench-docs-"));
const programs = join(scratch, "bin");
beforeAll(() => {
  const program = transpiledPackage(root, join(scratch, "package"));
  mkdirSync(programs);
  const source = `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(join(programs, "findbench"), source, { mode: 0o755 });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the documents", () => {
  it("are there", () => {
    const expected = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/decisions/README.md"];
    expect(paths).toEqual(expect.arrayContaining(expected));
  });

  it.each(paths)("%s links to what is there", (path) => {
    expect(brokenLinks(root, path)).toEqual([]);
  });

  it.each(paths)("%s names npm scripts that are there", (path) => {
    const named = [...read(path).matchAll(/\bnpm run ([a-z][a-z:-]*)/g)].map(([, name]) => name);
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    expect(named.filter((name) => !((name ?? "") in scripts))).toEqual([]);
  });

  it("give the commands that set up, and the tests' is what the machine runs", () => {
    expect(read("README.md")).toContain("npm ci && npm run demo");
    expect(read("README.md")).toContain("npm ci && npm run test:all");
    expect(read(".ci/run")).toContain("npm ci && npm run test:all");
  });
});

describe("docs/command-line.md", () => {
  const page = read("docs/command-line.md");
  const common = new Set(["--help", "--json", "--quiet"]);
  const optionsIn = (text: string): string[] =>
    [...new Set(text.match(/(?<=^ +|`)--[a-z-]+/gm))].filter((name) => !common.has(name));
  const commands = page.split(/^(?=## )/m).flatMap((section) => {
    const [, name] = /^## ([a-z]+)$/m.exec(section) ?? [];
    return name === undefined ? [] : [{ name, section }];
  });

  it("has a section for each command, in the order of --help", async () => {
    const { stdout } = await findbench("--help");
    const [, list = ""] = stdout.split(/^Commands:$/m);
    const listed = [...list.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name);
    expect(commands.map(({ name }) => name)).toEqual(listed);
  });

  it.each(commands)("lists the options of $name, and no other", async ({ name, section }) => {
    const { stdout } = await findbench(name, "--help");
    const table = section.split("\n").filter((line) => line.startsWith("| `--"));
    expect(optionsIn(table.join("\n")).toSorted()).toEqual(optionsIn(stdout).toSorted());
  });

  it("names each variable that an option can come from", async () => {
    const pages = await Promise.all(commands.map(({ name }) => findbench(name, "--help")));
    const used = pages.flatMap(({ stdout }) => stdout.match(/FINDBENCH_[A-Z_]+/g) ?? []);
    expect(used.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
  });
});

describe("docs/functions.md", () => {
  it("has a line for each family", () => {
    const page = read("docs/functions.md");
    expect(atomKinds.filter((kind) => !page.includes(`\n| \`${kind}\``))).toEqual([]);
  });
});

describe("blocks marked `sh run`", () => {
  const runnable = paths
    .map((path) => ({ path, commands: parseMarkdown(read(path)).commands }))
    .filter(({ commands }) => commands.length > 0);

  it.each(runnable)("of $path work, one after the other", ({ path, commands }) => {
    for (const command of commands) {
      expect(runInScratch(path, command)).toEqual({ command, status: 0, stderr: "" });
    }
  });

  it("see `findbench` on their path and stop at the first failure", () => {
    expect(runInScratch("a.md", "command -v findbench")).toMatchObject({ status: 0 });
    expect(runInScratch("a.md", "false | true\necho on")).toMatchObject({ status: 1 });
  });

  it("of one document share a folder", () => {
    expect(runInScratch("b.md", "echo 1 > one")).toMatchObject({ status: 0 });
    expect(runInScratch("b.md", "cat one")).toMatchObject({ status: 0 });
    expect(runInScratch("c.md", "cat one")).toMatchObject({ status: 1 });
  });
});

describe("parseMarkdown", () => {
  const text = [
    "# A `b` & c_d: é?",
    "[one](a.md#x) ![two](<b.png>) `[no](code)` [three][t]",
    "## Twice",
    "## Twice",
    "```sh run\necho [no](link)\n```",
    "- item\n\n  ~~~sh run\n  echo 2\n  ~~~",
    "```sh\necho not run\n```",
    "[t]: ./c.md",
  ].join("\n");
  const { links, anchors, commands } = parseMarkdown(text);

  it("finds links, but not in code", () => {
    expect(links).toEqual(["a.md#x", "b.png", "./c.md"]);
  });
  it("makes anchors as GitHub does", () => {
    expect(anchors).toEqual(["a-b--c_d-é", "twice", "twice-1"]);
  });
  it("finds the blocks to run", () => {
    expect(commands).toEqual(["echo [no](link)\n", "echo 2\n"]);
  });
});

describe("brokenLinks", () => {
  it("reports each link that leads nowhere, and no other", () => {
    mkdirSync(join(scratch, "links/docs"), { recursive: true });
    writeFileSync(join(scratch, "links/docs/b.md"), "# Here\n");
    const good = "[](docs/b.md) [](docs/b.md#here) [](docs) [](#top) [](https://example.org/a)";
    const bad = ["docs/none.md", "docs/b.md#there", "#bottom", "../links/a.md", "/etc/hosts"];
    const text = `# Top\n${good}\n${bad.map((link) => `[](${link})`).join(" ")}\n`;
    writeFileSync(join(scratch, "links/a.md"), text);
    expect(brokenLinks(join(scratch, "links"), "a.md")).toEqual(bad);
  });
});

interface Ran {
  readonly command: string;
  readonly status: number | null;
  /** Empty where the command succeeded: progress is no fault. */
  readonly stderr: string;
}

/** Runs a command as a reader would, in a folder of the document's own. */
function runInScratch(path: string, command: string): Ran {
  const folder = join(scratch, path.replaceAll("/", "-"));
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync("bash", ["-euo", "pipefail", "-c", command], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", PATH: `${programs}:${process.env["PATH"] ?? ""}` },
  });
  return { command, status, stderr: status === 0 ? "" : stderr };
}
