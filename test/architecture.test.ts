import { dirname, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { arrows, packages, portable } from "./support/arrows.ts";
import {
  cycles,
  foreignArrows,
  foreignPackages,
  reachSealed,
  wrongDoors,
} from "./support/import-rules.ts";
import { wrongRefusals } from "./support/refusals.ts";
import { parseSources, readSources, type SourceFile } from "./support/source-tree.ts";
import {
  bannedSyntax,
  inexact,
  printing,
  runtimeInContract,
  undocumented,
  unportable,
} from "./support/syntax-rules.ts";

type Rule = (files: readonly SourceFile[]) => string[];
type Sources = Readonly<Record<string, string>>;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = readSources(root);

describe("src", () => {
  it("is there", () => expect(sources.map(({ path }) => path)).toContain("src/core/index.ts"));
  it.each<[string, Rule]>([
    ["imports along the arrows only", foreignArrows],
    ["goes through doors", wrongDoors],
    ["imports only the packages of its table", foreignPackages],
    ["has no circle of imports", cycles],
    ["shows no interpreter what it is tested on", reachSealed],
    ["is portable where it has to be", unportable],
    ["computes the same on every engine", inexact],
    ["has no runtime code in contract", runtimeInContract],
    ["prints and exits in the command line only", printing],
    ["keeps to the syntax of the style", bannedSyntax],
    ["says a sentence on each export", undocumented],
    ["says in each refusal what was expected, what came and what to do", wrongRefusals],
  ])("%s", (_, rule) => expect(rule(sources)).toEqual([]));
});

describe("bench", () => {
  it("computes the same on every engine", () => {
    expect(inexact(readSources(root, "bench"))).toEqual([]);
  });
});

describe("the table", () => {
  const doors = Object.entries(arrows).map(([row, targets]): [string, string] => [
    `src/${row}/index.ts`,
    targets.map((target) => `import "${posix.relative(row, target)}/index.ts";`).join("\n"),
  ]);
  it("points one way only", () => {
    expect(cycles(parseSources(Object.fromEntries(doors)))).toEqual([]);
  });
  it("speaks of known folders only", () => {
    const mentioned = [...Object.values(arrows).flat(), ...Object.keys(packages), ...portable];
    const isCategory = (folder: string): boolean => /^categories\/[^/]+$/.test(folder);
    expect(mentioned.filter((folder) => !(folder in arrows) && !isCategory(folder))).toEqual([]);
  });
});

const portableFile = (text: string): Sources => ({ "src/scoring/a.ts": text });
const anyFile = (text: string): Sources => ({ "src/app/a.ts": text });
const surveyorFile = (text: string): Sources => ({ "src/interpreters/surveyor/a.ts": text });
const contractFile = (text: string): Sources => ({ "src/contract/a.ts": text });
const refusal = (message: string): Sources =>
  anyFile(`throw new BenchError("bad-data", ${message});`);
const importing = (path: string, specifier: string): Sources => ({
  [path]: `import { a } from "${specifier}";`,
});

describe("each rule reports what breaks it", () => {
  it.each<[string, Rule, Sources]>([
    ["an arrow upwards", foreignArrows, importing("src/core/a.ts", "../suite/index.ts")],
    ["a re-export", foreignArrows, { "src/core/a.ts": `export * from "../suite/index.ts";` }],
    ["import()", foreignArrows, { "src/core/a.ts": `await import("../suite/index.ts");` }],
    ["a type", foreignArrows, { "src/core/a.ts": `import type { A } from "../suite/index.ts";` }],
    ["an unknown folder", foreignArrows, { "src/stray/a.ts": "" }],
    ["a file in no folder", foreignArrows, { "src/a.ts": "" }],
    ["an import out of src", foreignArrows, importing("src/app/a.ts", "../../test/a.ts")],
    ...["suite", "harness", "backends", "official", "categories", "categories/numeric"].map(
      (folder) => interpreterOpening(folder),
    ),
    ["a scorer with a model", foreignArrows, importing("src/scoring/a.ts", "../models/index.ts")],
    ["a side entrance", wrongDoors, importing("src/suite/a.ts", "../core/hash.ts")],
    ["one's own door", wrongDoors, importing("src/suite/a.ts", "./index.ts")],
    ["one's own door from below", wrongDoors, importing("src/suite/a/b.ts", "../index.ts")],
    ["a door inside", wrongDoors, { "src/models/numeric/index.ts": "" }],
    [
      "a sealed door from outside",
      wrongDoors,
      importing("src/suite/a.ts", "../categories/numeric/sealed.ts"),
    ],
    [
      "a chain to what is sealed",
      reachSealed,
      {
        ...importing("src/interpreters/a.ts", "../categories/numeric/index.ts"),
        ...importing("src/categories/numeric/index.ts", "./scorers/a.ts"),
      },
    ],
    ["a package", foreignPackages, importing("src/scoring/a.ts", "zod")],
    ["a package of like name", foreignPackages, importing("src/store/a.ts", "zodiac")],
    ["Node in portable folders", foreignPackages, importing("src/core/a.ts", "node:fs")],
    ["Node without its prefix", foreignPackages, importing("src/store/a.ts", "fs")],
    [
      "a circle",
      cycles,
      { ...importing("src/core/a.ts", "./b.ts"), ...importing("src/core/b.ts", "./a.ts") },
    ],
    ["a file that imports itself", cycles, importing("src/core/a.ts", "./a.ts")],
    ["chance", inexact, anyFile("const x = Math.random();")],
    ["chance by a key", inexact, anyFile(`const x = Math["random"]();`)],
    ["chance taken apart", inexact, anyFile("const { random } = Math;")],
    ["inexact arithmetic", inexact, anyFile("const y = Math.sin(1);")],
    ["inexact arithmetic in a folder inside", inexact, surveyorFile("const y = Math.log2(3);")],
    ["inexact arithmetic handed on", inexact, anyFile("const ys = xs.map(Math.exp);")],
    ["a power", inexact, anyFile("const y = 2 ** 3;")],
    ["a power in place", inexact, surveyorFile("let y = 2; y **= 3;")],
    ["the order of a language", inexact, anyFile("names.sort((a, b) => a.localeCompare(b));")],
    ["a collator", inexact, anyFile("names.sort(new Intl.Collator().compare);")],
    ["numbers of wherever it runs", inexact, anyFile("const text = n.toLocaleString();")],
    ["the clock", unportable, portableFile("const now = new Date();")],
    ["a timer", unportable, portableFile("setTimeout(() => 1, 2);")],
    ["the network", unportable, portableFile("const page = await fetch(url);")],
    ["the process", unportable, portableFile("const { env } = process;")],
    ["the process in short", unportable, portableFile("const all = { process };")],
    ["a constant in contract", runtimeInContract, contractFile("export const a = 1;")],
    ["a door of values", runtimeInContract, contractFile(`export * from "./b.ts";`)],
    ["an import of values", runtimeInContract, contractFile(`import { type A } from "./b.ts";`)],
    ["printing", printing, anyFile("console.log(1);")],
    ["an exit", printing, anyFile("process.exit(1);")],
    ["any", bannedSyntax, anyFile("let a: any;")],
    ["an enum", bannedSyntax, anyFile("enum A { B }")],
    ["a namespace", bannedSyntax, anyFile("namespace A {}")],
    ["a decorator", bannedSyntax, anyFile("@a class B {}")],
    ["a default export", bannedSyntax, anyFile("export default 1;")],
    ["a default function", bannedSyntax, anyFile("export default function a() {}")],
    ["a default by name", bannedSyntax, anyFile("export { a as default };")],
    ["a silenced compiler", bannedSyntax, anyFile("// @ts-ignore\nlet a = 1;")],
    ["a silent constant", undocumented, anyFile("export const a = 1;")],
    ["a silent function", undocumented, anyFile("// a\nexport function a() {}")],
    ["a silent class", undocumented, anyFile("export class A {}")],
    ["a silent interface", undocumented, anyFile("export interface A {}")],
    ["a silent type", undocumented, anyFile("export type A = 1;")],
    ["a silent export list", undocumented, anyFile("const a = 1;\nexport { a };")],
    ["a refusal without advice", wrongRefusals, refusal('"Expected 1; got 2"')],
    ["advice in a second sentence", wrongRefusals, refusal('"Expected 1; got 2. Give 1"')],
    ["a refusal that tells not what came", wrongRefusals, refusal('"Expected 1; it is not; go"')],
    ["a refusal of two lines", wrongRefusals, refusal('"Expected 1; got 2;\\ngive 1"')],
    ["a refusal by half", wrongRefusals, refusal('a ? "Expected 1; got 2; give 1" : "No"')],
    ["a refusal from elsewhere", wrongRefusals, refusal("message")],
    ["a refusal out of a part", wrongRefusals, refusal("`Expected ${what}`")],
  ])("%s", (_, rule, texts) => expect(rule(parseSources(texts))).toHaveLength(1));
});

function interpreterOpening(folder: string): [string, Rule, Sources] {
  const path = "src/interpreters/baselines/a.ts";
  return [
    `an interpreter with ${folder}`,
    foreignArrows,
    importing(path, `../../${folder}/index.ts`),
  ];
}

describe("no rule reports", () => {
  it.each<[string, Rule, Sources]>([
    [
      "a scientist that knows the vocabulary",
      foreignArrows,
      importing("src/interpreters/scientist/a.ts", "../../categories/numeric/index.ts"),
    ],
    ["a neighbour", wrongDoors, importing("src/functions/numeric/a.ts", "../b.ts")],
    ["a path inside a package", foreignPackages, importing("src/core/a.ts", "pure-rand/x")],
    ["a scope", foreignPackages, importing("src/core/a.ts", "@stdlib/math-base-special-sin")],
    ["two ways to one file", cycles, diamond()],
    ["exact arithmetic", inexact, anyFile("const x = Math.sqrt(2);")],
    ["English numbers", inexact, anyFile(`const text = n.toLocaleString("en");`)],
    ["names in comments", unportable, portableFile("// Date.now(), process.env")],
    ["Math in comments", inexact, anyFile("// Math.random()")],
    ["Math in texts", inexact, anyFile(`const text = "Math.random()";`)],
    ["names of members", unportable, portableFile("type A = { process: 1 }; a.fetch(); b.Date;")],
    ["a switch with a default", bannedSyntax, anyFile("switch (a) { default: b(); }")],
    ["a whole refusal", wrongRefusals, refusal("`Expected ${a}; got ${b}; ` + `give ${a}`")],
    [
      "a refusal that is passed on",
      wrongRefusals,
      anyFile("throw new BenchError(error.code, `${error.message}, in ${place}`);"),
    ],
    ["a documented export", undocumented, anyFile("/** One. */\nexport const a = 1;")],
    ["a re-export", undocumented, anyFile(`export { a } from "../core/index.ts";`)],
  ])("%s", (_, rule, texts) => expect(rule(parseSources(texts))).toEqual([]));
});

function diamond(): Sources {
  return {
    "src/core/a.ts": `import "./b.ts"; import "./c.ts";`,
    "src/core/b.ts": `import "./d.ts";`,
    "src/core/c.ts": `import "./d.ts";`,
    "src/core/d.ts": "",
  };
}
