import type { Interpretation } from "./interpretation.ts";
import type { Note } from "./interpreter.ts";
import type { BackendModel } from "./model-backend.ts";
import type { ModelCall } from "./model-call.ts";
import type { Usage } from "./probe.ts";
import type { Category } from "./problem.ts";
import type { RunOutcome } from "./sandbox.ts";
import type { Scores } from "./score.ts";
import type { MetricFamily } from "./scorer.ts";
import type { Complex, Input, Json } from "./value.ts";

/** One piece of work: an interpreter on a problem, once. */
export interface Item {
  /** Hash of the suite, 64 hexadecimal digits. */
  readonly suite: string;
  readonly problem: string;
  readonly interpreter: string;
  /** `hash` of the interpreter's row: the same name, differently configured, is another method. */
  readonly configuration: string;
  /** Which repeat of the same work, from 1. */
  readonly epoch: number;
}

/** Which suites, interpreters and limits a run is made of; written once, before any work. */
export interface RunManifest {
  readonly format: "findbench-run";
  readonly version: 1;
  /** Decided by what the run is made of, so that equal runs have equal ids. */
  readonly id: string;
  /** Version of the package that wrote it. */
  readonly findbench: string;
  /** Version of Node that it was begun on, such as `20.19.0`; absent where it was not recorded. */
  readonly node?: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly seed: string;
  readonly suites: readonly RunSuite[];
  readonly interpreters: readonly RunInterpreter[];
  /** Queries per problem; `null` means unlimited. */
  readonly budget: number | null;
  /** Rounds per problem; `null` means unlimited. */
  readonly rounds: number | null;
  readonly epochs: number;
  /** What answers are scored by, each family once, in the order of the scorers. */
  readonly metrics: readonly MetricFamily[];
  /** How language models are called; absent in a run without any. */
  readonly models?: RunModels;
  /** Items that the whole run has: (problems × interpreters, with the run's own rows) × epochs. */
  readonly items: number;
}

/** How the language models of a run are called; which they are stands with the interpreters. */
export interface RunModels {
  /** US dollars that the run may cost; `null` means no limit. */
  readonly costLimit: number | null;
  /** Only what was recorded is given back; nothing is sent. */
  readonly offline: boolean;
  /** The price of its only model as whoever began the run knows it; it goes before the published one. */
  readonly price?: GivenPrice;
  /** The same of models by their names, each once. */
  readonly prices?: readonly ModelPrice[];
  /** The models that stand for functions of its suites, and how they are asked; absent for none. */
  readonly backends?: readonly BackendModel[];
}

/** US dollars for a million tokens, as a user gave them. */
export interface GivenPrice {
  readonly input: number;
  readonly output: number;
  /** Input from the provider's cache; `null` where it costs as much as any other. */
  readonly cached: number | null;
}

/** The price of one of several models. */
export interface ModelPrice extends GivenPrice {
  /** `provider/name`. */
  readonly model: string;
}

/** A suite that a run is on, and how much of it. */
export interface RunSuite {
  readonly name: string;
  /** Path from the run's folder to the suite's, so that both can be moved together. */
  readonly path: string;
  readonly hash: string;
  /** Problems of this suite that the run covers, by id; `null` means all of them. */
  readonly problems: readonly string[] | null;
  /** How many problems that are. */
  readonly count: number;
  /** How many problems the whole suite has. */
  readonly total: number;
}

/** A row of the leaderboard that a run works for. */
export interface RunInterpreter {
  readonly id: string;
  readonly configuration: { readonly [key: string]: Json };
  /** The first 16 hexadecimal digits of the SHA-256 of the configuration's canonical JSON. */
  readonly hash: string;
  /** A contestant, or a row that the run adds by itself from the truth. */
  readonly role: "contestant" | "reference";
  /**
   * Path from the run's folder to the recorded answers, so that both can be moved together; absent
   * where the row works by itself. What they say is in the configuration.
   */
  readonly path?: string;
  /** Where a program is started that contends; absent for other rows. */
  readonly program?: ProgramPlace;
}

/** Where a program is started, as paths from the run's folder; what it is stands in the configuration. */
export interface ProgramPlace {
  /** The folder that it is started in. */
  readonly folder: string;
  /** Files and folders that it is shown beside its own. */
  readonly paths: readonly string[];
}

interface EventBase {
  readonly version: 1;
  /** `<item>/<attempt>/<sequence>` for what happens to an item, `run/<sequence>` otherwise. */
  readonly id: string;
  /** ISO 8601; left out of every comparison. */
  readonly at: string;
}

