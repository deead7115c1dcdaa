import type { Interpretation, Language, Region, Score, Scores } from "../../../contract/index.ts";
import { BenchError } from "../../../core/index.ts";
import { withoutOutputs } from "../../../scoring/index.ts";
import type { Guess } from "../../../contract/index.ts";
import { scored, unscored } from "../../../scoring/index.ts";
import type { Unscored } from "../../../scoring/index.ts";
import { columnOf, spreadOfTruth } from "../../../scoring/index.ts";
import type { IndexRange, ValueColumn } from "../../../scoring/index.ts";
import { agreement } from "./agreement.ts";
import { centredError, skill } from "./centred-error.ts";
import { codeLength } from "../../../scoring/index.ts";
import { corruptionScores } from "./corruption-scores.ts";
import type { HiddenInputs } from "./hidden-inputs.ts";
import type { Stretch } from "./intervals.ts";
import { knowsLaw } from "./knows-law.ts";
import { noiseScores } from "./noise-scores.ts";
import type { Forecast, TrueNoise } from "./noise-scores.ts";
import { partedStretches } from "./parted-stretches.ts";
import { processFigures } from "./process-figures.ts";
import type { Questioning } from "./process-figures.ts";
import { sameForm } from "./same-form.ts";

/** Everything that the sound metrics of one item are made from, evaluated by the caller. */
export interface SoundParts {
  readonly domain: Stretch;
  readonly hidden: HiddenInputs;
  readonly truth: SoundTruth;
  readonly answer: SoundAnswer;
}

/** What is true of the problem. */
export interface SoundTruth {
  /** What the function is at the hidden inputs, without noise: replacements in regions, a network where one answers. */
  readonly values: ValueColumn;
  /** `null` for a user's own program: `values` are then its answers, noise and all. */
  readonly law: KnownLaw | null;
  /** The `error` that lookup has after as many queries. */
  readonly lookupError: Score;
}

/** What is known of a function beside its values. */
export interface KnownLaw {
  /** The values without regions. */
  readonly clean: ValueColumn;
  readonly regions: readonly Region[];
  readonly noise: TrueNoise | null;
  /** For a network: the law that it was trained on, at the hidden inputs. */
  readonly network: { readonly learned: boolean; readonly law: ValueColumn } | null;
  /**
   * Length of what code should be, in each language, counted by the same means as the answer's: the
   * noise-free function with its regions; for a network the training law.
   */
  readonly length: { readonly [language in Language]: number };
}

/** What came from the interpreter. */
export interface SoundAnswer {
  readonly interpretation: Interpretation;
  /** Its code's outputs at the hidden inputs. */
  readonly guess: Guess;
  /** The length of its code as Python itself counts it; absent where `codeLength` is to count. */
  readonly length?: Score;
  /** The law's form fitted to those outputs, as `FormEvidence` has it. */
  readonly fitted: ValueColumn | null;
  /** For a noised function; empty to leave the forecast unmeasured. */
  readonly forecasts: readonly Forecast[];
  /** The inputs that were answered, round by round; `null` to leave the questioning unmeasured. */
  readonly rounds: Questioning["rounds"] | null;
}

/**
 * Every sound metric that applies to an item, by the names of `soundNumericMetrics`. One that applies
 * but cannot be given is unscored; one that does not apply, such as `corruption.stated.false` of a
 * corrupted function, is absent.
 */
export function soundScores(parts: SoundParts): Scores {
  requireSameLength(parts);
  const { domain, truth, answer } = parts;
  const { guess, rounds } = answer;
  const regions = truth.law?.regions ?? [];
  const code = guess.kind === "ran" ? columnOf(guess.outputs) : withoutOutputs(guess);
  return {
    ...codeScores(parts, code),
    ...(truth.law === null ? WITHOUT_LAW : oddityScores(parts, truth.law, code)),
    ...(rounds === null ? {} : processFigures({ domain, regions, rounds })),
  };
}

/** What cannot be said of regions and noise where the law is not known. */
const WITHOUT_LAW: Scores = {
  "corruption.stated.false": unscored("no-law"),
  "corruption.code.false": unscored("no-law"),
  "noise.kind": unscored("no-law"),
};

