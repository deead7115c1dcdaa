import { approximate } from "./approximate/approximate.ts";
import { studyExactly } from "./exact/study-exactly.ts";
import type { Finding } from "./finding.ts";
import { firstLook } from "./first-look.ts";
import type { Inquiry } from "./inquiry.ts";
import { studyNoise } from "./noisy/study-noise.ts";

/** From the first look to a finding; `null` where no answer had a real value. */
export async function investigate(inquiry: Inquiry): Promise<Finding | null> {
  const { lab } = inquiry;
  const isNoisy = await firstLook(inquiry);
  if (lab.readings.every(({ y, im }) => Number.isNaN(y) || im !== 0)) return null;
  if (isNoisy) return studyNoise(inquiry);
  const exact = await studyExactly(inquiry);
  if (exact !== null) return exact;
  return (await differsAfterAll(inquiry)) ? studyNoise(inquiry) : approximate(inquiry);
}

/** Whether answers differ that agreed in the first look, as counts do by chance. */
async function differsAfterAll({ lab }: Inquiry): Promise<boolean> {
  const again = lab.readings.filter(({ y }) => Number.isFinite(y)).slice(0, 4);
  const answers = await lab.ask(again.map(({ x }) => x));
  const gaps = answers.map(({ y }, i) => y - (again[i]?.y ?? NaN)).filter((gap) => gap !== 0);
  return gaps.length > 0 && gaps.every((gap) => Math.abs(gap - Math.round(gap)) < 1e-6);
}
