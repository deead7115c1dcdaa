import * as fc from "fast-check";
import type {
  Interpretation,
  Item,
  Json,
  Note,
  ModelCall,
  Outcome,
  QueryBatch,
  RunEvent,
  RunManifest,
  RunSummary,
  Score,
  Scores,
} from "../../src/contract/index.ts";

/** Texts with everything that has ever broken a line of JSON. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({
    unit: fc.constantFrom("\n", "\r", "\0", "\u2028", "\ud800", "\udc00", "é", "𝄞", '"', "\\", "a"),
  }),
);

/** Finite numbers; −0 has no JSON of its own. */
const anyNumber: fc.Arbitrary<number> = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((x) => x + 0);

/** A count, from 0. */
export const anyCount = fc.nat();
/** Which of many, from 1. */
export const anyOrdinal = fc.integer({ min: 1, max: 1_000_000 });
/** A moment as ISO 8601. */
export const anyTime = fc
  .date({
    noInvalidDate: true,
    min: new Date("0001-01-01T00:00:00Z"),
    max: new Date("9999-12-31T00:00:00Z"),
  })
  .map((date) => date.toISOString());
/** A SHA-256. */
export const anyHash = fc.string({
  unit: fc.constantFrom(..."0123456789abcdef"),
  minLength: 64,
  maxLength: 64,
});
const anyShortHash = anyHash.map((hash) => hash.slice(0, 16));
const anyProbability = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0);
const anyConfidence = fc.option(anyProbability);
const anyLimit = fc.option(anyCount);

/** Any JSON value that JSON gives back as it was. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    anyNumber,
    anyText,
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(anyText, tie("json"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).json;

/** Any JSON object. */
export const anyJsonObject = fc.dictionary(anyText, anyJson, { maxKeys: 3, noNullPrototype: true });

/** Any piece of work. */
export const anyItem: fc.Arbitrary<Item> = fc.record({
  suite: anyHash,
  problem: anyText,
  interpreter: anyText,
  configuration: anyShortHash,
  epoch: anyOrdinal,
});

const anyScore: fc.Arbitrary<Score> = fc.oneof(
  fc.record(
    { kind: fc.constant("scored" as const), value: anyNumber, scorer: anyText },
    { requiredKeys: ["kind", "value"] },
  ),
  fc.record(
    {
      kind: fc.constant("unscored" as const),
      reason: fc.constantFrom("no-code" as const, "code-threw" as const, "zero-energy" as const),
      detail: anyText,
      scorer: anyText,
    },
    { requiredKeys: ["kind", "reason"] },
  ),
);

const anyScores: fc.Arbitrary<Scores> = fc.dictionary(
  fc.constantFrom("nmse", "nmse<0.1", "law", "agreement"),
  anyScore,
  { noNullPrototype: true },
);

const anyUsage = fc.record({ queries: anyCount, rounds: anyCount });

const anyBatch: fc.Arbitrary<QueryBatch> = fc.record({
  inputs: fc.array(fc.oneof(anyNumber, anyText, fc.array(anyNumber))),
  outputs: fc.array(
    fc.oneof(anyNumber, anyText, fc.constant(null), fc.record({ re: anyNumber, im: anyNumber })),
  ),
  missing: fc.array(
    fc.record({
      kind: fc.constantFrom("undefined" as const, "refused" as const, "budget-exhausted" as const),
      reason: anyText,
      indices: fc.array(anyCount),
    }),
  ),
});

const anyNote: fc.Arbitrary<Note> = fc.record(
  { topic: anyText, text: anyText, data: anyJson },
  { requiredKeys: ["topic", "text"] },
);

const anyInterpretation: fc.Arbitrary<Interpretation> = fc.record({
  description: anyText,
  code: fc.option(
    fc.record({
      language: fc.constantFrom("javascript" as const, "python" as const),
      source: anyText,
      entry: anyText,
    }),
  ),
  regions: fc.array(fc.record({ from: fc.option(anyNumber), to: fc.option(anyNumber) })),
  noise: fc.option(
    fc.record({
      distribution: fc.constantFrom("none" as const, "normal" as const, "other" as const),
      scale: fc.option(anyNumber),
    }),
  ),
  exceptions: fc.array(anyText),
  concepts: fc.array(anyText),
  confidence: anyConfidence,
  abstained: fc.boolean(),
  raw: fc.option(anyText),
});

const anySummary: fc.Arbitrary<RunSummary> = fc.record(
  {
    kind: fc.constantFrom("ran" as const, "not-loaded" as const, "no-sandbox" as const),
    message: anyText,
    values: anyCount,
    undefined: anyCount,
    invalid: anyCount,
    threw: anyCount,
  },
  { requiredKeys: ["kind", "values", "undefined", "invalid", "threw"] },
);

