const ground = ["core", "contract"];
const parts =
  "functions scoring backends suite training official harness sandbox models interpreters syntax judges store queue runs report";

/** Folder of src → folders that it may import; a longer name that fits goes before a shorter. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ["core"],
  functions: ground,
  scoring: ground,
  backends: [...ground, "models"],
  suite: [...ground, "functions"],
  training: [...ground, "functions"],
  official: [...ground, "functions", "suite", "training"],
  harness: [...ground, "functions"],
  sandbox: ground,
  models: ground,
  syntax: ground,
  interpreters: [...ground, "syntax"],
  "interpreters/scientist": [...ground, "functions"],
  judges: [...ground, "functions", "scoring"],
  store: ground,
  queue: ground,
  runs: [...ground, "functions", "suite", "harness", "scoring", "syntax"],
  report: [...ground, "scoring"],
  app: [...ground, ...parts.split(" ")],
  cli: [...ground, "app"],
  server: [...ground, "app"],
  web: ["contract"],
};

/** Folder of src → packages that it may import; a folder without a row may import none. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  core: ["@noble/hashes", "@stdlib/*", "pure-rand"],
  functions: ["zod"],
  scoring: ["@lezer/common", "@lezer/javascript", "@lezer/python"],
  suite: ["zod"],
  syntax: ["zod"],
  official: ["zod"],
  interpreters: ["@lezer/common", "@lezer/javascript", "@lezer/python", "zod"],
  sandbox: ["@jitl/quickjs-wasmfile-release-sync", "quickjs-emscripten-core"],
  store: ["zod"],
  report: ["cli-table3"],
  app: ["zod"],
  cli: ["commander"],
};

/** Folders that run on any engine: no module of Node, no clock, process or network. */
export const portable: readonly string[] = ["core", "contract", "functions", "scoring"];
