import type { Gap } from "./gaps.ts";

/** How questions are put where the function seems straight between kinks, and where it does not. */
export type Manner = "kinks" | "middles";

/** The distance of two points that tell a slope, relative to the gap. */
const PAIR = 1 / 500;
/** Gaps narrower than this, relative to 1 and to x, hold a jump or nothing. */
const NARROWEST = 1e-5;

/** What to ask in the gaps of which most is feared, at most `most` questions; the worst first. */
export function nextQuestions(
  gaps: readonly Gap[],
  manner: Manner,
  least: number,
  most: number,
): readonly number[] {
  const worst = gaps
    .filter((gap) => gap.doubt > least && isWide(gap))
    .toSorted((a, b) => b.doubt - a.doubt || a.from - b.from);
  const questions: number[] = [];
  for (const gap of worst) {
    if (questions.length >= most) break;
    questions.push(...(manner === "kinks" ? kinkQuestions(gap) : [middleOf(gap)]));
  }
  return questions;
}

function isWide({ from, to, kink }: Gap): boolean {
  const size = Math.max(1, Math.abs(from), Math.abs(to));
  return to - from > (kink === null ? NARROWEST : NARROWEST / 1000) * size;
}

/** Where two certain lines meet; else what makes a line certain. */
function kinkQuestions(gap: Gap): readonly number[] {
  const { from, to, left, right, kink } = gap;
  const close = (to - from) * PAIR;
  if (left.isTrusted && right.isTrusted) {
    if (kink !== null) return [kink];
    const middle = middleOf(gap);
    return [middle, middle + close];
  }
  if (left.isTrusted) return [to - close];
  if (right.isTrusted) return [from + close];
  const middle = middleOf(gap);
  return [middle, middle + close];
}

/** A little beside the middle, so as not to fall in step with what repeats. */
function middleOf({ from, to }: Gap): number {
  return from + (to - from) * 0.497;
}
