import { describe } from "../../../categories/numeric/index.ts";
import { middleTable } from "../approximate/approximate.ts";
import type { Finding } from "../finding.ts";
import type { Inquiry } from "../inquiry.ts";
import { appraise } from "./appraise.ts";
import { choosePoints } from "./choose-points.ts";
import { concludedFrom } from "./conclude.ts";
import { explains } from "./explains.ts";
import { factsOf } from "./facts.ts";
import type { Facts } from "./facts.ts";
import { familyShares } from "./hypothesis.ts";
import type { Hypothesis } from "./hypothesis.ts";
import type { Noise } from "./noise.ts";
import { freshPoints, leverPoints, poolOf } from "./points.ts";
import { noiseOfRepeats } from "./repeats.ts";
import { sampleOf } from "./sample.ts";

/** Rounds of questions after the levers. */
const ROUNDS = 6;
/** Fresh points that a law has to agree with once nothing else is alive. */
const VERIFIED = 16;

/** Finds the law behind answers that differ when the same input is asked again. */
export async function studyNoise(inquiry: Inquiry): Promise<Finding> {
  const { lab } = inquiry;
  const isHalfLine = factsOf(lab.readings).left !== "values";
  const levers = leverPoints(isHalfLine);
  lab.note(
    "experiment",
    `The same input gives different answers: there is noise. Asked ${isHalfLine ? "far out and next to 0" : "far out and next to 0 on both sides"}, where a law that grows leaves it behind.`,
  );
  await lab.ask(levers);
  const facts = factsOf(lab.readings);
  noteFacts(inquiry, facts);
  const { alive, shown, verified } = await narrowed(inquiry, facts);
  const [leader] = alive;
  const explained = explains(leader, sampleOf(lab.readings), shown);
  const exact = verified && leader?.noise.distribution === "poisson";
  return concludedFrom(inquiry, alive, { explained, exact, shown }) ?? middleTable(inquiry);
}

interface Narrowed {
  readonly alive: readonly Hypothesis[];
  /** The noise that repeats showed; `null` where none had to be asked for. */
  readonly shown: Noise | null;
  /** Whether the leader is alone and agreed with fresh points. */
  readonly verified: boolean;
}

/** Rounds of questions where the laws alive differ most, until one is left or nothing may be asked. */
async function narrowed(inquiry: Inquiry, facts: Facts): Promise<Narrowed> {
  const { lab } = inquiry;
  const own = inquiry.chance.fork("noise");
  const grows = facts.below > 0 || facts.above > 0;
  let [shown, thorough]: [Noise | null, boolean] = [null, false];
  let alive = appraise(lab.readings, { facts, before: [], shown, thorough, patient: true });
  for (let round = 0; round < ROUNDS && lab.left() > 0; round += 1) {
    noteAlive(inquiry, alive);
    if (round === 1 && !explains(alive[0], sampleOf(lab.readings), null))
      shown = await repeated(inquiry, facts);
    const wanted = Math.ceil(lab.left() / (ROUNDS - round));
    const telling = choosePoints(alive, poolOf(inquiry, facts, own.fork("pool", round)), wanted);
    const isAlone = telling.length === 0 && explains(alive[0], sampleOf(lab.readings), shown);
    const count = isAlone ? Math.min(VERIFIED, wanted) : wanted - telling.length;
    const fresh = freshPoints(inquiry, count, own.fork("fresh", round));
    noteQuestions(inquiry, telling.length, fresh.length);
    await lab.ask([...telling, ...fresh]);
    const leader = alive[0];
    // A pulse on a law that grows is smaller than the noise, and hides where nothing else differs.
    thorough ||= grows && (isAlone || round >= ROUNDS / 2);
    const patient = round % 2 === 1 || lab.left() === 0;
    alive = appraise(lab.readings, { facts, before: alive, shown, thorough, patient });
    const stays = JSON.stringify(alive[0]?.law) === JSON.stringify(leader?.law);
    if (isAlone && stays && explains(alive[0], sampleOf(lab.readings), shown)) {
      lab.note("verified", `${count} fresh points agree, but for the noise.`);
      return { alive, shown, verified: count === VERIFIED };
    }
    if (leader !== undefined && !stays) noteRefuted(inquiry, leader, alive[0]);
  }
  noteAlive(inquiry, alive);
  return { alive, shown, verified: false };
}

/** Asks one input many times, to see the noise whatever the law. */
async function repeated(inquiry: Inquiry, facts: Facts): Promise<Noise | null> {
  const { lab, domain } = inquiry;
  const x = domain.from + 0.7 * (domain.to - domain.from);
  const count = Math.min(16, Math.floor(lab.left() / 2));
  lab.note(
    "experiment",
    `No law explains the answers with noise of the usual size: one input asked ${count} times shows the noise alone.`,
  );
  const readings = await lab.ask(Array.from({ length: count }, () => x));
  const ys = readings.map(({ y }) => y).filter(Number.isFinite);
  return noiseOfRepeats(ys, facts.counted);
}

function noteFacts({ lab }: Inquiry, { left, below, above, pole, counted }: Facts): void {
  const parts = [
    ...(counted ? ["repeats differ by whole numbers, so the noise is Poisson's"] : []),
    ...(left === "none" ? ["nothing has a value left of 0"] : []),
    ...(left === "complex" ? ["values left of 0 are complex"] : []),
    ...(pole === null ? [] : [`next to 0 it is 1 divided by ${pole} times x`]),
    below === 0 && above === 0 ? "it stays bounded far out" : "it grows far out",
  ];
  lab.note("hypothesis", `What the first answers say: ${parts.join("; ")}.`);
}

function noteAlive({ lab }: Inquiry, alive: readonly Hypothesis[]): void {
  const [leader] = alive;
  if (leader === undefined) return;
  const shares = familyShares(alive)
    .slice(0, 4)
    .filter(([, share]) => share >= 0.005)
    .map(([family, share]) => `${family} ${(100 * share).toFixed(0)} %`)
    .join(", ");
  const { distribution, scale } = leader.noise;
  lab.note(
    "hypothesis",
    `Families alive: ${shares}. In front, with ${distribution} noise of scale ${scale}: ${describe(leader.law)}`,
  );
}

function noteQuestions({ lab }: Inquiry, telling: number, fresh: number): void {
  const parts = [
    ...(telling > 0 ? [`${telling} answers where the laws alive differ most`] : []),
    ...(fresh > 0 ? [`${fresh} at fresh points`] : []),
  ];
  lab.note("experiment", `Asked for ${parts.join(" and ")}.`);
}

function noteRefuted({ lab }: Inquiry, before: Hypothesis, now: Hypothesis | undefined): void {
  if (now === undefined || before.family === now.family) return;
  lab.note("refuted", `The answers speak against ${before.family} and for ${now.family}.`);
}
