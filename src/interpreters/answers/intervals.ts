import type { Region } from "../../contract/index.ts";

/** A stretch of inputs as a sentence names it. */
export interface Interval extends Region {
  /** Offsets of the words in the sentence. */
  readonly start: number;
  readonly end: number;
  /** Whether the words say that it is of inputs, as `x > 3` and `negative inputs` do. */
  readonly ofInputs: boolean;
}

const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?(?![\w%]|\.\d)`;
const BOUND = String.raw`(?:${NUMBER}|[-+]?(?:∞|infinity\b|inf\b))`;
const INPUT = String.raw`(?:(?:the )?(?:input|argument)s?(?: values?)?|(?:values? of )?\bx(?: values?)?)`;
const IS = String.raw`(?:\s+(?:that |which )?(?:is|are))?`;
const MORE = String.raw`(?:(?:greater|larger|bigger|higher|more) than(?: or equal to)?|above|over|beyond|exceeding|at least)`;
const LESS = String.raw`(?:(?:less|smaller|lower|fewer) than(?: or equal to)?|below|under|at most)`;
const NUMBERS = "(?:numbers|values|integers)";
const BOTH_SIGNS =
  "(?:positive (?:and|or|vs\\\\.?|versus) negative|negative (?:and|or|vs\\\\.?|versus) positive)";
const NOT_IN_WORD = String.raw`(?<![\w(|.])`;

interface Pattern {
  readonly expression: RegExp;
  readonly ofInputs: boolean;
  read(numbers: readonly (number | null)[]): Region | null;
}

const pattern = (source: string, ofInputs: boolean, read: Pattern["read"]): Pattern => ({
  expression: new RegExp(source, "giu"),
  ofInputs,
  read,
});

const between: Pattern["read"] = ([from = null, to = null]) =>
  (from ?? -Infinity) < (to ?? Infinity) ? { from, to } : null;
const downward: Pattern["read"] = ([to = null, from = null]) => between([from, to]);
const above: Pattern["read"] = ([from = null]) => ({ from, to: null });
const below: Pattern["read"] = ([to = null]) => ({ from: null, to });

/** Ways to name a stretch; where two fit, the longer one counts. */
const patterns: readonly Pattern[] = [
  pattern(`(${NUMBER})\\s*(?:<=?|≤)\\s*x\\s*(?:<=?|≤)\\s*(${NUMBER})`, true, between),
  pattern(`(${NUMBER})\\s*(?:>=?|≥)\\s*x\\s*(?:>=?|≥)\\s*(${NUMBER})`, true, downward),
  pattern(
    `${NOT_IN_WORD}x\\s*(?:∈|\\bin\\b|=)\\s*[[(]\\s*(${BOUND})\\s*,\\s*(${BOUND})\\s*[\\])]`,
    true,
    between,
  ),
  pattern(`${NOT_IN_WORD}x\\s*(?:>=?|≥)\\s*(${NUMBER})`, true, above),
  pattern(`${NOT_IN_WORD}x\\s*(?:<=?|≤)\\s*(${NUMBER})`, true, below),
  pattern(`(${NUMBER})\\s*(?:<=?|≤)\\s*x(?![\\w(])`, true, above),
  pattern(`(${NUMBER})\\s*(?:>=?|≥)\\s*x(?![\\w(])`, true, below),
  pattern(`${NOT_IN_WORD}${INPUT}${IS}\\s+${MORE}\\s+(${NUMBER})`, true, above),
  pattern(`${NOT_IN_WORD}${INPUT}${IS}\\s+${LESS}\\s+(${NUMBER})`, true, below),
  pattern(
    `${NOT_IN_WORD}${INPUT}${IS}\\s+(?:between|from)\\s+(${BOUND})\\s+(?:and|to)\\s+(${BOUND})`,
    true,
    between,
  ),
  pattern(`\\b${BOTH_SIGNS} (?:${INPUT}|${NUMBERS})`, true, () => ({ from: null, to: null })),
  pattern(`\\bnegative ${INPUT}`, true, () => ({ from: null, to: 0 })),
  pattern(`\\bpositive ${INPUT}`, true, () => ({ from: 0, to: null })),
  pattern(`\\bnegative ${NUMBERS}`, false, () => ({ from: null, to: 0 })),
  pattern(`\\bpositive ${NUMBERS}`, false, () => ({ from: 0, to: null })),
  pattern(`\\b(?:between|from)\\s+(${BOUND})\\s+(?:and|(?:up )?to)\\s+(${BOUND})`, false, between),
  pattern(`[[(]\\s*(${BOUND})\\s*(?:,|to)\\s*(${BOUND})\\s*[\\])]`, false, between),
  pattern(
    `(?<=\\b(?:range|interval|region|for|in|on|within|over) )(${NUMBER})\\s+to\\s+(${NUMBER})`,
    false,
    between,
  ),
  pattern(`\\b${MORE}\\s+(${NUMBER})`, false, above),
  pattern(`\\b${LESS}\\s+(${NUMBER})`, false, below),
  pattern(
    `(${NUMBER})\\s+(?:and|or)\\s+(?:above|beyond|onwards?|higher|greater|more|up)\\b`,
    false,
    above,
  ),
  pattern(`(${NUMBER})\\s+onwards?\\b`, false, above),
  pattern(`(${NUMBER})\\s+(?:and|or)\\s+(?:below|lower|less|under)\\b`, false, below),
];

/** The stretches that a sentence names, in its order, none within another. */
export function intervalsIn(sentence: string): readonly Interval[] {
  const found = patterns.flatMap(({ expression, ofInputs, read }) =>
    [...sentence.matchAll(expression)].flatMap((match): Interval[] => {
      const region = read(match.slice(1).map(numberOf));
      const start = match.index;
      return region === null ? [] : [{ ...region, start, end: start + match[0].length, ofInputs }];
    }),
  );
  const longestFirst = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Interval[] = [];
  for (const one of longestFirst)
    if (kept.every(({ start, end }) => one.end <= start || end <= one.start)) kept.push(one);
  return kept.toSorted((a, b) => a.start - b.start);
}

/** An infinite bound is `null`, as in a region. */
function numberOf(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
