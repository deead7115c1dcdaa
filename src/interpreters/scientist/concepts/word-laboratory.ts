import { quantile } from "../../../core/index.ts";
import type { Assignment, Json } from "../../../contract/index.ts";
import type { NoteTopic } from "../laboratory.ts";
import { queryBudget } from "../query-budget.ts";
import type { QueryBudget } from "../query-budget.ts";
import { conditionsOf } from "./conditions.ts";
import { exceptDensities, gradeDensities } from "./grades.ts";
import { keyOf } from "./word-key.ts";

/** One answered word. */
export interface WordReading {
  readonly text: string;
  /** The mean of its answers, where it was asked several times. */
  readonly activation: number;
  /** How likely that is for each grade. */
  readonly byGrade: readonly number[];
  /** How likely it is for one concept without another, by the grades of both. */
  readonly byPair: readonly number[];
  /** Which of `CONDITIONS` the word meets. */
  readonly meets: readonly boolean[];
}

/** A unit under investigation, and everything that was learned from it so far. */
export interface WordLaboratory extends QueryBudget {
  /** Each word once, in the order in which they were first asked for. */
  readonly readings: readonly WordReading[];
  /** Standard deviation of what activations carry beside their grade. */
  readonly noise: number;
  /** Whether an answer to a word differed from an earlier one. */
  readonly isRandom: boolean;
  wasAsked(text: string): boolean;
  /** The activation of a word that was asked. */
  activationOf(text: string): number | null;
  /** Asks words that were not asked yet in one round, as far as the budget goes. */
  ask(texts: readonly string[]): Promise<readonly WordReading[]>;
  /** Asks words once more. */
  askAgain(texts: readonly string[]): Promise<void>;
  /** Writes a remark into the notebook. */
  note(topic: NoteTopic, text: string, data?: Json): void;
}

/** The queries that are used where a run sets no limit, or a higher one. */
const ENOUGH = 512;
/** What is taken for noise where nothing shows any: activations of a grade differ a little. */
const LEAST_NOISE = 0.01;

/** Opens the notebook of one unit. */
export function openWordLaboratory(
  { probe, log }: Pick<Assignment, "probe" | "log">,
  signal: AbortSignal,
): WordLaboratory {
  const answers = new Map<string, Answered>();
  let readings: WordReading[] = [];
  let noise = LEAST_NOISE;
  let count = 0;
  const { left, atOnce } = queryBudget(probe, ENOUGH, () => count);
  const put = async (texts: readonly string[]): Promise<void> => {
    if (texts.length === 0) return;
    const given = await probe.ask(texts, signal);
    given.forEach((answer, i) => {
      const text = texts[i] ?? "";
      if (answer.kind !== "value" || typeof answer.value !== "number") return;
      count += 1;
      const key = keyOf(text);
      const entry = answers.get(key) ?? { text, values: [], meets: conditionsOf(text) };
      answers.set(key, entry);
      entry.values.push(answer.value);
    });
    const before = noise;
    noise = noiseIn([...answers.values()].map(({ values }) => meanOf(values)));
    readings = [...answers.values()].map((each, i) => {
      const known = noise === before ? readings[i] : undefined;
      return known?.activation === meanOf(each.values) ? known : readingOf(each, noise);
    });
  };
  return {
    get readings() {
      return readings;
    },
    get noise() {
      return noise;
    },
    get isRandom() {
      return [...answers.values()].some(({ values }) => new Set(values).size > 1);
    },
    left,
    atOnce,
    wasAsked: (text) => answers.has(keyOf(text)),
    activationOf: (text) => {
      const entry = answers.get(keyOf(text));
      return entry === undefined ? null : meanOf(entry.values);
    },
    ask: async (texts) => {
      const before = answers.size;
      const fresh = [...new Map(texts.map((text) => [keyOf(text), text])).entries()]
        .filter(([key]) => key !== "" && !answers.has(key))
        .map(([, text]) => text);
      await put(fresh.slice(0, left()));
      return readings.slice(before);
    },
    askAgain: (texts) => put(texts.slice(0, left())),
    note: (topic, text, data) => log(data === undefined ? { topic, text } : { topic, text, data }),
  };
}

/** A word with all its answers. */
interface Answered {
  readonly text: string;
  readonly values: number[];
  readonly meets: readonly boolean[];
}

function readingOf({ text, values, meets }: Answered, noise: number): WordReading {
  const activation = meanOf(values);
  const own = Math.max(LEAST_NOISE, noise / Math.sqrt(values.length));
  return {
    text,
    activation,
    byGrade: gradeDensities(activation, own),
    byPair: exceptDensities(activation, own),
    meets,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** Answers from which noise can be told. */
const TELLING = 8;

/**
 * The spread of answers about nothing: most words are, and near 0. Where there is none, hardly any of
 * them is exactly 0; where there is some, about a half of them is cut off there.
 */
function noiseIn(activations: readonly number[]): number {
  const low = activations.filter((each) => each < 0.5);
  const zeros = low.filter((each) => each === 0).length;
  if (low.length < TELLING || zeros < 0.2 * low.length) return LEAST_NOISE;
  return Math.max(LEAST_NOISE, (quantile(low, 0.75) - 0.01) / 0.67);
}
