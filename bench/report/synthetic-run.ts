import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson, chanceFrom, pow, sha256Hex } from "../../src/core/index.ts";
import type { Chance } from "../../src/core/index.ts";

/** How many problems a synthetic run has, and how many rows. */
export interface SyntheticSize {
  readonly problems: number;
  /** Methods; the oracle comes on top. */
  readonly methods: number;
}

/** A suite's folder and a run's beside it. */
export interface SyntheticPlace {
  readonly suite: string;
  readonly run: string;
}

/** Writes a suite's header and tags, and a finished run on it with all metrics, decided by the size. */
export function writeSyntheticRun(folder: string, size: SyntheticSize): SyntheticPlace {
  const place = { suite: join(folder, "suite"), run: join(folder, "run") };
  mkdirSync(place.suite, { recursive: true });
  mkdirSync(place.run);
  const hash = writeSuite(place.suite, size.problems);
  const rows = ["oracle", ...Array.from({ length: size.methods }, (_, i) => `method-${i + 1}`)];
  writeFileSync(join(place.run, "run.json"), JSON.stringify(manifestOf(hash, rows, size)));
  writeFileSync(join(place.run, "events.jsonl"), "");
  writeOutcomes(join(place.run, "outcomes.jsonl"), hash, rows, size.problems);
  return place;
}

interface Problem {
  readonly id: string;
  readonly category: "numeric" | "strings";
  readonly tags: readonly string[];
}

const KINDS = ["plain", "plain", "plain", "corrupted", "noised", "approximated"] as const;
const ROOT = chanceFrom("synthetic-run");

function problemAt(index: number): Problem {
  const id = sha256Hex(`problem ${index}`).slice(0, 12);
  if (index % 4 === 3) {
    const kind = ["plain", "excepted", "plain", "random"][(index >> 2) % 4] ?? "plain";
    const tags = [kind, index % 3 === 0 ? "composed" : "single"];
    return { id, category: "strings", tags: tags.toSorted() };
  }
  const kind = KINDS[index % KINDS.length] ?? "plain";
  const learned =
    kind === "approximated" ? [index % 5 === 0 ? "law-not-learned" : "law-learned"] : [];
  const trivial = kind === "plain" && index % 7 === 0 ? ["trivial:line"] : [];
  const tags = [kind, index % 6 === 1 ? "composed" : "simple", ...learned, ...trivial];
  return { id, category: "numeric", tags: tags.toSorted() };
}

function writeSuite(folder: string, count: number): string {
  const open = "";
  writeFileSync(join(folder, "problems.jsonl"), open);
  const path = join(folder, "truths.jsonl");
  const digest = createHash("sha256");
  let bytes = 0;
  inBatches(path, count, (index) => {
    const { id, tags } = problemAt(index);
    const line = `${JSON.stringify({ id, tags })}\n`;
    digest.update(line);
    bytes += line.length;
    return line;
  });
  const header = {
    format: "findbench-suite",
    version: 1,
    name: "synthetic",
    recipe: null,
    seed: { kind: "open", value: "synthetic" },
    counts: { problems: count, categories: { numeric: count }, rejected: {}, degenerate: {} },
    canary: "synthetic",
    files: {
      "problems.jsonl": { bytes: 0, sha256: sha256Hex(open) },
      "truths.jsonl": { bytes, sha256: digest.digest("hex") },
    },
  };
  const hash = sha256Hex(canonicalJson(header));
  const text = JSON.stringify({ ...header, findbench: "0.1.0", hash });
  writeFileSync(join(folder, "suite.json"), text);
  return hash;
}

const CONFIGURATION = "0123456789abcdef";

function manifestOf(hash: string, rows: readonly string[], { problems }: SyntheticSize): object {
  const suite = { name: "synthetic", path: "../suite", hash, problems: null };
  return {
    format: "findbench-run",
    version: 1,
    id: "synthetic",
    findbench: "0.1.0",
    createdAt: "2026-12-01T00:00:00.000Z",
    seed: "0",
    suites: [{ ...suite, count: problems, total: problems }],
    interpreters: rows.map((id) => ({
      id,
      configuration: {},
      hash: CONFIGURATION,
      role: id === "oracle" ? "reference" : "contestant",
    })),
    budget: 256,
    rounds: null,
    epochs: 1,
    metrics: ["published", "sound"],
    items: problems * rows.length,
  };
}

function writeOutcomes(path: string, suite: string, rows: readonly string[], count: number): void {
  inBatches(path, count, (index) => {
    const problem = problemAt(index);
    const lines = rows.map((interpreter, at) => {
      const item = {
        suite,
        problem: problem.id,
        interpreter,
        configuration: CONFIGURATION,
        epoch: 1,
      };
      return JSON.stringify(outcomeOf(problem, item, index, rows.length - at));
    });
    // A few items are scored twice, and the later line counts.
    const again = index % 997 === 0 ? lines.slice(-1) : [];
    return `${[...lines, ...again].join("\n")}\n`;
  });
}

interface Drawn {
  readonly chance: Chance;
  /** From 0 to 1. */
  readonly skill: number;
  readonly isOracle: boolean;
}

type Score = { kind: "scored"; value: number } | { kind: "unscored"; reason: string };

