import type { Chance } from "../core/index.ts";
import type { InterpreterBriefing } from "./category.ts";
import type { Interpretation } from "./interpretation.ts";
import type { Model } from "./model.ts";
import type { Probe } from "./probe.ts";
import type { Language } from "./problem.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Json } from "./value.ts";

/** The time, handed in; milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** Something worth telling a reader of the run: a hypothesis, an experiment's reason, a doubt. */
export interface Note {
  /** What kind of remark this is, such as `hypothesis` or `refuted`. */
  readonly topic: string;
  readonly text: string;
  /** Figures behind the remark. */
  readonly data?: Json;
}

/** All that an interpreter is given. */
export interface Assignment {
  readonly probe: Probe;
  readonly briefing: InterpreterBriefing;
  /** The only source of randomness; decided by the run's seed, never by the problem's. */
  readonly chance: Chance;
  /** For reports of duration only: deadlines count work, so that answers can be repeated. */
  readonly clock: Clock;
  log(note: Note): void;
  /** The language model that the run was given; its calls are recorded. */
  readonly model?: Model;
  readonly sandbox?: Pick<Sandbox, "languages" | "run">;
}

/** A method under test: it questions a black box and says what it is. */
export interface Interpreter {
  /** The name on the leaderboard; the same id with the same configuration is the same method. */
  readonly id: string;
  /** Whatever changes its behaviour, as data; hashed into the run. */
  readonly configuration: { readonly [key: string]: Json };
  /**
   * The name that its chance is drawn by, where its own says more: rows that differ only in their
   * language model are shown the same examples.
   */
  readonly drawnAs?: string;
  /** Same seed and same answers give the same interpretation. */
  interpret(assignment: Assignment, signal: AbortSignal): Promise<Interpretation>;
}

/** What a problem is called, for finding an answer that was recorded elsewhere. */
export interface ProblemName {
  /** Id in the suite. */
  readonly id: string;
  /** Released name, such as `f00042`; `null` where it is none of the released functions. */
  readonly officialId: string | null;
}

/** A method that was run elsewhere: one interpreter per problem, each with its one answer. */
export interface RecordedMethod extends Pick<Interpreter, "id" | "configuration"> {
  /** Whether an answer to this problem was recorded. */
  hasAnswer(problem: ProblemName): boolean;
  /**
   * The language of the code of the answer to a problem with this briefing, as far as it can be told
   * without running anything; `null` without code.
   */
  languageFor(
    problem: ProblemName,
    briefing: Pick<InterpreterBriefing, "form">,
  ): Promise<Language | null>;
  /** An interpreter that asks nothing and hands in what was recorded, or abstains. */
  interpreterFor(problem: ProblemName): Interpreter;
}

/** Whoever contends in a run: an interpreter at work, or a method that was run elsewhere. */
export type Contestant = Interpreter | RecordedMethod;
