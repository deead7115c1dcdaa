import { describeText } from "../../../categories/strings/index.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { TextReading } from "./outcome.ts";
import type { TextLaboratory } from "./text-laboratory.ts";
import { sharesOf } from "./weighed.ts";

/** Hypotheses that a note names, at most. */
const NAMED = 3;

/** Notes which functions explain the answers so far. */
export function noteHypotheses(lab: TextLaboratory, hypotheses: readonly Hypothesis[]): void {
  const { length } = lab.readings;
  if (hypotheses.length === 0) {
    lab.note("hypothesis", `Nothing that was thought of explains the ${length} answers so far.`);
    return;
  }
  const shares = sharesOf(hypotheses);
  const named = hypotheses.slice(0, NAMED).map(({ spec, bits }, i) => {
    const percent = Math.round(100 * (shares[i] ?? 0));
    return `${describeText(spec)} (${bits.toFixed(0)} bits, ${percent} in 100)`;
  });
  const count =
    hypotheses.length === 1 ? "One function agrees" : `${hypotheses.length} functions agree`;
  lab.note("hypothesis", `${count} with the ${length} answers so far. ${named.join(" ")}`, {
    count: hypotheses.length,
    bits: hypotheses.slice(0, NAMED).map(({ bits }) => Number(bits.toFixed(2))),
  });
}

/** Notes what an answer has disproved. */
export function noteRefuted(
  lab: TextLaboratory,
  before: readonly Hypothesis[],
  left: readonly Hypothesis[],
  reading: TextReading | undefined,
): void {
  const [best] = before;
  if (best === undefined || reading === undefined || before.length === left.length) return;
  const gone = before.length - left.length;
  const told =
    left.includes(best) || left[0]?.spec === best.spec
      ? ""
      : ` among them: ${describeText(best.spec)}`;
  const what = gone === 1 ? "one function" : `${gone} functions`;
  lab.note("refuted", `${shown(reading)} speaks against ${what}${told === "" ? "." : `,${told}`}`);
}

/** A reading as notes show it. */
function shown({ texts, outcome }: TextReading): string {
  const input = texts.map((text) => JSON.stringify(text)).join(", ");
  return `${input} → ${outcome === null ? "nothing" : JSON.stringify(outcome)}`;
}