function outcomeOf(
  problem: Problem,
  item: object & { interpreter: string },
  index: number,
  rank: number,
): object {
  const chance = ROOT.fork(index, item.interpreter);
  const isOracle = item.interpreter === "oracle";
  const drawn = { chance, isOracle, skill: isOracle ? 1 : pow(chance.uniform(), 1 / rank) };
  const failed = !isOracle && index % 401 === 7;
  const reason =
    !isOracle && index % 97 === 5
      ? "code-threw"
      : index % 53 === 9 && !isOracle
        ? "abstained"
        : null;
  const given =
    problem.category === "numeric"
      ? numericScores(problem, drawn, index)
      : stringScores(problem, drawn);
  const scores = Object.fromEntries(
    Object.entries(failed ? {} : given).map(([metric, score]) => [
      metric,
      reason === null || (score.kind === "unscored" && score.reason !== "not-stated")
        ? { ...score, scorer: scorerOf(problem.category, metric) }
        : { kind: "unscored", reason, scorer: scorerOf(problem.category, metric) },
    ]),
  );
  return {
    version: 1,
    item,
    attempt: 1,
    category: problem.category,
    role: isOracle ? "reference" : "contestant",
    status: failed ? "failed" : "scored",
    failure: failed ? { code: "interpreter-threw", message: "it gave up" } : null,
    scores,
    scorers: failed ? [] : [`${problem.category}-published/2`, `${problem.category}-sound/2`],
    usage: { queries: isOracle ? 0 : 200 + (index % 57), rounds: isOracle ? 0 : 1 + (index % 9) },
    confidence: isOracle || index % 3 === 0 ? null : Math.round(100 * chance.uniform()) / 100,
    abstained: reason === "abstained",
    milliseconds: index % 1000,
    at: "2026-12-01T00:00:00.000Z",
  };
}

function scorerOf(category: string, metric: string): string {
  const isPublished = ["nmse", "nmse<0.1", "pairs"].includes(metric);
  return `${category}-${isPublished ? "published" : "sound"}/2`;
}

function numericScores(
  { tags }: Problem,
  { chance, skill, isOracle }: Drawn,
  index: number,
): Record<string, Score> {
  const scored = (value: number): Score => ({ kind: "scored", value });
  const without = (reason: string): Score => ({ kind: "unscored", reason });
  const share = (of: number): Score =>
    scored(isOracle ? 1 : Math.round(of * skill * chance.uniform()) / of);
  const bit = (): Score => scored(isOracle || chance.uniform() < skill * 0.8 ? 1 : 0);
  const nmse = isOracle ? chance.uniform() * 1e-6 : pow(10, 4 * chance.uniform() - 5 * skill);
  const is = (tag: string): boolean => tags.includes(tag);
  const isFlat = index % 31 === 4;
  const published: Record<string, Score> =
    index % 211 === 3
      ? { nmse: without("zero-energy"), "nmse<0.1": without("zero-energy") }
      : { nmse: scored(nmse), "nmse<0.1": scored(nmse < 0.1 ? 1 : 0) };
  const corrupted: Record<string, Score> = is("corrupted")
    ? {
        "corruption.stated.iou": share(1000),
        "corruption.stated.detected": bit(),
        "corruption.code.iou": scored(isOracle ? 1 : skill * chance.uniform()),
        "corruption.code.detected": bit(),
      }
    : {
        "corruption.stated.false": scored(isOracle ? 0 : Number(chance.uniform() < 0.1)),
        "corruption.code.false": bit(),
      };
  return {
    ...published,
    agreement: share(1000),
    ...(is("corrupted") ? { "agreement.regions": share(200) } : {}),
    "agreement.breakpoints": share(100),
    extrapolation: share(200),
    ...(is("approximated") ? { fidelity: share(1000) } : {}),
    error: isFlat ? without("constant-truth") : scored(nmse * 1.3),
    skill: isFlat
      ? without("constant-truth")
      : scored(isOracle ? 20 : 30 * skill - 20 * chance.uniform()),
    length: scored(10 + Math.floor(60 * chance.uniform())),
    form: is("law-not-learned") ? without("law-not-learned") : bit(),
    ...(is("approximated")
      ? { "network.law": is("law-not-learned") ? without("law-not-learned") : bit() }
      : { law: bit() }),
    ...corrupted,
    "noise.kind": isOracle || chance.uniform() < 0.5 ? scored(1) : without("not-stated"),
    ...(is("noised")
      ? { "noise.scale": bit(), "noise.crps": scored(0.56 + chance.uniform() / skill) }
      : {}),
    "process.coverage": share(64),
    "process.repeated": scored(Math.round(64 * 0.2 * chance.uniform()) / 64),
    ...(is("corrupted") ? { "process.inside": share(64) } : {}),
  };
}

function stringScores(
  { tags }: Problem,
  { chance, skill, isOracle }: Drawn,
): Record<string, Score> {
  const scored = (value: number): Score => ({ kind: "scored", value });
  const share = (of: number): Score =>
    scored(isOracle ? 1 : Math.round(of * skill * chance.uniform()) / of);
  const isExcepted = tags.includes("excepted");
  return {
    pairs: share(10),
    exact: scored(isOracle || chance.uniform() < skill * 0.7 ? 1 : 0),
    accuracy: share(250),
    ...(isExcepted ? { "accuracy.rule": share(250), "accuracy.exceptions": share(60) } : {}),
    length: scored(10 + Math.floor(90 * chance.uniform())),
    ...(isExcepted
      ? {}
      : { "exception.false": scored(isOracle ? 0 : Number(chance.uniform() < 0.1)) }),
    ...(tags.includes("random") ? { "accuracy.draws": scored(skill * chance.uniform()) } : {}),
  };
}

const BATCH = 500;

/** Writes one text per index, several at a time. */
function inBatches(path: string, count: number, textOf: (index: number) => string): void {
  const file = openSync(path, "w");
  try {
    for (let start = 0; start < count; start += BATCH) {
      const texts = Array.from({ length: Math.min(BATCH, count - start) }, (_, i) =>
        textOf(start + i),
      );
      writeSync(file, texts.join(""));
    }
  } finally {
    closeSync(file);
  }
}