/** Whether regions and noise were seen. */
function oddityScores(parts: SoundParts, law: KnownLaw, code: CodeColumn): Scores {
  const { domain, answer } = parts;
  const { regions } = law;
  const { interpretation } = answer;
  const isSilent = "kind" in code;
  const stated = interpretation.abstained ? unscored("abstained") : interpretation.regions;
  const found = isSilent ? code : parted(parts, law, code);
  const forecasts = isSilent ? code : answer.forecasts;
  return {
    ...corruptionScores("stated", { domain, regions, found: stated }),
    ...corruptionScores("code", { domain, regions, found }),
    ...noiseScores({ truth: law.noise, stated: interpretation.noise, forecasts }),
  };
}

/** What the code gave at the hidden inputs, or why it gave nothing. */
type CodeColumn = ValueColumn | Unscored;

/** What the code alone decides. */
function codeScores(parts: SoundParts, column: CodeColumn): Scores {
  const { hidden, truth, answer } = parts;
  const error = centredError(truth.values, answer.guess, hidden.domain);
  const { code } = answer.interpretation;
  const length = code === null ? withoutCode(answer) : (answer.length ?? codeLength(code));
  return {
    ...agreementScores(parts, column),
    error,
    skill: skill(error, truth.lookupError),
    length,
    ...judgements(parts, column, length),
  };
}

function agreementScores({ hidden, truth }: SoundParts, code: CodeColumn): Scores {
  const scale = spreadOfTruth(truth.values, hidden.domain);
  const ranges: readonly (readonly [string, IndexRange])[] = [
    ["agreement", hidden.domain],
    ["agreement.regions", hidden.regions],
    ["agreement.breakpoints", hidden.breakpoints],
    ["extrapolation", hidden.outside],
    ...((truth.law?.network ?? null) === null ? [] : [["fidelity", hidden.domain] as const]),
  ];
  return Object.fromEntries(
    ranges.flatMap(([metric, range]) => {
      const share = "kind" in code ? code : agreement(truth.values, code, scale, range);
      if (share === null || range.end === range.start) return [];
      return [[metric, typeof share === "number" ? scored(share) : share]];
    }),
  );
}

/** Whether the code has the law's form and is the law; no network that did not learn it has one. */
function judgements(
  { hidden, truth, answer }: SoundParts,
  code: CodeColumn,
  length: Score,
): Scores {
  if (truth.law === null) return { form: unscored("no-law"), law: unscored("no-law") };
  const { network, regions, length: lengths } = truth.law;
  const metric = network === null ? "law" : "network.law";
  if (network?.learned === false) {
    const score = unscored("law-not-learned");
    return { form: score, [metric]: score };
  }
  if ("kind" in code) return { form: code, [metric]: code };
  const { fitted, interpretation } = answer;
  const lawLength = lengths[interpretation.code?.language ?? "javascript"];
  const [clean, law] = [network?.law ?? truth.law.clean, network?.law ?? truth.values];
  return {
    form: sameForm({ hidden, regions, truth: clean, code, fitted }),
    [metric]: knowsLaw({ hidden, law, code, length, lawLength }),
  };
}

function parted(
  { domain, hidden }: SoundParts,
  { clean }: KnownLaw,
  code: ValueColumn,
): readonly Region[] {
  return partedStretches(clean, code, hidden.cells, domain);
}

function withoutCode({ guess, interpretation }: SoundAnswer): Unscored {
  return unscored(interpretation.abstained || guess.kind === "abstained" ? "abstained" : "no-code");
}

function requireSameLength({ hidden, truth, answer }: SoundParts): void {
  const columns = [truth.values, truth.law?.clean, truth.law?.network?.law, answer.fitted];
  const lengths = columns.flatMap((column) => (column ? [column.re.length] : []));
  const outputs = answer.guess.kind === "ran" ? [answer.guess.outputs.length] : [];
  const odd = [...lengths, ...outputs].find((length) => length !== hidden.inputs.length);
  if (odd === undefined) return;
  throw new BenchError(
    "internal",
    `Expected a value per hidden input, ${hidden.inputs.length}; got ${odd}; report this`,
  );
}
