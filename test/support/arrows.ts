const ground = ["core", "contract"];
const publicDoors = ["categories/numeric", "categories/strings"];
const parts =
  "categories scoring backends exec suite training official harness evaluation sandbox models interpreters syntax judges store queue runs summaries report";

/**
 * Folder of src → folders that it may import; a longer name that fits goes before a shorter.
 * `categories/*` is any category that has no row of its own.
 */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ["core"],
  scoring: ground,
  syntax: ground,
  "package-data": ["core"],
  vectors: ["core", "package-data"],
  "categories/common": [...ground, "scoring", "syntax"],
  "categories/*": [...ground, "scoring", "syntax", "package-data", "vectors", "categories/common"],
  categories: [...ground, "categories/*"],
  backends: [...ground, "models"],
  suite: [...ground, "categories"],
  training: [...ground, "categories/numeric"],
  official: [...ground, "categories"],
  harness: [...ground, "categories"],
  evaluation: [...ground, "categories", "scoring"],
  sandbox: ground,
  exec: ground,
  models: ground,
  interpreters: [...ground, "syntax"],
  "interpreters/scientist": [...ground, "package-data", "vectors", ...publicDoors],
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
  exec: ["zod"],
  report: ["cli-table3"],
  app: ["zod"],
  cli: ["commander"],
};

/** Folders that run on any engine: no module of Node, no clock, process or network. */
export const portable: readonly string[] = ["core", "contract", "categories", "scoring", "vectors"];

/** Folders inside of those that are not: they read the files of the released benchmark. */
export const notPortable: readonly RegExp[] = [
  /^src\/categories\/common\/(read-released-json|distinct-ids)\.ts$/,
  /^src\/categories\/[^/]+\/released\//,
  // Data that are shipped with the package, read once.
  /^src\/categories\/[^/]+\/shipped\//,
  /^src\/vectors\/shipped-vectors\.ts$/,
];

/** What no interpreter may reach by any chain of imports: the side that knows problems. */
export const sealed: readonly RegExp[] = [
  /^src\/(suite|harness|evaluation|official|backends)\//,
  /^src\/categories\/(all|registry|index)\.ts$/,
  /^src\/categories\/[^/]+\/(sealed\.ts|(drawing|lexicon|opening|released|scorers|shipped|tests)\/)/,
];
