import { BenchError } from "../core/index.ts";
import type {
  Item,
  Language,
  MetricFamily,
  Outcome,
  Queue,
  RunEvent,
  Spec,
} from "../contract/index.ts";
import { isFunctionFault } from "../categories/index.ts";
import { evaluateAnswer, evaluateKnown, scoresBeside, testSetOf } from "../evaluation/index.ts";
import type { Scored, TestSet, TestSetParts } from "../evaluation/index.ts";
import type { Suite } from "../suite/index.ts";
import { FailureTally } from "./failure-tally.ts";
import type { FailureCount } from "./failure-tally.ts";
import { heldLog } from "./held-log.ts";
import { itemLog } from "./item-log.ts";
import { recordedAnswers, tryLabel } from "./recorded-answers.ts";
import type { RecordedAnswer, RecordedAnswers } from "./recorded-answers.ts";
import { referenceSpec } from "./reference-spec.ts";
import type { Workshop } from "./interpreted.ts";
import { resolveProblem, selectedKeys } from "./selected-problems.ts";
import { itemLabel } from "./plan.ts";

/** The parts that answers are scored again with. */
export interface ScoreAgainParts extends Omit<Workshop, "timeLimit"> {
  /** One per suite of the manifest, in its order. */
  readonly suites: readonly Suite[];
  readonly queue: Queue;
  /** What to score by; figures of other families stay as they are. */
  readonly metrics: readonly MetricFamily[];
  /** Told before the work how many recorded answers have code, by its language. */
  readonly onLanguages?: (answers: ReadonlyMap<Language, number>) => Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What scoring again came to. */
export interface ScoredAgain {
  /** Items with new scores. */
  readonly scored: number;
  /** Why items kept what they had, all of it or a scorer's, since it could not be measured here again. */
  readonly kept: readonly FailureCount[];
  /** Items whose answer is not on record, left as they were. */
  readonly withoutAnswer: readonly Item[];
}

interface Work {
  /** Or why there is none here and now. */
  readonly testSet: TestSet | BenchError;
  readonly outcome: Outcome;
  /** The truth that a reference answers with, or what is on record of a contestant. */
  readonly answer:
    | { readonly kind: "known"; readonly spec: Spec }
    | { readonly kind: "recorded"; readonly recorded: RecordedAnswer | null };
}

/**
 * Scores every recorded answer of a run again, without asking the black box or the interpreter
 * anything, and records the new outcomes. Throws `hash-mismatch` at another suite.
 */
export async function scoreAgain(
  parts: ScoreAgainParts,
  signal: AbortSignal,
): Promise<ScoredAgain> {
  const outcomes = await lastScored(parts);
  const { sequences, languages } = await tracesOf(parts);
  await parts.onLanguages?.(languages);
  const all = [...outcomes.values()].flat();
  const wanted = all.map(({ item, attempt }) => tryLabel(item, attempt));
  const answers = recordedAnswers(parts.store.events(), new Set(wanted));
  const withoutAnswer: Item[] = [];
  const kept = new FailureTally();
  let [scored, done] = [0, 0];
  const work = async (item: Work, inner: AbortSignal): Promise<void> => {
    const result = await scoreOne(parts, item, sequences, inner);
    if (result.isScored) scored += 1;
    if (result.hindrance === "no-answer") withoutAnswer.push(item.outcome.item);
    else if (result.hindrance !== null) kept.add(result.hindrance);
    done += 1;
    parts.onProgress?.(done, all.length);
  };
  try {
    await parts.queue.drain(workOf(parts, outcomes, answers, signal), work, signal);
  } finally {
    await answers.close();
  }
  return { scored, kept: kept.counts(), withoutAnswer };
}

async function* workOf(
  { manifest, suites, metrics, sandbox, backends }: ScoreAgainParts,
  outcomes: ReadonlyMap<string, readonly Outcome[]>,
  answers: RecordedAnswers,
  signal: AbortSignal,
): AsyncIterable<Work> {
  const parts = { metrics, sandbox, ...(backends === undefined ? {} : { backends }) };
  for await (const key of selectedKeys(manifest.suites, suites)) {
    const { suite } = key;
    const own = outcomes.get(`${suite}/${key.problem}`);
    if (own === undefined) continue;
    const neighbours = await resolveProblem(suites, key);
    const { problem } = neighbours;
    const testSets = new Map<number, TestSet | BenchError>();
    for (const outcome of own) {
      const { item, role, attempt } = outcome;
      const testSet =
        testSets.get(item.epoch) ??
        (await testSetOrFault({ problem, epoch: item.epoch, ...parts }, signal));
      testSets.set(item.epoch, testSet);
      const answer =
        role === "reference"
          ? { kind: "known" as const, spec: await referenceSpec(item.interpreter, neighbours) }
          : { kind: "recorded" as const, recorded: await answers.take(item, attempt) };
      yield { testSet, outcome, answer };
    }
  }
}

async function testSetOrFault(
  parts: TestSetParts,
  signal: AbortSignal,
): Promise<TestSet | BenchError> {
  try {
    return await testSetOf(parts, signal);
  } catch (error) {
    if (isPassingFault(error)) return error;
    throw error;
  }
}

/** Whether a fault is that this machine cannot measure here and now: what was measured before stands. */
function isPassingFault(error: unknown): error is BenchError {
  return isFunctionFault(error) || (error instanceof BenchError && error.code === "machine-fault");
}

/** What became of an item, and why it kept scores that it had. */
interface Result {
  readonly isScored: boolean;
  readonly hindrance: { readonly code: string; readonly message: string } | "no-answer" | null;
}

async function scoreOne(
  { manifest, store, clock, sandbox }: ScoreAgainParts,
  { testSet, outcome, answer }: Work,
  sequences: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<Result> {
  if (testSet instanceof BenchError) return { isScored: false, hindrance: testSet };
  const { item, attempt, usage, category } = outcome;
  const from = (sequences.get(tryLabel(item, attempt)) ?? 0) + 1;
  const log = heldLog(itemLog(store, clock, item, attempt, from));
  const context = { sandbox, log, signal };
  let fresh: Scored;
  try {
    if (answer.kind === "known")
      fresh = await evaluateKnown(testSet, answer.spec, manifest.budget ?? 0, context);
    else if (answer.recorded === null) return { isScored: false, hindrance: "no-answer" };
    else
      fresh = await evaluateAnswer(
        testSet,
        { ...answer.recorded, queries: usage.queries },
        context,
      );
  } catch (error) {
    if (isPassingFault(error)) return { isScored: false, hindrance: error };
    throw error;
  }
  const { kept, ...scored } = scoresBeside(outcome, { category, ...fresh });
  const [reason] = kept.values();
  const hindrance =
    reason === undefined ? null : { code: reason.reason, message: reason.detail ?? "" };
  if (kept.size === fresh.scorers.length) return { isScored: false, hindrance };
  log.release((event) => event.kind !== "scored" || !kept.has(event.scorer));
  await log.flush();
  await store.record({ ...withoutTags(outcome), ...scored });
  return { isScored: true, hindrance };
}

/** Older records have tags, which tell of the sealed truth. */
function withoutTags(outcome: Outcome): Outcome {
  const own: { -readonly [field in keyof Outcome]: Outcome[field] } = { ...outcome };
  delete own.tags;
  return own;
}

/** The finished items that have an answer, by suite and problem. */
async function lastScored({ store }: ScoreAgainParts): Promise<Map<string, Outcome[]>> {
  const last = new Map<string, Outcome>();
  for await (const outcome of store.outcomes()) last.set(itemLabel(outcome.item), outcome);
  const byProblem = new Map<string, Outcome[]>();
  for (const outcome of last.values()) {
    if (outcome.status !== "scored") continue;
    const key = `${outcome.item.suite}/${outcome.item.problem}`;
    const group = byProblem.get(key);
    if (group === undefined) byProblem.set(key, [outcome]);
    else group.push(outcome);
  }
  return byProblem;
}

interface Traces {
  /** How many events each try at an item has: new ones are numbered from there. */
  readonly sequences: ReadonlyMap<string, number>;
  /** Answers on record whose code is in a language. */
  readonly languages: ReadonlyMap<Language, number>;
}

async function tracesOf({ store }: ScoreAgainParts): Promise<Traces> {
  const sequences = new Map<string, number>();
  const languages = new Map<Language, number>();
  for await (const event of store.events()) {
    if (!("item" in event)) continue;
    const sequence = Number(event.id.slice(event.id.lastIndexOf("/") + 1));
    sequences.set(tryLabel(event.item, event.attempt), sequence);
    const language = languageOf(event);
    if (language !== null) languages.set(language, (languages.get(language) ?? 0) + 1);
  }
  return { sequences, languages };
}

function languageOf(event: RunEvent): Language | null {
  return event.kind === "interpretation-given"
    ? (event.interpretation.code?.language ?? null)
    : null;
}
