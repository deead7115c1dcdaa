import { intervalsIn } from "./intervals.ts";
import type { Interval } from "./intervals.ts";

/** Words that set apart what follows them from what holds elsewhere. */
const EXCEPT =
  /\b(?:except(?:ions?|ing)?|excluding|apart from|aside from|other than|save for|unless)\b/giu;

/** Words that say that something behaves otherwise, before or behind the place where it does. */
const DIFFER =
  /\b(?:different(?:ly)?(?! behaviou?rs)|differs|differing(?! behaviou?rs)|deviat\w+|anomal\w+|irregular\w*|unexpected\w*|unusual\w*|abnormal\w*|corrupt\w*|disrupted|inconsistent\w*|breaks down|(?:does not|doesn't) (?:hold|apply|follow)|outliers?|(?:is|are) (?:an? )?exceptions?)\b/giu;

/** What takes a statement back, or makes it a guess. */
const UNSAID =
  /\b(?:no|not|never|without|neither|nor|nothing|none|any|isn't|don't|didn't|may|might|could|possibly|perhaps|whether|if there|unclear|unsure)\b/iu;

/** What begins the other side of a comparison. */
const CONTRAST =
  /\b(?:than|compared|versus|vs|unlike|whereas|while|as opposed to|otherwise|elsewhere|depend\w*|based on|but)\b/giu;

/** What may stand between the words in front and a stretch that only its place shows to be one. */
const LEAD_IN =
  /(?:^|[,:(]|\b(?:and|or|also|then|behaviou?r|from) ?) ?(?:(?:for|in|on|within|inside|over|when|where|at|around|near) )?(?:the )?(?:(?:small |narrow |short |sub)?(?:interval|range|region|section|segment|domain|area)s? )?(?:of )?(?:is |in |:)?$/iu;

/** Words that make what stands behind them a stretch of inputs. */
const NAMES_INPUTS =
  /\b(?:interval|region|domain|section|segment)s? (?:of )?(?:x )?(?:is |in |from |:)?$/iu;

/** The words that lead from «except» to the stretch that it sets apart. */
const EXCEPT_FOR =
  /^(?: ?(?:for|when|where|if|in|on|at|around|near|inside|within|over|between|from|to|the|an?|some|this|these|two|three|following|small|narrow|short|intervals?|ranges?|regions?|domains?|sections?|segments?|areas?|parts?|of|all|is|are|its|and|or|[:,-]))* ?$/iu;

/** Words without a clause of their own, which would part a cue from what stands behind it. */
const NO_CLAUSE = /^[^,;]*(?:, ?(?:(?:and|or|also|for|in|on|when|where|between|from|at) ?)*)?$/u;

/** The words that lead from a stretch to what is said of it. */
const PREDICATE =
  /^[,:)]?(?: ?\b(?:an?|the|its|there|is|are|it|f\(x\)|f|y|functions?|outputs?|results?|behaviou?rs?|rule|formula|law|pattern|with|has|have|shows?|behaves?|acts?|seems?|appears?|to|be|looks?|which|that|where|does|some|very|slightly|completely|quite|clearly|significantly|having|showing|behaving)(?![\w(]))* ?$/iu;

/** How far apart, in characters, a cue and its stretch may stand. */
const REACH = 60;

/** The stretches of a sentence in which something is said to be otherwise, and its others. */
export interface Exceptions {
  readonly exceptions: readonly Interval[];
  readonly others: readonly Interval[];
}

/** Reads a sentence for exceptions: a cue such as «except», and the stretches that belong to it. */
export function exceptionsIn(sentence: string): Exceptions {
  const intervals = intervalsIn(sentence);
  const found = new Set<Interval>();
  if (intervals.length > 0) {
    for (const { word, cue } of cuesIn(sentence, intervals)) {
      const behind = following({ word, cue }, sentence, intervals);
      const isSide = word === "differ" && behind.length === 0;
      for (const one of isSide ? preceding(cue, sentence, intervals) : behind) found.add(one);
    }
  }
  return {
    exceptions: intervals.filter((one) => found.has(one)),
    others: intervals.filter((one) => !found.has(one)),
  };
}

interface Cue {
  readonly word: "except" | "differ";
  readonly cue: RegExpExecArray;
}

/** The cues of a sentence that the clause up to them does not take back. */
function cuesIn(sentence: string, intervals: readonly Interval[]): readonly Cue[] {
  // The comma of `[3, 7]` parts no clauses.
  const clauses = intervals.reduce(
    (text, { start, end }) => `${text.slice(0, start)}${"_".repeat(end - start)}${text.slice(end)}`,
    sentence,
  );
  const cues: Cue[] = [
    ...[...sentence.matchAll(EXCEPT)].map((cue): Cue => ({ word: "except", cue })),
    ...[...sentence.matchAll(DIFFER)].map((cue): Cue => ({ word: "differ", cue })),
  ];
  return cues.filter(({ cue }) => {
    const start = Math.max(...[",", ";", ":"].map((mark) => clauses.lastIndexOf(mark, cue.index)));
    return !UNSAID.test(clauses.slice(start + 1, cue.index));
  });
}

/** The stretches behind a cue, up to the other side of a comparison. */
function following(
  { word, cue }: Cue,
  sentence: string,
  intervals: readonly Interval[],
): readonly Interval[] {
  const start = cue.index + cue[0].length;
  const isWithin = (index: number): boolean =>
    intervals.some((one) => one.start <= index && index < one.end);
  const contrast = [...sentence.matchAll(CONTRAST)].find(
    ({ index }) => index >= start && !isWithin(index),
  );
  const chosen: Interval[] = [];
  for (const one of intervals) {
    if (one.start < start || one.end > (contrast?.index ?? sentence.length)) continue;
    const gap = sentence.slice(chosen.at(-1)?.end ?? start, one.start);
    const isNear = gap.length <= REACH && (word === "except" ? EXCEPT_FOR : NO_CLAUSE).test(gap);
    if (!isNear || !(isOfInputs(one, sentence) || LEAD_IN.test(gap))) break;
    chosen.push(one);
  }
  return chosen;
}

/** The stretches of which a cue is what the sentence goes on to say. */
function preceding(
  cue: RegExpExecArray,
  sentence: string,
  intervals: readonly Interval[],
): readonly Interval[] {
  const chosen: Interval[] = [];
  for (const one of intervals.toReversed()) {
    if (one.end > cue.index) continue;
    const gap = sentence.slice(one.end, chosen.at(-1)?.start ?? cue.index);
    if (!(chosen.length === 0 ? PREDICATE.test(gap) : isJoint(gap))) break;
    chosen.push(one);
  }
  const first = chosen.at(-1);
  if (first === undefined) return [];
  const leads = isOfInputs(first, sentence) || LEAD_IN.test(sentence.slice(0, first.start));
  return leads ? chosen : [];
}

function isOfInputs({ ofInputs, start }: Interval, sentence: string): boolean {
  return ofInputs || NAMES_INPUTS.test(sentence.slice(0, start));
}

/** Whether two stretches are items of one list. */
function isJoint(gap: string): boolean {
  return /^ ?,? ?(?:(?:and|or|also) )?(?:(?:for|in|on|between|from|when) )?$/iu.test(gap);
}
