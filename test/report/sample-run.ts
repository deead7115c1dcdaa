import type { Outcome, RunManifest, Score, Scores } from "../../src/contract/index.ts";
import { chanceFrom } from "../../src/core/index.ts";

const KINDS = ["plain", "plain", "plain", "corrupted", "noised"];

/** How the interpreters of the sample do: share passed, by kind. */
const SKILLS: { readonly [interpreter: string]: { readonly [kind: string]: number } } = {
  constant: { plain: 0.17, corrupted: 0.22, noised: 0.08 },
  line: { plain: 0.4, corrupted: 0.3, noised: 0.4 },
  polynomial: { plain: 0.6, corrupted: 0.5, noised: 0.55 },
  lookup: { plain: 0.91, corrupted: 0.74, noised: 0.62 },
  oracle: { plain: 1, corrupted: 0.81, noised: 0.66 },
  chance: { plain: 0.02, corrupted: 0.03, noised: 0.01 },
};

export interface SampleParts {
  readonly problems?: number;
  readonly epochs?: number;
  readonly suites?: readonly string[];
  readonly interpreters?: readonly string[];
  readonly budget?: number;
}

const CONFIGURATION = "0123456789abcdef";
const REFERENCES = ["oracle", "chance"];

/** A run that might have been, decided by its parts alone. */
export function sampleManifest({
  problems = 425,
  epochs = 1,
  suites = ["paper"],
  interpreters = Object.keys(SKILLS),
  budget = 256,
}: SampleParts = {}): RunManifest {
  return {
    format: "findbench-run",
    version: 1,
    id: `run-${budget}`,
    findbench: "0.1.0",
    createdAt: "2026-01-01T00:00:00.000Z",
    seed: "1",
    suites: suites.map((name) => ({
      name,
      path: `suites/${name}`,
      hash: hashOf(name),
      problems: null,
      count: problems,
      total: problems,
    })),
    interpreters: interpreters.map((id) => ({
      id,
      configuration: {},
      hash: CONFIGURATION,
      role: roleOf(id),
    })),
    budget,
    rounds: null,
    epochs,
    metrics: ["published", "sound"],
    items: suites.length * problems * epochs * interpreters.length,
  };
}

/** One outcome per item of the manifest, in an order of its own. */
export function sampleOutcomes(manifest: RunManifest): Outcome[] {
  return manifest.suites.flatMap((suite) =>
    Array.from({ length: suite.count }, (_, index) => index).flatMap((index) =>
      manifest.interpreters.flatMap(({ id }) =>
        Array.from({ length: manifest.epochs }, (_, epoch) =>
          sampleOutcome({ suite: suite.name, index, interpreter: id, epoch: epoch + 1 }, manifest),
        ),
      ),
    ),
  );
}

interface SampleItem {
  readonly suite: string;
  readonly index: number;
  readonly interpreter: string;
  readonly epoch: number;
}

function sampleOutcome(item: SampleItem, manifest: RunManifest): Outcome {
  const { suite, index, interpreter, epoch } = item;
  const chance = chanceFrom("sample").fork(suite, index);
  // One draw per problem makes the interpreters agree on which problems are hard.
  const ease = 0.7 * chance.uniform() + 0.3 * chance.fork(interpreter, epoch).uniform();
  const kind = KINDS[index % KINDS.length] ?? "plain";
  const passed = ease < (SKILLS[interpreter]?.[kind] ?? 0.5);
  const composed = index % 7 === 0 ? "composed" : "simple";
  const broken = interpreter === "polynomial" && index % 60 === 5;
  return outcomeOf({
    suite,
    problem: `p${index}`,
    interpreter,
    epoch,
    tags: [composed, kind].toSorted(),
    scores: broken ? unscoredScores("code-threw") : scoresOf(passed ? 0.09 * ease : 0.1 + 3 * ease),
    queries: REFERENCES.includes(interpreter) ? 0 : (manifest.budget ?? 0) - (index % 3),
  });
}

export interface OutcomeParts {
  readonly suite?: string;
  readonly problem: string;
  readonly interpreter?: string;
  readonly epoch?: number;
  readonly tags?: readonly string[];
  readonly scores?: Scores;
  readonly queries?: number;
}

/** An outcome of which only the parts that matter are said. */
export function outcomeOf(parts: OutcomeParts): Outcome {
  const { suite = "paper", interpreter = "lookup", epoch = 1, scores = scoresOf(0) } = parts;
  return {
    version: 1,
    item: {
      suite: hashOf(suite),
      problem: parts.problem,
      interpreter,
      configuration: CONFIGURATION,
      epoch,
    },
    attempt: 1,
    category: "numeric",
    role: roleOf(interpreter),
    tags: parts.tags ?? ["plain", "simple"],
    status: "scored",
    failure: null,
    scores,
    scorers: ["numeric-published/1"],
    usage: { queries: parts.queries ?? 64, rounds: 1 },
    confidence: null,
    abstained: false,
    milliseconds: 1,
    at: "2026-01-01T00:00:00.000Z",
  };
}

/** The outcome of an item that ended in a fault. */
export function failedOutcome(parts: OutcomeParts): Outcome {
  const failure = { code: "interpreter-threw", message: "it gave up" };
  return { ...outcomeOf(parts), status: "failed", failure, scores: {} };
}

/** The published figures of a given error. */
export function scoresOf(nmse: number): Scores {
  return {
    nmse: { kind: "scored", value: nmse },
    "nmse<0.1": { kind: "scored", value: nmse < 0.1 ? 1 : 0 },
  };
}

/** The published figures of an item that could not be scored. */
export function unscoredScores(reason: "code-threw" | "no-sandbox"): Scores {
  const score: Score = {
    kind: "unscored",
    reason,
    detail: "test point 1 of 256: division by zero",
  };
  return { nmse: score, "nmse<0.1": score };
}

function roleOf(interpreter: string): "contestant" | "reference" {
  return REFERENCES.includes(interpreter) ? "reference" : "contestant";
}

function hashOf(name: string): string {
  return [...name]
    .map((c) => c.codePointAt(0)?.toString(16) ?? "")
    .join("")
    .padEnd(64, "0");
}
