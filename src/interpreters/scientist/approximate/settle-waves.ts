import { describe } from "../../../categories/numeric/index.ts";
import { missesOf } from "../exact/misses-of.ts";
import { settleClean } from "../exact/settle-clean.ts";
import { viewOf } from "../exact/view.ts";
import type { Finding } from "../finding.ts";
import type { Inquiry } from "../inquiry.ts";
import { isBent } from "./is-bent.ts";
import { wavesOf } from "./waves.ts";

/** Answers beyond which no more are used to look for waves. */
const ENOUGH = 512;

/** A few waves at once as a law, tested on fresh points; `null` where the answers are no such sum. */
export async function settleWaves(inquiry: Inquiry): Promise<Finding | null> {
  const { lab, domain } = inquiry;
  if (isBent(inquiry)) return null;
  const inside = lab.readings.filter(({ x }) => x >= domain.from && x <= domain.to);
  const law = wavesOf(viewOf(inside.slice(0, ENOUGH)));
  if (law === null || missesOf(law, lab.readings).length > 0) return null;
  lab.note("hypothesis", `A few waves at once explain every answer. ${describe(law)}`);
  return settleClean(inquiry, { law, rivals: [], misses: [], bits: 0 });
}