interface ItemEventBase extends EventBase {
  readonly item: Item;
  /** 1 for the first try; an interrupted or retried item is tried again from its beginning. */
  readonly attempt: number;
}

/** One line of a run's append-only record. */
export type RunEvent =
  | (EventBase & { readonly kind: "run-started" })
  | (EventBase & {
      readonly kind: "run-resumed";
      /** Items that were already finished. */
      readonly finished: number;
      /** Bytes of a torn last line that were cut off, over all files. */
      readonly repairedBytes: number;
    })
  | (EventBase & {
      readonly kind: "run-finished";
      readonly scored: number;
      readonly failed: number;
    })
  | (ItemEventBase & { readonly kind: "problem-started" })
  | (ItemEventBase & {
      readonly kind: "queries-answered";
      /** Which batch of this item, from 1; one in which nothing counted as a query is no round. */
      readonly round: number;
      readonly batch: QueryBatch;
    })
  | (ItemEventBase & { readonly kind: "note-taken"; readonly note: Note })
  | (ItemEventBase & { readonly kind: "model-called"; readonly call: ModelCall })
  | (ItemEventBase & {
      readonly kind: "interpretation-given";
      readonly interpretation: Interpretation;
      readonly usage: Usage;
    })
  | (ItemEventBase & {
      readonly kind: "code-ran";
      /** What the code was run for, such as `published`. */
      readonly purpose: string;
      readonly outcome: RunSummary;
    })
  | (ItemEventBase & {
      readonly kind: "scored";
      /** Scorer and its version, such as `numeric-published/1`. */
      readonly scorer: string;
      readonly scores: Scores;
      /** What parsed an answer in Python: such as `Python 3.11.2`, or `grammar` where none was at hand. */
      readonly parser?: string;
    })
  | (ItemEventBase & { readonly kind: "problem-failed"; readonly failure: Failure });

/** One round of questions, column by column; `outputs[i]` answers `inputs[i]`. */
export interface QueryBatch {
  /** As they were asked; a number that is not finite, always refused, as a text such as `NaN`. */
  readonly inputs: readonly Input[];
  /** The value; `null` where there was none, and then `missing` tells why. */
  readonly outputs: readonly (number | string | Complex | null)[];
  /** Why inputs have no value; each reason once, with the indices of its inputs, ascending. */
  readonly missing: readonly {
    readonly kind: "undefined" | "refused" | "budget-exhausted";
    readonly reason: string;
    readonly indices: readonly number[];
  }[];
}

/** What became of code, in counts. */
export interface RunSummary {
  readonly kind: RunOutcome["kind"];
  readonly message?: string;
  /** More than half of what it may spend was spent; absent where it was less. */
  readonly nearLimit?: true;
  readonly values: number;
  readonly undefined: number;
  readonly invalid: number;
  readonly threw: number;
}

/** Why an item has no interpretation. */
export interface Failure {
  /** Code of the fault, `interpreter-threw` or `interpreter-timed-out`. */
  readonly code: string;
  readonly message: string;
}

/** What was asked of a language model; `null` where it is not known of every call. */
export interface ModelUse {
  readonly calls: number;
  /** Tokens of all requests, and those of them that the provider had cached. */
  readonly input: number | null;
  readonly cached: number | null;
  /** Tokens of all replies. */
  readonly output: number | null;
  /** US dollars by the provider's prices. */
  readonly cost: number | null;
  /** US dollars that were paid for them, in whichever session; 0 where another run did. */
  readonly paid: number | null;
  /** The models that the provider says answered, each once. */
  readonly served?: readonly string[];
}

/** The line that a finished item leaves; reports read nothing else. */
export interface Outcome {
  readonly version: 1;
  readonly item: Item;
  readonly attempt: number;
  readonly category: Category;
  readonly role: "contestant" | "reference";
  /**
   * Groups of the problem to report by; only in older records, since they tell of the sealed truth:
   * reports join them from the suite.
   */
  readonly tags?: readonly string[];
  readonly status: "scored" | "failed";
  readonly failure: Failure | null;
  readonly scores: Scores;
  /** The scorers that gave the scores, each once, with their versions, such as `numeric-published/1`. */
  readonly scorers: readonly string[];
  readonly usage: Usage;
  /** What a language model was asked for it; absent where none was. */
  readonly model?: ModelUse;
  readonly confidence: number | null;
  readonly abstained: boolean;
  /** Milliseconds from the interpreter's call to its answer, scoring not counted; 0 for a reference; left out of every comparison. */
  readonly milliseconds: number;
  /** ISO 8601; left out of every comparison. */
  readonly at: string;
}
