const ground = ["core", "contract"];
const publicDoors = ["categories/numeric", "categories/strings"];
const shared = [...ground, "scoring", "syntax", "categories/common"];
const parts =
  "categories scoring backends suite training official harness evaluation sandbox models interpreters syntax judges store queue runs summaries report";

/** Folder of src → folders that it may import; a longer name that fits goes before a shorter. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ["core"],
  scoring: ground,
  syntax: ground,
  "categories/common": [...ground, "scoring", "syntax"],
  "categories/numeric": shared,
  "categories/strings": shared,
  categories: [...ground, "categories/common", ...publicDoors],
  backends: [...ground, "models"],
  suite: [...ground, "categories"],
  training: [...ground, "categories/numeric"],
  official: [...ground, "categories"],
  harness: [...ground, "categories"],
  evaluation: [...ground, "categories", "scoring"],
  sandbox: ground,
  models: ground,
  interpreters: [...ground, "syntax"],
  "interpreters/scientist": [...ground, ...publicDoors],
  judges: [...ground, "categories", "scoring"],
  store: ground,
  queue: ground,
  runs: [...ground, "categories", "suite", "harness", "evaluation"],
  summaries: [...ground, "categories", "evaluation", "scoring"],
  report: [...ground, "categories", "evaluation", "scoring", "summaries"],
  app: [...ground, ...parts.split(" ")],
  cli: [...ground, "app"],
  server: [...ground, "app"],
  web: ["contract"],
};

/** Folder of src → packages that it may import; a folder without a row may import none. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  core: ["@noble/hashes", "@stdlib/*", "pure-rand"],
  categories: ["zod"],
  scoring: ["@lezer/common", "@lezer/javascript", "@lezer/python"],
  suite: ["zod"],
  syntax: ["zod"],
  interpreters: ["@lezer/common", "@lezer/javascript", "@lezer/python", "zod"],
  sandbox: ["@jitl/quickjs-wasmfile-release-sync", "quickjs-emscripten-core"],
  store: ["zod"],
  report: ["cli-table3"],
  app: ["zod"],
  cli: ["commander"],
};

/** Folders that run on any engine: no module of Node, no clock, process or network. */
export const portable: readonly string[] = ["core", "contract", "categories", "scoring"];

/** Folders inside of those that are not: they read the files of the released benchmark. */
export const notPortable: readonly string[] = [
  "categories/common/read-released-json.ts",
  "categories/common/distinct-ids.ts",
  "categories/numeric/released",
  "categories/strings/released",
];

/** What no interpreter may reach by any chain of imports: the side that knows problems. */
export const sealed: readonly string[] = [
  "suite",
  "harness",
  "evaluation",
  "official",
  "backends",
  "categories/all.ts",
  "categories/registry.ts",
  "categories/numeric/sealed.ts",
  "categories/numeric/drawing",
  "categories/numeric/opening",
  "categories/numeric/released",
  "categories/numeric/scorers",
  "categories/numeric/tests",
  "categories/strings/sealed.ts",
  "categories/strings/drawing",
  "categories/strings/opening",
  "categories/strings/released",
  "categories/strings/scorers",
  "categories/strings/tests",
];