const anyFailure = fc.record({ code: anyText, message: anyText });

const base = {
  version: fc.constant(1 as const),
  id: fc.string({ minLength: 1 }),
  at: anyTime,
};
const itemBase = { ...base, item: anyItem, attempt: anyOrdinal };

const anyAmount = fc.option(fc.double({ min: 0, max: 1000, noNaN: true }).map((x) => x + 0));
const anyTokenCount = fc.option(anyCount);

const anyCall: fc.Arbitrary<ModelCall> = fc.record({
  ordinal: anyOrdinal,
  servedModel: fc.option(anyText),
  finish: fc.constantFrom("stop" as const, "length" as const, "refused" as const),
  usage: fc.record({
    input: anyTokenCount,
    cached: anyTokenCount,
    output: anyTokenCount,
    reasoning: anyTokenCount,
  }),
  cost: fc.record({
    list: anyAmount,
    paid: anyAmount,
    source: fc.constantFrom("provider" as const, "table" as const, null),
  }),
  replayed: fc.boolean(),
});

/** Events of each kind; a kind that is missing here does not compile. */
export const anyEventOf: {
  readonly [K in RunEvent["kind"]]: fc.Arbitrary<Extract<RunEvent, { kind: K }>>;
} = {
  "run-started": fc.record({ ...base, kind: fc.constant("run-started" as const) }),
  "run-resumed": fc.record({
    ...base,
    kind: fc.constant("run-resumed" as const),
    finished: anyCount,
    repairedBytes: anyCount,
  }),
  "model-called": fc.record({
    ...itemBase,
    kind: fc.constant("model-called" as const),
    call: anyCall,
  }),
  "run-finished": fc.record({
    ...base,
    kind: fc.constant("run-finished" as const),
    scored: anyCount,
    failed: anyCount,
  }),
  "problem-started": fc.record({ ...itemBase, kind: fc.constant("problem-started" as const) }),
  "queries-answered": fc.record({
    ...itemBase,
    kind: fc.constant("queries-answered" as const),
    round: anyOrdinal,
    batch: anyBatch,
  }),
  "note-taken": fc.record({ ...itemBase, kind: fc.constant("note-taken" as const), note: anyNote }),
  "interpretation-given": fc.record({
    ...itemBase,
    kind: fc.constant("interpretation-given" as const),
    interpretation: anyInterpretation,
    usage: anyUsage,
  }),
  "code-ran": fc.record({
    ...itemBase,
    kind: fc.constant("code-ran" as const),
    purpose: anyText,
    outcome: anySummary,
  }),
  scored: fc.record({
    ...itemBase,
    kind: fc.constant("scored" as const),
    scorer: anyText,
    scores: anyScores,
  }),
  "problem-failed": fc.record({
    ...itemBase,
    kind: fc.constant("problem-failed" as const),
    failure: anyFailure,
  }),
};

/** Events of any kind. */
export const anyEvent: fc.Arbitrary<RunEvent> = fc.oneof(...Object.values(anyEventOf));

/** Outcomes of any kind. */
export const anyOutcome: fc.Arbitrary<Outcome> = fc.record({
  version: fc.constant(1 as const),
  item: anyItem,
  attempt: anyOrdinal,
  category: fc.constant("numeric" as const),
  role: fc.constantFrom("contestant" as const, "reference" as const),
  tags: fc.array(anyText),
  status: fc.constantFrom("scored" as const, "failed" as const),
  failure: fc.option(anyFailure),
  scores: anyScores,
  scorers: fc.array(anyText),
  usage: anyUsage,
  confidence: anyConfidence,
  abstained: fc.boolean(),
  milliseconds: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  at: anyTime,
});

/** Manifests of any run. */
export const anyManifest: fc.Arbitrary<RunManifest> = fc.record({
  format: fc.constant("findbench-run" as const),
  version: fc.constant(1 as const),
  id: fc.string({ minLength: 1 }),
  findbench: anyText,
  createdAt: anyTime,
  seed: anyText,
  suites: fc.uniqueArray(
    fc.record({
      name: anyText,
      path: anyText,
      hash: anyHash,
      problems: fc.option(fc.array(anyText)),
      count: anyCount,
      total: anyCount,
    }),
    { selector: ({ hash }) => hash },
  ),
  interpreters: fc.uniqueArray(
    fc.record({
      id: anyText,
      configuration: anyJsonObject,
      hash: anyShortHash,
      role: fc.constantFrom("contestant" as const, "reference" as const),
    }),
    { selector: ({ id }) => id },
  ),
  budget: anyLimit,
  rounds: anyLimit,
  epochs: anyOrdinal,
  metrics: fc.uniqueArray(fc.constantFrom("published" as const, "sound" as const), {
    minLength: 1,
  }),
  items: anyCount,
});
