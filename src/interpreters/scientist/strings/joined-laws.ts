import type { Joined, StringAtom } from "../../../categories/strings/index.ts";
import { singles } from "./compositions.ts";
import { hypothesisOf } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { InnerNode } from "./inner-table.ts";
import { restOf } from "./joined-rest.ts";
import type { Outcome, Step, TextReading } from "./outcome.ts";
import type { Rule } from "./rule.ts";
import { byWeight, remaining } from "./weighed.ts";

/** What one of two texts goes through before they are joined; `null` where it stays as it is. */
type Side = StringAtom | null;

/** Characters by which one text has to be longer than the other to be surely the longer one. */
const MARGIN = 7;

/** Laws that are compared with all readings, at most. */
const MOST = 3000;

/** What laws of two texts are sought with. */
export interface JoinedWords {
  readonly rules: readonly Rule[];
  readonly inner: InnerNode;
}

/** Two texts, each changed by one operation or none, and joined, as far as all readings allow. */
export function joinedLaws(
  words: JoinedWords,
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  const told = readings.filter(({ outcome }) => outcome !== null);
  const ways = (["concatenate", "interleave"] as const).flatMap((how) => [
    ...oneSideTried(words, told, how, "left"),
    ...oneSideTried(words, told, how, "right"),
  ]);
  const likely = weighed([...ways, ...longerLaws(words, told)], readings);
  return likely.length > 0 ? likely : weighed(commonLaws(words, told), readings);
}

function weighed(
  found: readonly Joined[],
  readings: readonly TextReading[],
): readonly Hypothesis[] {
  const distinct = new Map(found.map((each) => [JSON.stringify(each), each]));
  const likeliest = byWeight([...distinct.values()].map(hypothesisOf)).slice(0, MOST);
  return remaining(likeliest, readings);
}

/** Every operation is tried on one side; that of the other side is read off what is left. */
function oneSideTried(
  { rules, inner }: JoinedWords,
  readings: readonly TextReading[],
  how: "concatenate" | "interleave",
  side: "left" | "right",
): readonly Joined[] {
  const restAt = (from: Outcome, { outcome }: TextReading): Outcome =>
    from === null || outcome === null ? null : restOf(how, side, from, outcome);
  const ownText = ({ texts }: TextReading): string => texts[side === "left" ? 0 : 1] ?? "";
  const otherText = ({ texts }: TextReading): string => texts[side === "left" ? 1 : 0] ?? "";
  const found: Joined[] = [];
  const conclude = (own: readonly Side[], rests: readonly Step[]): void => {
    for (const other of sidesFor(rules, rests)) {
      for (const each of own) {
        found.push({
          kind: "joined",
          how,
          ...(side === "left" ? { left: each, right: other } : { left: other, right: each }),
        });
      }
    }
  };
  const walk = (node: InnerNode, depth: number, rests: readonly Step[]): void => {
    const reading = readings[depth];
    if (reading === undefined) return conclude(node.members.flat(), rests);
    for (const child of node.split(ownText(reading)).nodes) {
      const to = restAt(child.between, reading);
      if (to !== null) walk(child, depth + 1, [...rests, { from: otherText(reading), to }]);
    }
  };
  const unchanged = readings.map((each) => ({
    from: otherText(each),
    to: restAt(ownText(each), each),
  }));
  if (unchanged.every(({ to }) => to !== null)) conclude([null], unchanged);
  walk(inner, 0, []);
  return found;
}

/** The longer of two texts: each side is read off where its text is far longer than the other. */
function longerLaws({ rules }: JoinedWords, readings: readonly TextReading[]): readonly Joined[] {
  const far = (sign: number): readonly Step[] =>
    readings.flatMap(({ texts: [s = "", t = ""], outcome }) =>
      sign * (s.length - t.length) > MARGIN ? [{ from: sign > 0 ? s : t, to: outcome }] : [],
    );
  const [lefts, rights] = [far(1), far(-1)];
  if (lefts.length === 0 || rights.length === 0) return [];
  const right = sidesFor(rules, rights);
  return sidesFor(rules, lefts).flatMap((left) =>
    right.map((each): Joined => ({ kind: "joined", how: "longer", left, right: each })),
  );
}

/**
 * What of the first text occurs in the second: every operation is tried on one side, and on both
 * sides those without parameters.
 */
function commonLaws({ inner }: JoinedWords, readings: readonly TextReading[]): readonly Joined[] {
  const lengthOf = ({ outcome }: TextReading): number => outcome?.length ?? 0;
  const [first] = readings.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const { texts: [s = "", t = ""] = [], outcome = null } = first ?? {};
  if (outcome === null || outcome.length < FEWEST_COMMON) return [];
  const sidesOf = (text: string): readonly [string, Side][] => [
    [text, null],
    ...inner
      .split(text)
      .nodes.flatMap(({ between, members }) =>
        between === null ? [] : members.flat().map((each): [string, Side] => [between, each]),
      ),
  ];
  const lefts = sidesOf(s).filter(([text]) => isWithin(outcome, text));
  const rights = sidesOf(t).filter(([text]) => commonOf(outcome, text) === outcome);
  return lefts.flatMap(([text, left]) =>
    rights
      .filter(
        ([characters, right]) => isTried(left, right) && commonOf(text, characters) === outcome,
      )
      .map(([, right]): Joined => ({ kind: "joined", how: "common", left, right })),
  );
}

/** Characters that a reading has to have left, to tell much. */
const FEWEST_COMMON = 4;

function isTried(left: Side, right: Side): boolean {
  if (left === null || right === null) return true;
  return [left, right].every((each) =>
    Object.keys(each).every((key) => key === "kind" || key === "reading"),
  );
}

function commonOf(text: string, characters: string): string {
  return Array.from(text)
    .filter((each) => characters.includes(each))
    .join("");
}

/** Whether a text is what is left of another when characters are taken out. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const each of whole) if (each === part[at]) at += 1;
  return at === part.length;
}

function sidesFor(rules: readonly Rule[], steps: readonly Step[]): readonly Side[] {
  const isUnchanged = steps.every(({ from, to }) => from === to);
  return isUnchanged ? [null] : singles(rules, steps);
}
